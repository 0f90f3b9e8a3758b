import type { Job, JobKind, JobOf } from './job.ts';
import type { Queued } from './queue.ts';
import type { AttemptResult } from './attempt-result.ts';

/** One attempt at a message of each kind: drawn from the stored state as it is now, and posted once at most. */
export type JobRuns<Kind extends JobKind = JobKind> = {
  readonly [Each in Kind]: (
    job: JobOf<Each>,
    item: Queued<Job>,
    signal: AbortSignal,
  ) => Promise<AttemptResult>;
};

/** Makes one attempt at whatever was queued. */
export function runJob(runs: JobRuns, item: Queued<Job>, signal: AbortSignal): Promise<AttemptResult> {
  return runOf(runs, item.job.kind, item.job, item, signal);
}

/** The kind ties the message to the one function that takes it. */
function runOf<Kind extends JobKind>(
  runs: JobRuns<Kind>,
  kind: Kind,
  job: JobOf<Kind>,
  item: Queued<Job>,
  signal: AbortSignal,
): Promise<AttemptResult> {
  return runs[kind](job, item, signal);
}
