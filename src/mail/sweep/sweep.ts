import { isUsedAtAws } from '../../aliases/ownership.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Log } from '../../shared/log.ts';
import { ledgerIdOf, type Cursors, type Ledger, type LedgerEntry } from '../ledger.ts';
import { gistOf, type Gist } from '../delivery/gist.ts';
import { sharersOf } from '../delivery/shared-card.ts';
import {
  CursorExpired,
  FOLDERS,
  type ChangePage,
  type Folder,
  type Listed,
  type Mailbox,
} from '../mailbox.ts';
import { contentDigest } from './content-digest.ts';
import { isAwsDomain } from '../rules.ts';
import { route, type Destination } from '../route.ts';
import { createSetbacks, type Setbacks } from './setbacks.ts';
import { readAndUnderstand, type ReaderParts, type Understood } from '../read-message.ts';

export interface SweepParts extends ReaderParts {
  readonly mailbox: Mailbox;
  readonly ledger: Pick<Ledger, 'known' | 'record' | 'skip'>;
  readonly cursors: Cursors;
  /** Messages that were received before are left where they are; undefined: none are. */
  readonly since?: Date | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** Takes note, before anything is recorded, that AWS certainly wrote to an alias: an account uses it. */
  readonly noteAwsMail: (aliasId: string, receivedAt: Date) => Promise<void>;
  /** Called after entries were recorded: delivery can start. */
  readonly wake: () => void;
  /** Keeps what was just read for the delivery that follows, so that it need not be read again. */
  readonly keep: (entryId: string, gist: Gist) => void;
  /** Waits until the deliveries have caught up so far that what is read next can be kept for them. */
  readonly caughtUp: () => Promise<void>;
}

/**
 * One pass over the central mailbox, folder by folder and page by page: read, understand, write the ledger, then move the
 * cursor. Whatever fails before the cursor moves is done again by the next pass; the ledger keeps it from being posted twice.
 *
 * @throws {MailboxUnavailable} when the mailbox does not answer; whatever was read before stays read
 */
export type Sweep = (signal: AbortSignal) => Promise<void>;

/** Makes a sweep that remembers from pass to pass which messages it could not read. */
export function createSweep(parts: SweepParts): Sweep {
  const folderParts: FolderParts = { ...parts, setbacks: createSetbacks() };
  return async (signal) => {
    const troubles: unknown[] = [];
    // A folder in trouble does not keep the other from being read.
    for (const folder of FOLDERS) {
      try {
        await sweepFolder(folderParts, folder, signal);
      } catch (error) {
        signal.throwIfAborted();
        troubles.push(error);
      }
    }
    if (troubles.length > 0) throw troubles[0];
  };
}

/**
 * Reads and records messages as a pass does, those that the ledger knows left out.
 * @throws why a message could not be read; the others are recorded
 */
export async function recordMessages(
  parts: SweepParts,
  page: RecordedPage,
  signal: AbortSignal,
): Promise<void> {
  await recordPage({ ...parts, setbacks: createSetbacks() }, page, signal);
}

/**
 * Reads and records a message that could not be found before; false when it is not there now either.
 * @throws why it could not be read
 */
export async function recordIfThere(
  parts: SweepParts,
  messageId: string,
  signal: AbortSignal,
): Promise<boolean> {
  const found = await reading({ ...parts, setbacks: createSetbacks() }, messageId, signal);
  if ('error' in found) throw found.error;
  if (found.isGone === true) return false;
  await recordRead(parts, [found]);
  return true;
}

/** What is told of a page of messages that are to be recorded. */
export interface RecordedPage extends Pick<ChangePage, 'messageIds' | 'removedIds' | 'listed'> {
  /** They lay where no sweep looks. */
  readonly foundLate?: boolean;
}

interface FolderParts extends SweepParts {
  readonly setbacks: Setbacks;
}

async function sweepFolder(parts: FolderParts, folder: Folder, signal: AbortSignal): Promise<void> {
  let saved = await parts.cursors.load(folder);
  let cursor = saved?.cursor;
  for (;;) {
    signal.throwIfAborted();
    const page = await nextPage(parts, folder, cursor, signal);
    await recordPage(parts, page, signal);
    const moved = await parts.cursors.save(folder, page.cursor, saved);
    if (moved === undefined) {
      parts.log.warn({ folder }, 'another sweep moved the cursor; this one leaves the folder to it');
      return;
    }
    saved = moved;
    cursor = page.cursor;
    if (!page.more) return;
    await parts.caughtUp();
  }
}

/** The next page; from the beginning of the folder when the server has lost our place. */
async function nextPage(
  parts: FolderParts,
  folder: Folder,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<ChangePage> {
  try {
    return await parts.mailbox.changes(folder, cursor, signal);
  } catch (error) {
    if (!(error instanceof CursorExpired)) throw error;
    parts.log.warn({ folder, code: error.code }, 'reading the folder again from its beginning');
    return parts.mailbox.changes(folder, undefined, signal);
  }
}

/** Records what can be read of a page, and then fails if anything is left to be read by the next pass. */
async function recordPage(
  parts: FolderParts,
  { messageIds: present, removedIds = [], listed = new Map(), foundLate = false }: RecordedPage,
  signal: AbortSignal,
): Promise<void> {
  // What left the folder before anybody read it lies somewhere else, or nowhere. With immutable ids a message that was moved out
  // and back is told of as removed alone (microsoft-graph-docs 21752).
  const messageIds = [...new Set([...present, ...removedIds])];
  const known = await parts.ledger.known(messageIds, timesOf(listed));
  const readings = await Promise.all(
    messageIds.filter((id) => !known.has(id)).map((id) => reading(parts, id, signal)),
  );
  signal.throwIfAborted();
  const read = readings.filter((each) => 'entries' in each);
  const counts = (receivedAt = parts.clock()): boolean =>
    parts.since === undefined || receivedAt >= parts.since;
  const gone = read.filter(
    ({ messageId, isGone = false }) => isGone && counts(listed.get(messageId)?.receivedAt),
  );
  await recordRead(
    parts,
    foundLate ? read.map((each) => ({ ...each, entries: each.entries.map(late) })) : read,
    gone.map(({ messageId }) => vanishedEntry(messageId, listed.get(messageId), parts)),
  );
  const unread = readings.filter((each) => 'error' in each);
  if (unread.length === 0) return;
  const [control] = known;
  await giveUpOrFail(parts, unread, control, signal);
}

/**
 * A message that cannot be read while others can must not hold up the mailbox for ever: after some passes somebody is told
 * that it is there.
 *
 * @param control a message of the page that was read once
 * @throws why a message could not be read, unless all of them were given up
 */
async function giveUpOrFail(
  parts: FolderParts,
  unread: readonly Unread[],
  control: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  const others = parts.setbacks.lastRead ?? control;
  const othersCanBeRead = others !== undefined && !('error' in (await reading(parts, others, signal, false)));
  signal.throwIfAborted();
  const left = unread.filter(
    ({ messageId }) => !othersCanBeRead || !parts.setbacks.isHopelessAfter(messageId),
  );
  const givenUp = unread.filter((each) => !left.includes(each));
  for (const { messageId, error } of givenUp) {
    parts.log.error({ messageId, err: error }, 'a message was given up: triage is told that it is there');
  }
  await record(
    parts,
    givenUp.map(({ messageId }) => unreadableEntry(messageId, parts.clock())),
  );
  if (left[0] !== undefined) throw left[0].error;
}

async function recordRead(
  parts: SweepParts,
  read: readonly Read[],
  vanished: readonly LedgerEntry[] = [],
): Promise<void> {
  const skipped = read.flatMap(({ skipped: message }) => message ?? []);
  if (skipped.length > 0) await parts.ledger.skip(skipped);
  await record(
    parts,
    [...read.flatMap(({ entries }) => entries), ...vanished],
    new Map(read.flatMap(({ messageId, digest }) => (digest === undefined ? [] : [[messageId, digest]]))),
  );
}

function late(entry: LedgerEntry): LedgerEntry {
  return { ...entry, foundLate: true };
}

/** When messages were received, as far as a list tells. */
export function timesOf(listed: ReadonlyMap<string, Listed>): ReadonlyMap<string, Date> {
  return new Map(
    [...listed].flatMap(([id, { receivedAt }]) => (receivedAt === undefined ? [] : [[id, receivedAt]])),
  );
}

async function record(
  parts: SweepParts,
  entries: readonly LedgerEntry[],
  digests: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  if (entries.length === 0) return;
  await parts.ledger.record(entries, digests);
  parts.wake();
}

interface Unread {
  readonly messageId: string;
  readonly error: unknown;
}

interface Read {
  readonly messageId: string;
  readonly entries: readonly LedgerEntry[];
  readonly digest?: string | undefined;
  readonly isGone?: boolean;
  /** It is left where it is. */
  readonly skipped?: Pick<LedgerEntry, 'messageId' | 'receivedAt'>;
}

/** The entries of a message, none for one that is gone, or why it could not be read. */
async function reading(
  parts: FolderParts,
  messageId: string,
  signal: AbortSignal,
  keep = true,
): Promise<Read | Unread> {
  try {
    const understood = await readAndUnderstand(parts, messageId, signal);
    if (understood === undefined) {
      parts.log.info({ messageId }, 'a message was gone before it could be read');
      return { messageId, entries: [], isGone: true };
    }
    parts.setbacks.wasRead(messageId);
    await noteAwsMail(parts, understood);
    if (parts.since !== undefined && understood.stored.receivedAt < parts.since) {
      parts.log.debug({ messageId }, 'a message from before the first day is left where it is');
      return { messageId, entries: [], skipped: { messageId, receivedAt: understood.stored.receivedAt } };
    }
    const entries = entriesOf(messageId, understood);
    const gist = gistOf(understood);
    if (keep) for (const { id } of entries) parts.keep(id, gist);
    const { stored, mail, understanding } = understood;
    return { messageId, entries, digest: contentDigest(stored, mail, understanding) };
  } catch (error) {
    return { messageId, error };
  }
}

/** The first mail of each alias alone writes anything. */
async function noteAwsMail(
  { noteAwsMail: note }: Pick<SweepParts, 'noteAwsMail'>,
  { stored, understanding, aliases }: Understood,
): Promise<void> {
  if (understanding.genuine !== 'yes') return;
  const news = aliases.filter((alias) => !isUsedAtAws(alias));
  await Promise.all(news.map(({ id }) => note(id, stored.receivedAt)));
}

function entriesOf(messageId: string, { stored, mail, understanding, aliases }: Understood): LedgerEntry[] {
  const destinations = route(mail, understanding, aliases);
  const owned = destinations.flatMap((each) => (each.kind === 'owner' ? [each.aliasId] : []));
  const sharers = sharersOf(aliases.filter(({ id }) => owned.includes(id)));
  return destinations.map((destination) => ({
    id: ledgerIdOf(messageId, destination.kind === 'owner' ? destination.aliasId : undefined),
    messageId,
    ...whereTo(destination),
    sharesCardWith: destination.kind === 'owner' ? (sharers.get(destination.aliasId) ?? []) : [],
    receivedAt: stored.receivedAt,
    category: understanding.category,
    severity: understanding.severity,
    genuine: understanding.genuine,
    withheld: understanding.secret,
    announced: understanding.announced,
    accountId: understanding.accountId,
    readable: true,
  }));
}

/** All that is known of a message that is gone, or seems to be. */
function vanishedEntry(
  messageId: string,
  listed: Listed | undefined,
  { clock, rules }: Pick<SweepParts, 'clock' | 'rules'>,
): LedgerEntry {
  const { receivedAt, senderDomain = '' } = listed ?? {};
  const from = isAwsDomain(senderDomain, rules.awsSenders) ? ` from ${senderDomain}` : '';
  const came = receivedAt === undefined ? `was noticed ${minute(clock())}` : `came ${minute(receivedAt)}`;
  return {
    ...unreadableEntry(messageId, receivedAt ?? clock()),
    id: `${messageId}:vanished`,
    triageReason: `A message${from} ${came} and was gone before Rootdesk could read it: a person, an inbox rule or a retention policy deleted it. Nobody was told what it said. Look for it in the recoverable items of the central mailbox. Its id: ${messageId}`,
    readable: true,
    vanished: true,
  };
}

function minute(at: Date): string {
  return `on ${at.toISOString().slice(0, 16).replace('T', ' at ')} UTC`;
}

/** All that is known of a message that cannot be read. Nothing of it will be shown, so nothing of it need be withheld. */
function unreadableEntry(messageId: string, now: Date): LedgerEntry {
  return {
    id: ledgerIdOf(messageId, undefined),
    messageId,
    aliasId: undefined,
    triageReason:
      'The mail could not be read: Microsoft 365 did not hand it over. Somebody should look at it in the central mailbox.',
    receivedAt: now,
    category: 'account-admin',
    severity: 'action',
    genuine: 'suspicious',
    withheld: false,
    announced: false,
    accountId: undefined,
    readable: false,
  };
}

function whereTo(destination: Destination): Pick<LedgerEntry, 'aliasId' | 'triageReason'> {
  return destination.kind === 'owner'
    ? { aliasId: destination.aliasId, triageReason: undefined }
    : { aliasId: undefined, triageReason: destination.reason };
}
