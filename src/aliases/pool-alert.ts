import type { PoolReport } from './pool.ts';
import type { Job } from '../messages/job.ts';

/** The alert that few aliases are free, for the triage channel: people there can have more made. */
export function poolAlert(report: PoolReport): readonly Job[] {
  const emptyOn = report.runsOutOn?.toISOString().slice(0, 10);
  return [{ kind: 'pool-low', free: report.states.free, emptyOn, to: { kind: 'triage' } }];
}
