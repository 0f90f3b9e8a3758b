import { hash } from 'node:crypto';
import { FIRST_MAILBOX, type MailboxName } from '../mail/mailbox-name.ts';
import { foldAddress, foldAscii, foldName } from '../shared/identifiers.ts';

/**
 * Row keys of the one table. In partition `root` the rows of the old scheme have a GUID as their key; every row that Rootdesk
 * adds begins with `~`, which sorts after all of them. None of these rows has the old scheme's columns, so that the filters
 * of old clients (`in_use eq false`, `user_mail eq …`) never meet them.
 */
export const ROOT = 'root';
/** What is known about reaching people and teams. */
export const TEAMS = 'teams';
/** One row for each mail and alias. */
export const LEDGER = 'ledger';
/** Cursors and the lease of the sweep. */
export const SWEEP = 'sweep';

/** Sorts after every character that a key may go on with: the upper end of a range of keys that begin with a prefix. */
export const LAST = '~';

/** Keys of at least `from` and below `until`. */
export interface KeyRange {
  readonly from: string;
  readonly until: string;
}

/** The range of all keys that begin with the prefix and, where given, go on with a beginning; or from a place within it. */
export function within(start: string, from = '', beginning = ''): KeyRange {
  return { from: `${start}${beginning}${from}`, until: `${start}${beginning}${LAST}` };
}

/** The least place above a key, as far as our keys go. */
export function after(rowKey: string): string {
  return `${rowKey}!`;
}

/** All aliases: GUIDs are their keys, every other key of the partition begins with `~`. */
export const ALIASES: KeyRange = { from: '', until: LAST };

export const prefix = {
  address: '~address:',
  account: '~account:',
  /** Account ids of aliases that are not allotted any more. */
  formerAccount: '~former-account:',
  accountName: '~account-name:',
  free: '~free:',
  owner: '~owner:',
  ownerAliases: (mail: string) => `~owner:${addressPart(mail)}:`,
  /** People keep their object id, whatever becomes of their address. */
  ownerId: '~owner-id:',
  ownerIdAliases: (personId: string) => `~owner-id:${keyOf(personId)}:`,
  channelAliases: '~channel-alias:',
  channelAlias: (channelId: string) => `~channel-alias:${keyOf(channelId)}:`,
  quarantine: '~quarantine:',
  asked: (personId: string) => `~asked:${keyOf(personId)}:`,
  anybodysOpen: '~open:',
  open: (personId: string) => `~open:${keyOf(personId)}:`,
  pending: '~pending:',
  channel: '~channel:',
  audit: '~audit:',
  history: (aliasId: string) => `~history:${keyOf(aliasId)}:`,
  job: '~errand:',
  handling: '~handling:',
  /** Mail of an alias that somebody looks after, or was shown. */
  anyLookedAt: '~looked-at:',
  lookedAt: (aliasId: string) => `~looked-at:${keyOf(aliasId)}:`,
} as const;

/** Keys of what is kept of each central mailbox; those of the first one name none. */
export function inMailbox(key: string, mailbox: MailboxName): string {
  return mailbox === FIRST_MAILBOX ? key : `${key}:${addressPart(mailbox)}`;
}

/** A change has a hundred rows at most; what it holds is read in the order in which it was given. */
function sortable(position: number): string {
  return String(position).padStart(2, '0');
}

export const key = {
  /** An alias's id as it is in the table; what cannot be one becomes a key that no alias has. */
  alias: (id: string) => (PLAIN.test(id) ? id : keyOf(id)),
  address: (address: string) => `${prefix.address}${addressPart(address)}`,
  account: (accountId: string) => `${prefix.account}${keyOf(accountId)}`,
  formerAccount: (accountId: string, aliasId: string) =>
    `${prefix.formerAccount}${keyOf(accountId)}:${aliasId}`,
  accountName: (name: string, aliasId: string) => `${prefix.accountName}${namePart(name)}:${aliasId}`,
  free: (aliasId: string) => `${prefix.free}${aliasId}`,
  owner: (mail: string, aliasId: string) => `${prefix.ownerAliases(mail)}${aliasId}`,
  ownerId: (personId: string, aliasId: string) => `${prefix.ownerIdAliases(personId)}${aliasId}`,
  channelAlias: (channelId: string, aliasId: string) => `${prefix.channelAlias(channelId)}${aliasId}`,
  /** In the order in which quarantines end. */
  quarantine: (until: Date, aliasId: string) => `${prefix.quarantine}${until.toISOString()}:${aliasId}`,
  request: (id: string) => `~request:${keyOf(id)}`,
  /** In the order in which they were made. */
  asked: (personId: string, at: Date, requestId: string) =>
    `${prefix.asked(personId)}${at.toISOString()}:${keyOf(requestId)}`,
  open: (personId: string, requestId: string) => `${prefix.open(personId)}${keyOf(requestId)}`,
  pending: (requestId: string) => `${prefix.pending}${keyOf(requestId)}`,
  channel: (channelId: string) => `${prefix.channel}${keyOf(channelId)}`,
  audit: (at: Date, changeId: string, position: number) =>
    `${prefix.audit}${at.toISOString()}:${keyOf(changeId)}:${sortable(position)}`,
  history: (aliasId: string, at: Date, changeId: string, position: number) =>
    `${prefix.history(aliasId)}${at.toISOString()}:${keyOf(changeId)}:${sortable(position)}`,
  job: (at: Date, changeId: string, position: number) =>
    `${prefix.job}${at.toISOString()}:${keyOf(changeId)}:${sortable(position)}`,
  handling: (ledgerId: string) => `${prefix.handling}${hashed(ledgerId)}`,
  lookedAt: (aliasId: string, ledgerId: string) => `${prefix.lookedAt(aliasId)}${hashed(ledgerId)}`,
  mark: (name: string) => `~mark:${exactly(name)}`,
  /** Where marks are whose names an earlier version folded; the row tells which name it is. */
  foldedMark: (name: string) => `~mark:${keyOf(name)}`,
} as const;

/** What may be in a key as it is: no `/ \ # ?`, no control characters, no `:` of ours, nothing that URLs must encode. */
const PLAIN = /^[A-Za-z0-9_@.+-]{1,200}$/;
/** What hashes begin with, so that no text from outside can pass for one. */
const HASHED = 'h-';

function hashed(text: string): string {
  return hash('sha256', text);
}

/** What hashes of exact text begin with. */
const EXACT = 'x-';

/**
 * Names and ids of which upper and lower case matter: the keys that clients choose, Graph's message ids. Two that differ in anything
 * have two keys.
 */
export function exactly(text: string): string {
  const isPlain = PLAIN.test(text) && text === foldAscii(text);
  return isPlain && !text.startsWith(HASHED) && !text.startsWith(EXACT) ? text : `${EXACT}${hashed(text)}`;
}

/**
 * Ids of Entra, Teams and our own as a part of a key: itself where it can be, a hash where it cannot (Teams ids, forged ids). Keys
 * have always been in lower case, the ids in the rows never: whoever reads a row by an id looks whether it is that one.
 */
export function keyOf(text: string): string {
  const lower = foldAscii(text);
  if (PLAIN.test(lower) && !lower.startsWith(HASHED)) return lower;
  return `${HASHED}${hashed(lower)}`;
}

const SPELT_MOST = 400;

/** An address as a part of a key that can be searched by its beginning. */
export function addressPart(address: string): string {
  return spelt(foldAddress(address));
}

/** A name as a part of a key: people look for names without regard to case, in any script. */
export function namePart(name: string): string {
  return spelt(foldName(name));
}

/**
 * Text as a part of a key, each character that keys or URLs dislike as `=<code point>=`, so that what begins alike is spelt alike.
 * A key has 512 characters at most; what is longer than any address or account name is cut.
 */
function spelt(text: string): string {
  return Array.from(text, spell).join('').slice(0, SPELT_MOST);
}

function spell(character: string): string {
  if (PLAIN.test(character)) return character;
  return `=${(character.codePointAt(0) ?? 0).toString(16)}=`;
}
