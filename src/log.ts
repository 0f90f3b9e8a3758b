import { pino, type Logger, type LoggerOptions } from 'pino';

/** Structured JSON log. Messages are static text, what varies stands beside them; never a secret, never mail text. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'child'>;

/**
 * Makes the program's log, on standard output or in a file.
 *
 * Authorization headers and keys are cut out even when a library's error object carries them.
 */
export function createLog(level: string, file?: string): Log {
  const options: LoggerOptions = {
    level,
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
  return file === undefined ? pino(options) : pino(options, pino.destination({ dest: file, mkdir: true }));
}
