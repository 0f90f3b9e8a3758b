import type { PoolReport } from '../../aliases/pool.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Actor } from '../../people/person.ts';
import type { CaseRegister } from '../cases/case-register.ts';
import { reachOf, type RootMailboxReach } from './reach.ts';
import type { ProbeStore } from './probes.ts';
import { withExpected, type SeenStore } from './seen.ts';
import { foldAddress } from '../../shared/identifiers.ts';

export interface WatchReachDeps {
  readonly register: Pick<CaseRegister, 'mark' | 'commit'>;
  readonly seen: SeenStore;
  readonly probes: Pick<ProbeStore, 'every'>;
  readonly clock: Clock;
  /** Called when jobs were queued. */
  readonly wake: () => void;
}

/** Where the way through root mailboxes is known from. */
export interface ReachSources {
  readonly seen: Pick<SeenStore, 'load'>;
  readonly probes: Pick<ProbeStore, 'every'>;
}

/**
 * What is known of the way through each root mailbox, in the order of the pool: the figures for whoever shows them. Two range reads, of
 * a thousand rows each.
 * @throws {RegisterUnavailable}
 */
export async function readReach(
  { seen, probes }: ReachSources,
  { mailboxes }: Pick<PoolReport, 'mailboxes'>,
  now: Date,
): Promise<readonly RootMailboxReach[]> {
  const [came, probed] = await Promise.all([seen.load(), probes.every()]);
  return reachOf(mailboxes, came, now, probed);
}

const WATCH: Actor = { kind: 'system', name: 'schedule' };
const MARK = 'root-mailboxes-behind';

/**
 * Tells triage of each root mailbox that fell behind the others: once, and again only after its mail came again. Several copies may
 * watch; one tells. Mailboxes that came into use are expected to bring mail from now on.
 * @returns what is known of each, and which fell behind by this look
 * @throws {RegisterUnavailable}
 */
export async function watchReach(
  deps: WatchReachDeps,
  report: Pick<PoolReport, 'mailboxes'>,
): Promise<{ readonly reach: readonly RootMailboxReach[]; readonly fell: readonly string[] }> {
  const now = deps.clock();
  const loaded = await deps.seen.load();
  const inUse = report.mailboxes.filter((each) => each.inUse > 0 && each.rootMailbox !== '');
  const seen = withExpected(
    loaded,
    inUse.map(({ rootMailbox }) => foldAddress(rootMailbox)),
  );
  if (seen !== loaded) await deps.seen.save(seen, loaded);
  const reach = reachOf(report.mailboxes, seen, now, await deps.probes.every());
  const behind = reach.filter(({ state }) => state === 'behind').map(({ rootMailbox }) => rootMailbox);
  const mark = await deps.register.mark(MARK);
  const before = mark === undefined || mark.value === '' ? [] : mark.value.split(' ');
  const fell = behind.filter((each) => !before.includes(each));
  const hasRecovered = before.some((each) => !behind.includes(each));
  if (fell.length === 0 && !hasRecovered) return { reach, fell };
  const outcome = await deps.register.commit({
    marks: [{ name: MARK, version: mark?.version, text: behind.join(' ') }],
    audit: {
      at: now,
      actor: WATCH,
      action: fell.length > 0 ? 'reach-lost' : 'reach-regained',
      aliasId: undefined,
      before: { code: 'addresses', addresses: before },
      after: { code: 'addresses', addresses: behind },
      reason: { code: 'last-mail-through-it' },
    },
    jobs:
      fell.length === 0
        ? []
        : [{ kind: 'reach-lost', because: 'behind', addresses: [...fell], to: { kind: 'triage' } }],
  });
  if (outcome.kind !== 'committed') return { reach, fell: [] };
  deps.wake();
  return { reach, fell };
}
