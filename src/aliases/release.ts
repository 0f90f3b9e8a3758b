import type { Grant } from '../rights/grant.ts';
import { pristine, type Alias } from './alias.ts';
import { withAwsMail } from './aws-mail.ts';
import { changeAlias, type AliasesDeps } from './change-alias.ts';
import { isUsedAtAws } from './ownership.ts';
import { hasOwner } from './states.ts';
import { said, type AuditFact } from '../store/audit-fact.ts';
import { everybodyTold } from './who-is-told.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** See `Aliases.release`. */
export function release<O extends 'release' | 'release-alias' | 'deleteAwsRootAccount'>(
  deps: AliasesDeps,
  grant: Grant<O>,
  reason: string,
): Promise<Grant<O>> {
  return changeAlias(deps, grant, async (alias, at) => {
    const known = await withAwsMail(deps.register, alias);
    const after = released(known, at, deps.policy.quarantineDays);
    return {
      action: 'release',
      after,
      facts: {
        before: ownerFact(alias),
        after: { code: 'state', state: after.state },
        reason: said(reason),
      },
      jobs: everybodyTold('released', { by: grant.actor, before: alias, after }),
    };
  });
}

/**
 * An alias after its release. Where an account uses it, or ever did, it is retired: AWS refuses the address of a closed account
 * for ever, and the old account's mail must never reach a new owner. Owner and channel stay, as the last ones.
 */
export function released(alias: Alias, at: Date, quarantineDays: number): Alias {
  const used = isUsedAtAws(alias);
  return {
    ...alias,
    state: used ? 'retired' : 'quarantined',
    releasedAt: at,
    quarantinedUntil: used ? undefined : new Date(at.getTime() + quarantineDays * DAY_MS),
  };
}

/** A quarantined alias after its time: as if nobody had ever had it. */
export function freed(alias: Alias): Alias {
  return { ...pristine(alias), boundOnce: false };
}

/** The state for the history: to whom it is allotted, where it is. */
export function ownerFact(alias: Alias): AuditFact {
  return hasOwner(alias)
    ? { code: 'allotted-to', to: alias.owner?.mail }
    : { code: 'state', state: alias.state };
}
