import { createHash } from 'node:crypto';

/**
 * Row keys of the one table. In partition `root` the rows of the old scheme have a GUID as their key; every row that Rootdesk
 * adds begins with `~`, which sorts after all of them. None of these rows has the old scheme's columns, so that the filters
 * of old clients (`in_use eq false`, `user_mail eq …`) never meet them.
 */
export const ROOT = 'root';
/** What is known about reaching people and teams. */
export const TEAMS = 'teams';
/** One row a mail and alias. */
export const LEDGER = 'ledger';
/** Cursors and the lease of the sweep. */
export const SWEEP = 'sweep';

/** Sorts after every character that a key may go on with: the upper end of a range of keys that begin with a prefix. */
const LAST = '~';

/** The range of all keys that begin with the prefix, or from a place within it. */
export function within(prefix: string, from = ''): { from: string; until: string } {
  return { from: `${prefix}${from}`, until: `${prefix}${LAST}` };
}

export const prefix = {
  address: '~address:',
  account: '~account:',
  free: '~free:',
  owner: (mail: string) => `~owner:${keyOf(mail)}:`,
  channelAlias: (channelId: string) => `~channel-alias:${keyOf(channelId)}:`,
  open: (personId: string) => `~open:${keyOf(personId)}:`,
  pending: '~pending:',
  channel: '~channel:',
  audit: '~audit:',
  history: (aliasId: string) => `~history:${aliasId}:`,
  errand: '~errand:',
} as const;

export const key = {
  address: (address: string) => `${prefix.address}${keyOf(address)}`,
  account: (accountId: string) => `${prefix.account}${accountId}`,
  free: (aliasId: string) => `${prefix.free}${aliasId}`,
  owner: (mail: string, aliasId: string) => `${prefix.owner(mail)}${aliasId}`,
  channelAlias: (channelId: string, aliasId: string) => `${prefix.channelAlias(channelId)}${aliasId}`,
  request: (id: string) => `~request:${keyOf(id)}`,
  open: (personId: string, requestId: string) => `${prefix.open(personId)}${keyOf(requestId)}`,
  pending: (requestId: string) => `${prefix.pending}${keyOf(requestId)}`,
  channel: (channelId: string) => `${prefix.channel}${keyOf(channelId)}`,
  audit: (at: Date, changeId: string, position: number) =>
    `${prefix.audit}${at.toISOString()}:${keyOf(changeId)}:${position}`,
  history: (aliasId: string, at: Date, changeId: string, position: number) =>
    `${prefix.history(aliasId)}${at.toISOString()}:${keyOf(changeId)}:${position}`,
  errand: (at: Date, changeId: string, position: number) =>
    `${prefix.errand}${at.toISOString()}:${keyOf(changeId)}:${position}`,
} as const;

/** What may stand in a key as it is: no `/ \ # ?`, no control characters, no `:` of ours, nothing that URLs must encode. */
const PLAIN = /^[A-Za-z0-9_@.+-]{1,200}$/;

/** Text as a part of a key, lower case: itself where it can be, a hash where it cannot (Teams ids, odd addresses, forged ids). */
export function keyOf(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return `h-${createHash('sha256').update(lower).digest('hex')}`;
}
