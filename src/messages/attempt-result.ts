import type { Trouble } from '../shared/troubles.ts';
import type { PlaceNews } from './circuit-breakers.ts';
import type { PostedCopy } from './poster.ts';
import type { Ending } from './queue.ts';

/** What came of one attempt: finished, or to be tried again, and whether it may have arrived all the same. */
export type AttemptResult<T = never> =
  | {
      readonly kind: 'done';
      readonly ending: Ending;
      /** Cards that are posted now, for a queue that keeps them with the job. */
      readonly copies?: readonly PostedCopy[];
      /** The job as it was done, where that is less than what was queued. */
      readonly job?: T;
      /** What was left undone, because it failed too often. */
      readonly trouble?: Trouble;
    }
  | {
      readonly kind: 'again';
      /** Left out: the longer, the more often it was tried. */
      readonly afterMs?: number;
      readonly mayBeRepeat: boolean;
      /** What kept it; left out where nothing failed and it only waits. */
      readonly trouble?: Trouble;
      /** True: nobody can be reached until a channel is linked; see {@link Worker.unblock}. */
      readonly blocked?: boolean;
      /** What it tells of the place that it is for; nothing where it did not come so far. */
      readonly place?: Exclude<PlaceNews, 'takes'>;
      /** True: it counts as an attempt in any case; else where others get through alone. */
      readonly counted?: boolean;
    };
