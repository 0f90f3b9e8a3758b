import type { PostedCopy } from './poster.ts';

/** A job that waits for its turn, stored, so that a restart loses none. */
export interface Queued<T> {
  /** Sorts by urgency, and then by age; unique. */
  readonly id: string;
  readonly job: T;
  /** Claims so far. */
  readonly attempts: number;
  /** Not before this moment; while claimed, the moment at which the claim ends. */
  readonly dueAt: Date;
  /** True when an earlier attempt may have arrived although no answer came. */
  readonly mayBeRepeat: boolean;
  /** True while nobody can be reached until a channel is linked: linking one makes the job due at once. */
  readonly blocked: boolean;
  /** Changes with every write: whoever holds an old one has lost the job to another. */
  readonly version: string;
}

/**
 * When a job is due. Clocks differ between machines: it is due as soon as a reader's clock has reached the moment, or the reader has
 * seen it wait for so long, whichever comes first, so that a clock which is ahead makes nobody wait for hours.
 */
export interface When {
  /** By the clock of whoever wrote it. */
  readonly dueAt: Date;
  readonly waitMs: number;
}

export const AT_ONCE: When = { dueAt: new Date(0), waitMs: 0 };

export function whenAfter(now: Date, waitMs: number): When {
  return { dueAt: new Date(now.getTime() + waitMs), waitMs };
}

/**
 * How a job ended: told where it belongs, told somewhere else because nobody was there, nothing was left to tell, it was given
 * up, the channel did not want to see it (at once), or the same had been told before.
 */
export const ENDINGS = ['told', 'fell-back', 'dropped', 'dead', 'muted', 'digest', 'copy'] as const;
export type Ending = (typeof ENDINGS)[number];

/**
 * A stored queue: claim before the attempt, one attempt a claim.
 *
 * A claim is written with `mayBeRepeat`, because whoever dies between claim and answer leaves exactly that doubt; an attempt
 * that is known not to have arrived puts the job back without it.
 */
export interface Queue<T> {
  /**
   * Tasks whose time has come, with `unblock` the blocked ones as well, the most urgent first and among those the oldest; read page
   * by page as they are taken.
   * @param onWait told of each other task how long it has to wait, in milliseconds
   */
  due(now: Date, unblock?: boolean, onWait?: (ms: number) => void): AsyncIterable<Queued<T>>;
  /** Those of them that are more urgent than a job, as they are now. */
  moreUrgent(item: Queued<T>, now: Date): AsyncIterable<Queued<T>>;
  /** The job as this caller's until then, or undefined when another was faster. */
  claim(item: Queued<T>, until: When): Promise<Queued<T> | undefined>;
  putBack(
    item: Queued<T>,
    again: When & Pick<Queued<T>, 'mayBeRepeat' | 'blocked'> & Partial<Pick<Queued<T>, 'attempts'>>,
  ): Promise<void>;
  /**
   * Takes the finished job out and keeps, where the queue has a record of its jobs, how it ended and where its cards are: all
   * of it or nothing.
   */
  done(item: Queued<T>, ending: Ending, copies?: readonly PostedCopy[]): Promise<void>;
}

/** The queue of what is told in Teams. Most of it comes with the change that it tells of, in one transaction. */
export interface Outbox<T> extends Queue<T> {
  /**
   * Queues what tells of no change. Whoever wants to say that it will be done waits for this first.
   * @param when at once where left out
   * @returns its id
   */
  add(job: T, when?: When): Promise<string>;
  /**
   * Puts others in the place of a job, all of it or nothing: nothing where it is gone, because another did the same. They may be repeats
   * where it may be one.
   */
  replace(job: Pick<Queued<T>, 'id' | 'mayBeRepeat'>, jobs: readonly T[]): Promise<void>;
  /** Takes it out again, if it is still there: it was done. */
  withdraw(id: string): Promise<void>;
}
