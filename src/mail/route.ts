import type { Alias } from '../aliases/alias.ts';
import { mailGoesToOwner } from '../aliases/states.ts';
import type { Mail, Analysis } from './analysis.ts';
import type { TriageReason } from '../messages/triage-reason.ts';

/** Where one copy of a mail goes: to the owners of an alias, or to triage for a reason. */
export type Destination =
  | { readonly kind: 'owner'; readonly aliasId: string }
  | { readonly kind: 'triage'; readonly reason: TriageReason };

/** More addresses are counted and not named. */
const NAMED_MOST = 3;

/**
 * Where a mail goes (pure). To every owner of the aliases it was sent to; to triage whenever somebody must look: not from
 * AWS, an address that nobody has, no address at all, or a mail that cannot be read. Never nowhere.
 *
 * @param aliases what the register knows of `analysis.aliases`
 */
export function route(
  mail: Pick<Mail, 'readable'>,
  analysis: Pick<Analysis, 'aliases' | 'genuine'>,
  aliases: readonly Alias[],
): readonly [Destination, ...Destination[]] {
  if (!mail.readable) return [triage({ code: 'unreadable' })];
  if (analysis.genuine === 'no') return [triage({ code: 'not-from-aws' })];
  const owned = aliases.filter(mailGoesToOwner);
  const unowned = analysis.aliases.filter((address) => !owned.some((alias) => alias.address === address));
  const owners = owned.map(({ id }): Destination => ({ kind: 'owner', aliasId: id }));
  if (unowned.length > 0) {
    const addresses = unowned.slice(0, NAMED_MOST);
    return [triage({ code: 'unowned', addresses, more: unowned.length - addresses.length }), ...owners];
  }
  const [first = triage({ code: 'no-alias' }), ...rest] = owners;
  return [first, ...rest];
}

function triage(reason: TriageReason): Destination {
  return { kind: 'triage', reason };
}
