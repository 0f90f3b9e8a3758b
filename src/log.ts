import { pino, type Logger } from 'pino';

/** Structured JSON log. Messages are static text, what varies stands beside them; never a secret, never mail text. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'child'>;

/**
 * Makes the program's log on standard output.
 *
 * Authorization headers and keys are cut out even when a library's error object carries them.
 */
export function createLog(level: string): Log {
  return pino({
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
  });
}
