import type { Grant } from '../rights/grant.ts';
import type { Rights } from '../rights/rights.ts';
import type { Alias } from './alias.ts';
import { parseAccountId } from './aws-limits.ts';
import { ALIASES_A_PAGE, type Found } from './aliases.ts';
import type { LinkedChannel } from '../channels/channel.ts';
import { SEARCH_FIELDS, type AliasRegister } from './alias-register.ts';
import { foldAddress, foldName } from '../shared/identifiers.ts';

type Searched = Pick<AliasRegister, 'search' | 'channels' | 'aliasesOfChannel' | 'alias'>;

interface FindDeps {
  readonly register: Searched;
  readonly rights: Pick<Rights, 'seen' | 'reach'>;
}

/** See `Aliases.find`. The right is asked before anything is counted or left out: what others own changes nothing of the answer. */
export async function find(
  { register, rights }: FindDeps,
  { caller }: Grant<'find' | 'page-find' | 'search'>,
  text: string,
  from: number,
  most = ALIASES_A_PAGE,
): Promise<Found> {
  const wanted = text.trim();
  if (wanted === '') return { aliases: [], from: 0, all: 0 };
  const digits = parseAccountId(wanted) ?? wanted;
  const channels = (await register.channels()).map(({ value }) => value);
  const isMeantBy = (alias: Alias): boolean => begins(alias, channels, wanted, digits);
  const theirs = await rights.reach(caller);
  if (theirs === undefined) {
    const ids = await search(register, channels, wanted, digits);
    const page = pageOf(ids, from, most);
    const found = await Promise.all(page.shown.map((id) => register.alias(id)));
    const aliases = found.flatMap((each) => each?.value ?? []).filter(isMeantBy);
    return { aliases: await rights.seen(caller, aliases), from: page.from, all: ids.length };
  }
  const meant = new Map(theirs.filter(isMeantBy).map((alias) => [alias.id, alias]));
  const exact = (alias: Alias): boolean => equals(alias, wanted, digits);
  const sorted = [...meant.values()].toSorted((one, other) => Number(exact(other)) - Number(exact(one)));
  const seen = await rights.seen(caller, sorted);
  const page = pageOf(seen, from, most);
  return { aliases: page.shown, from: page.from, all: seen.length };
}

/** A part of a list; of one that has become shorter since its last page was turned to, the last one. */
export function pageOf<T>(
  all: readonly T[],
  from: number,
  most = ALIASES_A_PAGE,
): { readonly from: number; readonly shown: readonly T[] } {
  const last = Math.max(0, Math.ceil(all.length / most) - 1) * most;
  const start = Math.min(from, last);
  return { from: start, shown: all.slice(start, start + most) };
}

/** Ids of all that the register has, what equals the text first. */
async function search(
  register: Searched,
  channels: readonly LinkedChannel[],
  wanted: string,
  digits: string,
): Promise<readonly string[]> {
  const found = await Promise.all([
    ...SEARCH_FIELDS.map((field) => register.search(field, field === 'accountId' ? digits : wanted)),
    ...channels
      .filter((each) => isMeant(each, wanted))
      .map(async ({ id }) =>
        (await register.aliasesOfChannel(id)).map((alias) => ({ ...alias, isWhole: false })),
      ),
  ]);
  const matches = found.flat().toSorted((one, other) => Number(other.isWhole) - Number(one.isWhole));
  return [...new Set(matches.map(({ id }) => id))];
}

function begins(
  { address, accountId, accountName, owner, channelId }: Alias,
  channels: readonly LinkedChannel[],
  text: string,
  digits: string,
): boolean {
  const channel = channels.find(({ id }) => id === channelId);
  return (
    [address, owner?.mail].some((each) => each?.startsWith(foldAddress(text)) === true) ||
    (accountName !== undefined && foldName(accountName).startsWith(foldName(text))) ||
    accountId?.startsWith(digits) === true ||
    (channel !== undefined && isMeant(channel, text))
  );
}

function equals({ address, accountId, accountName, owner }: Alias, text: string, digits: string): boolean {
  const wanted = foldAddress(text);
  return (
    address === wanted ||
    accountId === digits ||
    (accountName !== undefined && foldName(accountName) === foldName(text)) ||
    owner?.mail === wanted
  );
}

function isMeant({ id, name, teamName }: LinkedChannel, text: string): boolean {
  const wanted = foldName(text);
  return id === text || [name, teamName].some((each) => foldName(each).startsWith(wanted));
}
