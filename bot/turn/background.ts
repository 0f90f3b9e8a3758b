import type { Log } from '../../src/shared/log.ts';
import { forNobody } from '../../src/shared/people-first.ts';

/** Work that goes on after an answer; what fails is logged, because nobody waits for it. */
export interface Background {
  begin(what: string, work: () => Promise<unknown>): void;
  /** Resolves when everything is done that was begun; for a graceful stop. */
  settled(): Promise<void>;
}

export function createBackground(log: Log): Background {
  const begun = new Set<Promise<void>>();
  return {
    begin(what, work) {
      const tracked = forNobody(work)
        .then(
          () => undefined,
          (error: unknown) => log.error({ err: error, what }, 'something begun after an answer failed'),
        )
        .finally(() => begun.delete(tracked));
      begun.add(tracked);
    },
    async settled() {
      while (begun.size > 0) await Promise.all(begun);
    },
  };
}
