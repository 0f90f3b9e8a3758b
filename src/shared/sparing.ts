import type { Log } from './log.ts';

/** Says the same thing seldom. */
export interface SparingLog {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

const EVERY_MS = 60_000;

/**
 * A log for whatever somebody without a credential can cause as often as they like, so that a flood costs neither disk nor money:
 * the first line of a kind is written at once and in full; after that one line a minute tells how many `more` there were, until a
 * minute brings none. Lines with the same message are of one kind, so that nobody outside can make up new ones.
 */
export function sparing(log: Pick<Log, 'warn' | 'error'>, everyMs = EVERY_MS): SparingLog {
  /** How many of a kind were not written since its last line. */
  const unwritten = new Map<string, number>();

  function say(level: 'warn' | 'error', details: object, message: string): void {
    const more = unwritten.get(message);
    unwritten.set(message, more === undefined ? 0 : more + 1);
    if (more !== undefined) return;
    log[level](details, message);
    const timer = setInterval(() => {
      const counted = unwritten.get(message) ?? 0;
      if (counted > 0) {
        log[level]({ more: counted }, message);
        unwritten.set(message, 0);
        return;
      }
      unwritten.delete(message);
      clearInterval(timer);
    }, everyMs);
    timer.unref();
  }

  return {
    warn: (details, message) => say('warn', details, message),
    error: (details, message) => say('error', details, message),
  };
}
