import { pino, type Logger, type LoggerOptions } from 'pino';
import { currentTrace } from './telemetry.ts';

/** Structured JSON log. Messages are static text, what varies is beside them; never a secret, never mail text. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'child'>;

/**
 * Makes the program's log, on standard output or in a file.
 *
 * Every line tells the trace that it belongs to. Authorization headers and keys are cut out even when a library's error object
 * carries them.
 */
export function createLog(level: string, file?: string): Log {
  const options: LoggerOptions = {
    level,
    mixin() {
      const trace = currentTrace();
      return trace === undefined ? {} : { trace };
    },
    redact: {
      paths: [
        '*.headers',
        '*.*.headers',
        'err.request',
        'err.response',
        'err.config',
        '*.authorization',
        '*.token',
      ],
      censor: '[cut]',
    },
  };
  if (file === undefined) return pino(options);
  // Opened and written at once: a process that is killed leaves every line, and nothing is opened after its folder is gone.
  return pino(options, pino.destination({ dest: file, mkdir: true, sync: true }));
}
