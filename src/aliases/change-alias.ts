import type { Clock } from '../shared/clock.ts';
import type { Job } from '../messages/job.ts';
import { DirectoryUnavailable } from '../people/directory.ts';
import type { Caller } from '../rights/caller.ts';
import type { Grant } from '../rights/grant.ts';
import type { Rights } from '../rights/rights.ts';
import type { Alias } from './alias.ts';
import { anew, retryOnConflict } from '../store/retry-on-conflict.ts';
import { noteAwsMail, withAwsMail } from './aws-mail.ts';
import { Refusal } from '../store/refusal.ts';
import type { AuditAction, AuditEntry } from '../store/audit.ts';
import type { AliasRegister } from './alias-register.ts';
import { isHeld, unchangeableState } from './states.ts';

export interface AliasPolicy {
  /** How long a released alias rests before it is handed out again. */
  readonly quarantineDays: number;
}

export interface AliasesDeps {
  readonly register: AliasRegister;
  readonly rights: Pick<Rights, 'seen' | 'reach'>;
  readonly policy: AliasPolicy;
  readonly clock: Clock;
  /** Called when jobs were queued; left out, they go out with the next round. */
  readonly wake?: () => void;
}

/** What shall become of an alias, and what its history says of it; undefined when it is so already. */
export interface Step {
  readonly action: AuditAction;
  readonly after: Alias;
  readonly facts: Pick<AuditEntry, 'before' | 'after' | 'reason'>;
  /** Who has to hear of it. */
  readonly jobs?: readonly Job[];
}

/** The operations that change an alias. */
export type ChangingAliases =
  | 'bind'
  | 'bind-account'
  | 'transfer'
  | 'confirm-transfer'
  | 'confirm-bind'
  | 'release'
  | 'release-alias'
  | 'updateAwsRootAccount'
  | 'deleteAwsRootAccount'
  | 'assign'
  | 'adopt';

/**
 * Changes an allotted alias, or a held one by saying whose it is. Decided and committed again, with the right established anew, whenever another was faster.
 * @param shown the version that somebody saw and agreed to; where it is given, no other is changed
 * @throws {Refusal} alias-not-allotted, alias-changed, account-bound-elsewhere, register-busy
 * @throws {NoRight} when the right was lost meanwhile
 */
export async function changeAlias<O extends ChangingAliases>(
  deps: AliasesDeps,
  first: Grant<O>,
  step: (alias: Alias, at: Date) => Step | undefined | Promise<Step | undefined>,
  shown?: string,
): Promise<Grant<O>> {
  const { register } = deps;
  const busy = (): Refusal => new Refusal('register-busy');
  return retryOnConflict(busy, anew(first), async (grant) => {
    const { actor, before } = grant;
    const isToBeSaidWhose = grant.operation === 'assign' && isHeld(before.value);
    if (!isToBeSaidWhose) mustBeAllotted(before.value);
    const at = deps.clock();
    const next = await step(before.value, at);
    if (next === undefined) return grant;
    if (shown !== undefined && shown !== before.version) {
      throw new Refusal('alias-changed');
    }
    const { action, after, facts, jobs = [] } = next;
    const entry = { at, actor, action, aliasId: after.id, ...facts };
    const outcome = await register.commit({
      aliases: [{ before, after }],
      audit: [entry],
      jobs,
    });
    if (outcome.kind === 'committed') {
      if (jobs.length > 0) deps.wake?.();
      return grant.after(after);
    }
    if (outcome.kind === 'account-taken') throw await boundElsewhere(deps, grant.caller, outcome.accountId);
    return undefined;
  });
}

/** See `Aliases.releasable`. */
export async function releasable(deps: AliasesDeps, grant: Grant<'release'>): Promise<Grant<'release'>> {
  const { subject: alias } = grant;
  mustBeAllotted(alias);
  const { awsWroteAt } = await withAwsMail(deps.register, alias);
  if (awsWroteAt === undefined || awsWroteAt === alias.awsWroteAt) return grant;
  await noteAwsMail(deps, alias.id, awsWroteAt);
  return releasable(deps, await grant.again());
}

/** @throws {Refusal} alias-not-allotted */
function mustBeAllotted(alias: Alias): void {
  const state = unchangeableState(alias);
  if (state !== undefined) throw new Refusal('alias-not-allotted', { state });
}

/** The refusal of an account id that another alias has: which one and whose it is, only those may know who may see that alias. */
export async function boundElsewhere(
  { register, rights }: Pick<AliasesDeps, 'register' | 'rights'>,
  caller: Caller,
  accountId: string,
): Promise<Refusal> {
  const holder = (await register.aliasByAccount(accountId))?.value;
  const [seen] = holder === undefined ? [] : await rights.seen(caller, [holder]).catch(nothingSeen);
  if (seen?.isShownHere !== true) {
    return new Refusal('account-bound-elsewhere', { seen: 'no', account: accountId });
  }
  const { address, owner } = seen.subject;
  const named = { account: accountId, alias: address };
  return owner === undefined
    ? new Refusal('account-bound-elsewhere', { seen: 'alias', ...named })
    : new Refusal('account-bound-elsewhere', { seen: 'owner', ...named, owner: owner.mail });
}

/** Whoever cannot be known to see it does not. */
function nothingSeen(error: unknown): readonly [] {
  if (error instanceof DirectoryUnavailable) return [];
  throw error;
}
