import { parseAccountId, type Alias } from './alias.ts';
import { FOUND_MOST, type Found } from './aliases.ts';
import type { LinkedChannel, Register } from './register.ts';
import { foldAddress, foldName } from '../identifiers.ts';

type Searched = Pick<Register, 'search' | 'channels' | 'aliasesOfChannel'>;

/** See `Aliases.find`. */
export async function find(register: Searched, text: string): Promise<Found> {
  const wanted = text.trim();
  if (wanted === '') return { aliases: [], more: false };
  const digits = parseAccountId(wanted) ?? wanted;
  const most = FOUND_MOST + 1;
  const found = await Promise.all([
    register.search('address', wanted, most),
    register.search('accountId', digits, most),
    register.search('accountName', wanted, most),
    register.search('owner', wanted, most),
    ofChannels(register, text.trim()),
  ]);
  const unique = [...new Map(found.flat().map((alias) => [alias.id, alias])).values()];
  const exact = (alias: Alias): boolean => equals(alias, text, digits);
  const sorted = [...unique.filter(exact), ...unique.filter((alias) => !exact(alias))];
  return { aliases: sorted.slice(0, FOUND_MOST), more: sorted.length > FOUND_MOST };
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

/** Channels are few: one range read gives them all. */
async function ofChannels(register: Searched, text: string): Promise<readonly Alias[]> {
  const channels = (await register.channels()).map(({ value }) => value);
  const meant = channels.filter((channel) => isMeant(channel, text));
  return (await Promise.all(meant.map(({ id }) => register.aliasesOfChannel(id)))).flat();
}

function isMeant({ id, name, teamName }: LinkedChannel, text: string): boolean {
  const wanted = foldName(text);
  return id === text || [name, teamName].some((each) => foldName(each).startsWith(wanted));
}
