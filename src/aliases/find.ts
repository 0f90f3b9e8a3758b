import type { Grant } from '../rights/grant.ts';
import type { Rights } from '../rights/rights.ts';
import type { Alias } from './alias.ts';
import { parseAccountId } from './aws-limits.ts';
import { FOUND_MOST, type Found } from './aliases.ts';
import type { LinkedChannel } from '../channels/channel.ts';
import type { AliasRegister } from './alias-register.ts';
import { foldAddress, foldName } from '../shared/identifiers.ts';

type Searched = Pick<AliasRegister, 'search' | 'channels' | 'aliasesOfChannel'>;

interface FindDeps {
  readonly register: Searched;
  readonly rights: Pick<Rights, 'seen' | 'reach'>;
}

/**
 * See `Aliases.find`. What a caller may see is found however much more there is: those of their own and of their channels are looked
 * through beside the first of the register.
 */
export async function find(
  { register, rights }: FindDeps,
  { caller }: Grant<'find'>,
  text: string,
): Promise<Found> {
  const wanted = text.trim();
  const digits = parseAccountId(wanted) ?? wanted;
  const channels = (await register.channels()).map(({ value }) => value);
  const theirs = (await rights.reach(caller)) ?? [];
  const found = wanted === '' ? [] : await search(register, channels, wanted, digits);
  const meant = theirs.filter((alias) => begins(alias, channels, wanted, digits));
  const unique = [...new Map([...found, ...meant].map((alias) => [alias.id, alias])).values()];
  const exact = (alias: Alias): boolean => equals(alias, wanted, digits);
  const sorted = [...unique.filter(exact), ...unique.filter((alias) => !exact(alias))];
  const seen = wanted === '' ? [] : await rights.seen(caller, sorted);
  return { aliases: seen.slice(0, FOUND_MOST), more: seen.length > FOUND_MOST };
}

async function search(
  register: Searched,
  channels: readonly LinkedChannel[],
  wanted: string,
  digits: string,
): Promise<readonly Alias[]> {
  const most = FOUND_MOST + 1;
  const found = await Promise.all([
    register.search('address', wanted, most),
    register.search('accountId', digits, most),
    register.search('accountName', wanted, most),
    register.search('owner', wanted, most),
    ...channels.filter((each) => isMeant(each, wanted)).map(({ id }) => register.aliasesOfChannel(id)),
  ]);
  return found.flat();
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
