import type { Actor } from '../people/person.ts';
import type { Grant } from '../rights/grant.ts';
import type { Alias } from './alias.ts';
import type { DirectAllotment } from './aliases.ts';
import { allotted, withFreeAlias } from './allot.ts';
import { requireAccountId } from './bind.ts';
import { boundElsewhere, type AliasesDeps } from './change-alias.ts';
import type { AliasRegister } from './alias-register.ts';
import type { Versioned } from '../store/change.ts';
import { requireMail, requireOwning } from './transfer.ts';

/** See `Aliases.allot`. */
export async function allotDirectly(
  deps: AliasesDeps,
  { actor, caller }: Grant<'newAwsRootAccount'>,
  wanted: DirectAllotment,
): Promise<Alias> {
  const { register } = deps;
  const once = wanted.onceKey === undefined ? undefined : `once:${JSON.stringify([actor, wanted.onceKey])}`;
  const earlier = await earlierAlias(register, once);
  if (earlier !== undefined) return earlier;
  const owner = requireMail(wanted.owner);
  const accountId = wanted.accountId === undefined ? undefined : requireAccountId(wanted.accountId);
  const channelId =
    wanted.channelId === undefined ? undefined : (await requireOwning(register, wanted.channelId)).id;
  const at = deps.clock();
  const allotment = { owner, channelId, accountId, accountName: wanted.accountName, requestId: undefined };
  const take = async (free: Versioned<Alias>): Promise<Alias | undefined> => {
    const after = allotted(free.value, allotment, at);
    const outcome = await register.commit(changeOf(actor, free, after, at, once));
    if (outcome.kind === 'committed') return after;
    if (outcome.kind === 'account-taken') throw await boundElsewhere(deps, caller, outcome.accountId);
    return earlierAlias(register, once);
  };
  try {
    return await withFreeAlias(deps, take);
  } catch (error) {
    // The last alias may have gone to this very wanted, sent twice.
    const same = await earlierAlias(register, once);
    if (same !== undefined) return same;
    throw error;
  }
}

function changeOf(actor: Actor, before: Versioned<Alias>, after: Alias, at: Date, once: string | undefined) {
  return {
    aliases: [{ before, after }],
    marks: once === undefined ? [] : [{ name: once, version: undefined, text: after.id }],
    audit: {
      at,
      actor,
      action: 'allot',
      aliasId: after.id,
      before: { code: 'state', state: 'free' },
      after: { code: 'allotted-to', to: after.owner?.mail },
    },
  } as const;
}

async function earlierAlias(register: AliasRegister, once: string | undefined): Promise<Alias | undefined> {
  const mark = once === undefined ? undefined : await register.mark(once);
  return mark === undefined ? undefined : (await register.alias(mark.value))?.value;
}
