import type { Alias } from '../aliases/alias.ts';
import { mailGoesToOwner } from '../aliases/states.ts';
import type { Mail, Analysis } from './analysis.ts';
import { listed } from './parse/addresses.ts';

/** Where one copy of a mail goes: to the owners of an alias, or to triage for a reason that people can read. */
export type Destination =
  { readonly kind: 'owner'; readonly aliasId: string } | { readonly kind: 'triage'; readonly reason: string };

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
  if (!mail.readable) return [triage('The mail could not be read.')];
  if (analysis.genuine === 'no') return [triage('AWS did not write this mail.')];
  const owned = aliases.filter(mailGoesToOwner);
  const unowned = analysis.aliases.filter((address) => !owned.some((alias) => alias.address === address));
  const owners = owned.map(({ id }): Destination => ({ kind: 'owner', aliasId: id }));
  if (unowned.length > 0) return [triage(`Nobody has ${listed(unowned, 3)}.`), ...owners];
  const [first = triage('No alias was found among the addresses that the mail was sent to.'), ...rest] =
    owners;
  return [first, ...rest];
}

function triage(reason: string): Destination {
  return { kind: 'triage', reason };
}
