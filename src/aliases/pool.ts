import type { Clock } from '../shared/clock.ts';
import type { Job } from '../messages/job.ts';
import type { Alias } from './alias.ts';
import { SCHEDULE } from './end-quarantines.ts';
import type { AliasRegister } from './alias-register.ts';
import { isUsedAtAws } from './ownership.ts';
import { countStates, hasOwner, isFree, type AliasState } from './states.ts';

/** The state of the pool. */
export interface PoolReport {
  readonly total: number;
  readonly states: Readonly<Record<AliasState, number>>;
  /** By address of the root mailbox. */
  readonly mailboxes: readonly MailboxReport[];
  /** Over the last four weeks. */
  readonly allotmentsAWeek: number;
  /** When the last free alias goes at that rate; undefined when none goes. */
  readonly runsOutOn: Date | undefined;
}

export interface MailboxReport {
  readonly rootMailbox: string;
  readonly free: number;
  /** Aliases that somebody has, or that an AWS account uses: mail of AWS is to be expected. */
  readonly inUse: number;
  readonly total: number;
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const WEEKS = 4;

/** Counts the pool: it is listed once, a thousand aliases a request. @throws {RegisterUnavailable} */
export async function readPool(register: Pick<AliasRegister, 'everyAlias'>, now: Date): Promise<PoolReport> {
  const aliases: Alias[] = [];
  for await (const { value } of register.everyAlias()) aliases.push(value);
  return poolReport(aliases, now);
}

/** The report of these aliases. A released alias remembers its allotment, so that it is counted in the weeks too. */
export function poolReport(aliases: readonly Alias[], now: Date): PoolReport {
  const since = now.getTime() - WEEKS * WEEK_MS;
  const recent = aliases.filter(({ allottedAt }) => allottedAt !== undefined && allottedAt.getTime() > since);
  const allotmentsAWeek = recent.length / WEEKS;
  const weeksLeft = aliases.filter(isFree).length / allotmentsAWeek;
  return {
    total: aliases.length,
    states: countStates(aliases),
    mailboxes: [...Map.groupBy(aliases, ({ rootMailbox }) => rootMailbox)]
      .map(([rootMailbox, its]) => ({
        rootMailbox,
        free: its.filter(isFree).length,
        inUse: its.filter((alias) => hasOwner(alias) || isUsedAtAws(alias)).length,
        total: its.length,
      }))
      .toSorted((one, other) => one.rootMailbox.localeCompare(other.rootMailbox)),
    allotmentsAWeek,
    runsOutOn: Number.isFinite(weeksLeft) ? new Date(now.getTime() + weeksLeft * WEEK_MS) : undefined,
  };
}

export interface PoolWatch {
  readonly register: Pick<AliasRegister, 'everyAlias' | 'mark' | 'commit'>;
  readonly clock: Clock;
  /** Fewer free aliases than this are low. */
  readonly lowWater: number;
  /** What tells people of it, queued with the note that it was told. */
  readonly alert: (report: PoolReport) => readonly Job[];
  readonly wake: () => void;
}

const LOW = 'low';
const MARK = 'pool-water';

/**
 * Alerts when the pool gets low: once, and again only after it recovered. Several copies may watch; one alerts.
 * @returns the report, and whether this call alerted
 */
export async function watchPool(
  watch: PoolWatch,
): Promise<{ readonly report: PoolReport; readonly alerted: boolean }> {
  const at = watch.clock();
  const report = await readPool(watch.register, at);
  const { free } = report.states;
  const mark = await watch.register.mark(MARK);
  const wasLow = mark?.value === LOW;
  const isLow = free < watch.lowWater;
  if (isLow === wasLow) return { report, alerted: false };
  const outcome = await watch.register.commit({
    marks: [{ name: MARK, version: mark?.version, text: isLow ? LOW : 'fine' }],
    audit: {
      at,
      actor: SCHEDULE,
      action: isLow ? 'pool-low' : 'pool-recovered',
      aliasId: undefined,
      before: { code: 'water', level: isLow ? 'enough' : 'low' },
      after: { code: 'free-aliases', count: free },
      reason: { code: 'low-water', mark: watch.lowWater },
    },
    jobs: isLow ? watch.alert(report) : [],
  });
  const alerted = isLow && outcome.kind === 'committed';
  if (alerted) watch.wake();
  return { report, alerted };
}

/** The alert that few aliases are free, for the triage channel: people there can have more made. */
export function poolAlert(report: PoolReport): readonly Job[] {
  const emptyOn = report.runsOutOn?.toISOString().slice(0, 10);
  return [{ kind: 'pool-low', free: report.states.free, emptyOn, to: { kind: 'triage' } }];
}
