import { retryOnConflict } from '../store/retry-on-conflict.ts';
import { Refusal } from '../store/refusal.ts';
import type { Alias, Owner } from './alias.ts';
import { noteAwsMail, type AwsMailDeps } from './aws-mail.ts';
import { ownershipFrom } from './ownership.ts';
import type { AliasRegister } from './alias-register.ts';
import type { Versioned } from '../store/change.ts';

/** What an allotment makes of a free alias. */
export interface Allotment {
  readonly owner: Owner;
  readonly channelId: string | undefined;
  readonly accountId: string | undefined;
  readonly accountName: string | undefined;
  readonly requestId: string | undefined;
}

/** A free alias as its owner's. */
export function allotted(alias: Alias, allotment: Allotment, at: Date): Alias {
  return {
    ...alias,
    ...allotment,
    state: 'allotted',
    boundOnce: alias.boundOnce === true || allotment.accountId !== undefined,
    allottedAt: at,
    ownership: ownershipFrom(at, 'allotted'),
    releasedAt: undefined,
    quarantinedUntil: undefined,
  };
}

/** More than usual: all who are allotted something at this moment are in each other's way. */
const ATTEMPTS = 60;

/**
 * Takes a free alias by chance, so that a hundred allotters rarely meet, and another when somebody was faster. Never scans.
 *
 * One to which AWS wrote, also before that was noted on aliases, is taken out of the pool instead.
 *
 * @param take commits the alias together with whatever has to change with it; undefined means: somebody else has this one
 * @throws {Refusal} pool-empty when no alias is free; register-busy after too many lost races
 */
export async function withFreeAlias<T>(
  deps: AwsMailDeps & { readonly register: Pick<AliasRegister, 'someFreeAlias'> },
  take: (free: Versioned<Alias>) => Promise<T | undefined>,
): Promise<T> {
  const busy = (): Refusal => new Refusal('register-busy');
  const decide = async (free: Versioned<Alias> | undefined): Promise<T | undefined> => {
    if (free === undefined) {
      throw new Refusal('pool-empty');
    }
    const awsWroteAt = await deps.register.verifiedMail(free.value.id);
    if (awsWroteAt === undefined) return take(free);
    await noteAwsMail(deps, free.value.id, awsWroteAt);
    return undefined;
  };
  return retryOnConflict(busy, () => deps.register.someFreeAlias(), decide, ATTEMPTS);
}
