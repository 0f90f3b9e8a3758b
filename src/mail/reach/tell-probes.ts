import type { AliasRegister } from '../../aliases/alias-register.ts';
import { foundAgain, missed, moveAliases } from '../../aliases/missing.ts';
import type { Actor } from '../../people/person.ts';
import type { Job } from '../../messages/job.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Log } from '../../shared/log.ts';
import type { CaseRegister } from '../cases/case-register.ts';
import type { ProbeVerdict } from './judge-probes.ts';
import type { ProbedAlias, ProbeStore } from './probes.ts';

export interface TellReachDeps {
  readonly register: Pick<CaseRegister, 'mark' | 'commit'> & Pick<AliasRegister, 'alias'>;
  readonly store: Pick<ProbeStore, 'status' | 'setStatus'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Called when jobs were queued. */
  readonly wake: () => void;
}

/** What becomes of what the probes show. */
export interface TellReach {
  /** An alias became missing, or answers again: one that could be handed out is taken out of the pool, or comes back. */
  moved(alias: ProbedAlias, isMissing: boolean, pool: readonly ProbedAlias[]): Promise<void>;
  /** Tells triage of what it does not know yet. @returns ids of the aliases that it was told of */
  tell(pool: readonly ProbedAlias[], verdict: ProbeVerdict): Promise<readonly string[]>;
}

const PROBES: Actor = { kind: 'system', name: 'probes' };
const MARK = 'root-mailboxes-silent';
/** In the mark: none of them answers. */
const ALL = '*';
/** So many missing aliases of one root mailbox are taken out of the pool; with more, it is the mailbox, and a person has to look. */
const TAKEN_OUT_MOST = 10;
/** A row takes them; the others come with the next card. */
const TOLD_MOST = 100;
/** Between two cards about missing aliases. */
const TOLD_EVERY_MS = 60 * 60_000;

export function createTellReach(deps: TellReachDeps): TellReach {
  const { register, store, clock, log } = deps;
  /** What triage knows, as far as this copy has seen. */
  let known: string | undefined;

  async function moved(alias: ProbedAlias, isMissing: boolean, pool: readonly ProbedAlias[]): Promise<void> {
    const before = await register.alias(alias.aliasId);
    if (before === undefined) return;
    const others = pool.filter(
      (other) =>
        other.rootMailbox === alias.rootMailbox && other.isMissing && other.aliasId !== alias.aliasId,
    );
    if (isMissing && others.length >= TAKEN_OUT_MOST) return;
    await moveAliases({ register, clock }, [before], isMissing ? missed : foundAgain, PROBES, (answered) => ({
      code: 'probes',
      answered,
    }));
  }

  async function tellMailboxes({ mailboxes, isAllSilent }: ProbeVerdict): Promise<void> {
    const silent = isAllSilent
      ? [ALL]
      : mailboxes.filter(({ isSilent }) => isSilent).map(({ rootMailbox }) => rootMailbox);
    if (known === silent.join(' ')) return;
    const mark = await register.mark(MARK);
    const before = mark === undefined || mark.value === '' ? [] : mark.value.split(' ');
    const fell = silent.filter((each) => !before.includes(each));
    if (fell.length === 0 && !before.some((each) => !silent.includes(each))) {
      known = silent.join(' ');
      return;
    }
    const job: Job = {
      kind: 'reach-lost',
      because: isAllSilent ? 'all-silent' : 'silent',
      addresses: isAllSilent ? [] : fell,
      to: { kind: 'triage' },
    };
    const outcome = await register.commit({
      marks: [{ name: MARK, version: mark?.version, text: silent.join(' ') }],
      audit: {
        at: clock(),
        actor: PROBES,
        action: fell.length > 0 ? 'reach-lost' : 'reach-regained',
        aliasId: undefined,
        before: { code: 'addresses', addresses: before },
        after: { code: 'addresses', addresses: silent },
        reason: { code: 'probes', answered: fell.length === 0 },
      },
      jobs: fell.length === 0 ? [] : [job],
    });
    if (outcome.kind !== 'committed') return;
    known = silent.join(' ');
    deps.wake();
    if (fell.length > 0) log.warn({ rootMailboxes: fell }, 'probes through a root mailbox do not come back');
    else log.info({ rootMailboxes: silent }, 'probes come back again');
  }

  async function tellAliases(pool: readonly ProbedAlias[]): Promise<readonly string[]> {
    const untold = pool.filter(({ isMissing, isTold }) => isMissing && !isTold).slice(0, TOLD_MOST);
    if (untold.length === 0) return [];
    const status = await store.status();
    const at = clock();
    if (status.toldAt !== undefined && Math.abs(at.getTime() - status.toldAt.getTime()) < TOLD_EVERY_MS)
      return [];
    const addresses = untold.map(({ address }) => address);
    await store.setStatus({ ...status, toldAt: at });
    const outcome = await register.commit({
      audit: {
        at,
        actor: PROBES,
        action: 'reach-lost',
        aliasId: undefined,
        after: { code: 'addresses', addresses },
        reason: { code: 'probes', answered: false },
      },
      jobs: [{ kind: 'reach-lost', because: 'missing', addresses, to: { kind: 'triage' } }],
    });
    if (outcome.kind !== 'committed') return [];
    deps.wake();
    log.warn({ aliases: untold.map(({ aliasId }) => aliasId) }, 'probes to an alias do not come back');
    return untold.map(({ aliasId }) => aliasId);
  }

  return {
    moved,
    async tell(pool, verdict) {
      await tellMailboxes(verdict);
      return tellAliases(pool);
    },
  };
}
