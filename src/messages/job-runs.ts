import type { Errand, ErrandKind, ErrandOf } from './job.ts';
import type { Queued } from './queue.ts';
import type { AttemptResult } from './worker.ts';

/** One attempt at a message of each kind: drawn from the stored state as it is now, and posted once at most. */
export type ErrandRuns<Kind extends ErrandKind = ErrandKind> = {
  readonly [Each in Kind]: (
    errand: ErrandOf<Each>,
    item: Queued<Errand>,
    signal: AbortSignal,
  ) => Promise<AttemptResult>;
};

/** Makes one attempt at whatever was queued. */
export function runErrand(
  runs: ErrandRuns,
  item: Queued<Errand>,
  signal: AbortSignal,
): Promise<AttemptResult> {
  return runOf(runs, item.task.kind, item.task, item, signal);
}

/** The kind ties the message to the one function that takes it. */
function runOf<Kind extends ErrandKind>(
  runs: ErrandRuns<Kind>,
  kind: Kind,
  errand: ErrandOf<Kind>,
  item: Queued<Errand>,
  signal: AbortSignal,
): Promise<AttemptResult> {
  return runs[kind](errand, item, signal);
}
