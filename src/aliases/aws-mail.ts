import type { Clock } from '../shared/clock.ts';
import type { Job } from '../messages/job.ts';
import type { Actor } from '../people/person.ts';
import { retryOnConflict } from '../store/retry-on-conflict.ts';
import type { Alias } from './alias.ts';
import { isUsedAtAws } from './ownership.ts';
import type { AliasRegister } from './alias-register.ts';
import { commitState } from './commit-state.ts';
import type { Versioned } from '../store/change.ts';
import { isSpare } from './states.ts';

export interface AwsMailDeps {
  readonly register: Pick<AliasRegister, 'alias' | 'verifiedMail' | 'commit'>;
  readonly clock: Clock;
  /** Called when jobs were queued; left out, they go out with the next round. */
  readonly wake?: () => void;
}

/** Rootdesk taking note of a mail. */
const MAIL: Actor = { kind: 'system', name: 'mail' };

/** The alias with what the ledger knows of it: whether AWS wrote to it. */
export async function withAwsMail(
  register: Pick<AliasRegister, 'verifiedMail'>,
  alias: Alias,
): Promise<Alias> {
  if (isUsedAtAws(alias)) return alias;
  const awsWroteAt = await register.verifiedMail(alias.id);
  return awsWroteAt === undefined ? alias : { ...alias, awsWroteAt };
}

/**
 * An alias to which AWS certainly wrote: an account uses the address. One that could be handed out, now or after its rest, is
 * retired, because the account's codes would reach whoever got it.
 */
export function usedSince(alias: Alias, awsWroteAt: Date): Alias {
  const known = { ...alias, awsWroteAt };
  return isSpare(alias) ? { ...known, state: 'retired', quarantinedUntil: undefined } : known;
}

/**
 * Takes note, once, that AWS wrote to an alias. Triage is told when that takes it out of the pool.
 * @throws {RegisterUnavailable} then nothing may be handed out or recorded that hangs on it
 */
export async function noteAwsMail(deps: AwsMailDeps, aliasId: string, receivedAt: Date): Promise<void> {
  await retryOnConflict(
    () => new Error('too many changes of an alias were under way while a mail to it was noted'),
    () => deps.register.alias(aliasId),
    async (before) =>
      before === undefined || isUsedAtAws(before.value) ? true : note(deps, before, receivedAt),
  );
}

async function note(
  deps: AwsMailDeps,
  before: Versioned<Alias>,
  receivedAt: Date,
): Promise<true | undefined> {
  const after = usedSince(before.value, receivedAt);
  const isTakenOut = isSpare(before.value);
  const jobs: readonly Job[] = isTakenOut
    ? [{ kind: 'alias-retired', aliasId: after.id, to: { kind: 'triage' } }]
    : [];
  const reason = { code: 'first-aws-mail', receivedAt } as const;
  const line = { at: deps.clock(), actor: MAIL, action: 'aws-wrote', reason } as const;
  const outcome = await commitState(deps.register, before, after, line, jobs);
  if (outcome.kind !== 'committed') return undefined;
  if (isTakenOut) deps.wake?.();
  return true;
}
