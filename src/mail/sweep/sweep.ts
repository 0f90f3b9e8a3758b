import { isUsedAtAws } from '../../aliases/ownership.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Log } from '../../shared/log.ts';
import { ledgerIdOf, type Cursors, type Ledger, type LedgerEntry } from '../ledger.ts';
import { cardDataOf, type CardData } from '../delivery/card-data.ts';
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
import { readMessage, type ReaderDeps, type MessageRead } from '../read-message.ts';

export interface SweepDeps extends ReaderDeps {
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
  readonly keep: (entryId: string, cardData: CardData) => void;
  /** Waits until the deliveries have caught up so far that what is read next can be kept for them. */
  readonly caughtUp: () => Promise<void>;
}

/**
 * One pass over the central mailbox, folder by folder and page by page: read, analyze, write the ledger, then move the
 * cursor. Whatever fails before the cursor moves is done again by the next pass; the ledger keeps it from being posted twice.
 *
 * @throws {MailboxUnavailable} when the mailbox does not answer; whatever was read before stays read
 */
export type Sweep = (signal: AbortSignal) => Promise<void>;

/** Makes a sweep that remembers from pass to pass which messages it could not read. */
export function createSweep(deps: SweepDeps): Sweep {
  const folderParts: FolderDeps = { ...deps, setbacks: createSetbacks() };
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
  deps: SweepDeps,
  page: RecordedPage,
  signal: AbortSignal,
): Promise<void> {
  await recordPage({ ...deps, setbacks: createSetbacks() }, page, signal);
}

/**
 * Reads and records a message that could not be found before; false when it is not there now either.
 * @throws why it could not be read
 */
export async function recordIfThere(
  deps: SweepDeps,
  messageId: string,
  signal: AbortSignal,
): Promise<boolean> {
  const found = await reading({ ...deps, setbacks: createSetbacks() }, messageId, signal);
  if ('error' in found) throw found.error;
  if (found.isGone === true) return false;
  await recordRead(deps, [found]);
  return true;
}

/** What is told of a page of messages that are to be recorded. */
export interface RecordedPage extends Pick<ChangePage, 'messageIds' | 'removedIds' | 'listed'> {
  /** They lay where no sweep looks. */
  readonly foundLate?: boolean;
}

interface FolderDeps extends SweepDeps {
  readonly setbacks: Setbacks;
}

async function sweepFolder(deps: FolderDeps, folder: Folder, signal: AbortSignal): Promise<void> {
  let saved = await deps.cursors.load(folder);
  let cursor = saved?.cursor;
  for (;;) {
    signal.throwIfAborted();
    const page = await nextPage(deps, folder, cursor, signal);
    await recordPage(deps, page, signal);
    const moved = await deps.cursors.save(folder, page.cursor, saved);
    if (moved === undefined) {
      deps.log.warn({ folder }, 'another sweep moved the cursor; this one leaves the folder to it');
      return;
    }
    saved = moved;
    cursor = page.cursor;
    if (!page.more) return;
    await deps.caughtUp();
  }
}

/** The next page; from the beginning of the folder when the server has lost our place. */
async function nextPage(
  deps: FolderDeps,
  folder: Folder,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<ChangePage> {
  try {
    return await deps.mailbox.changes(folder, cursor, signal);
  } catch (error) {
    if (!(error instanceof CursorExpired)) throw error;
    deps.log.warn({ folder, code: error.code }, 'reading the folder again from its beginning');
    return deps.mailbox.changes(folder, undefined, signal);
  }
}

/** Records what can be read of a page, and then fails if anything is left to be read by the next pass. */
async function recordPage(
  deps: FolderDeps,
  { messageIds: present, removedIds = [], listed = new Map(), foundLate = false }: RecordedPage,
  signal: AbortSignal,
): Promise<void> {
  // What left the folder before anybody read it lies somewhere else, or nowhere. With immutable ids a message that was moved out
  // and back is told of as removed alone (microsoft-graph-docs 21752).
  const messageIds = [...new Set([...present, ...removedIds])];
  const known = await deps.ledger.known(messageIds, timesOf(listed));
  const readings = await Promise.all(
    messageIds.filter((id) => !known.has(id)).map((id) => reading(deps, id, signal)),
  );
  signal.throwIfAborted();
  const read = readings.filter((each) => 'entries' in each);
  const counts = (receivedAt = deps.clock()): boolean => deps.since === undefined || receivedAt >= deps.since;
  const gone = read.filter(
    ({ messageId, isGone = false }) => isGone && counts(listed.get(messageId)?.receivedAt),
  );
  await recordRead(
    deps,
    foundLate ? read.map((each) => ({ ...each, entries: each.entries.map(late) })) : read,
    gone.map(({ messageId }) => vanishedEntry(messageId, listed.get(messageId), deps)),
  );
  const unread = readings.filter((each) => 'error' in each);
  if (unread.length === 0) return;
  const [control] = known;
  await giveUpOrFail(deps, unread, control, signal);
}

/**
 * A message that cannot be read while others can must not hold up the mailbox for ever: after some passes somebody is told
 * that it is there.
 *
 * @param control a message of the page that was read once
 * @throws why a message could not be read, unless all of them were given up
 */
async function giveUpOrFail(
  deps: FolderDeps,
  unread: readonly Unread[],
  control: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  const others = deps.setbacks.lastRead ?? control;
  const othersCanBeRead = others !== undefined && !('error' in (await reading(deps, others, signal, false)));
  signal.throwIfAborted();
  const left = unread.filter(
    ({ messageId }) => !othersCanBeRead || !deps.setbacks.isHopelessAfter(messageId),
  );
  const givenUp = unread.filter((each) => !left.includes(each));
  for (const { messageId, error } of givenUp) {
    deps.log.error({ messageId, err: error }, 'a message was given up: triage is told that it is there');
  }
  await record(
    deps,
    givenUp.map(({ messageId }) => unreadableEntry(messageId, deps.clock())),
  );
  if (left[0] !== undefined) throw left[0].error;
}

async function recordRead(
  deps: SweepDeps,
  read: readonly Read[],
  vanished: readonly LedgerEntry[] = [],
): Promise<void> {
  const skipped = read.flatMap(({ skipped: message }) => message ?? []);
  if (skipped.length > 0) await deps.ledger.skip(skipped);
  await record(
    deps,
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
  deps: SweepDeps,
  entries: readonly LedgerEntry[],
  digests: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  if (entries.length === 0) return;
  await deps.ledger.record(entries, digests);
  deps.wake();
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
  deps: FolderDeps,
  messageId: string,
  signal: AbortSignal,
  keep = true,
): Promise<Read | Unread> {
  try {
    const messageRead = await readMessage(deps, messageId, signal);
    if (messageRead === undefined) {
      deps.log.info({ messageId }, 'a message was gone before it could be read');
      return { messageId, entries: [], isGone: true };
    }
    deps.setbacks.wasRead(messageId);
    await noteAwsMail(deps, messageRead);
    if (deps.since !== undefined && messageRead.stored.receivedAt < deps.since) {
      deps.log.debug({ messageId }, 'a message from before the first day is left where it is');
      return { messageId, entries: [], skipped: { messageId, receivedAt: messageRead.stored.receivedAt } };
    }
    const entries = entriesOf(messageId, messageRead);
    const cardData = cardDataOf(messageRead);
    if (keep) for (const { id } of entries) deps.keep(id, cardData);
    const { stored, mail, analysis } = messageRead;
    return { messageId, entries, digest: contentDigest(stored, mail, analysis) };
  } catch (error) {
    return { messageId, error };
  }
}

/** The first mail of each alias alone writes anything. */
async function noteAwsMail(
  { noteAwsMail: note }: Pick<SweepDeps, 'noteAwsMail'>,
  { stored, analysis, aliases }: MessageRead,
): Promise<void> {
  if (analysis.genuine !== 'yes') return;
  const news = aliases.filter((alias) => !isUsedAtAws(alias));
  await Promise.all(news.map(({ id }) => note(id, stored.receivedAt)));
}

function entriesOf(messageId: string, { stored, mail, analysis, aliases }: MessageRead): LedgerEntry[] {
  const destinations = route(mail, analysis, aliases);
  const owned = destinations.flatMap((each) => (each.kind === 'owner' ? [each.aliasId] : []));
  const sharers = sharersOf(aliases.filter(({ id }) => owned.includes(id)));
  return destinations.map((destination) => ({
    id: ledgerIdOf(messageId, destination.kind === 'owner' ? destination.aliasId : undefined),
    messageId,
    ...whereTo(destination),
    sharesCardWith: destination.kind === 'owner' ? (sharers.get(destination.aliasId) ?? []) : [],
    receivedAt: stored.receivedAt,
    category: analysis.category,
    severity: analysis.severity,
    genuine: analysis.genuine,
    withheld: analysis.secret,
    announced: analysis.announced,
    accountId: analysis.accountId,
    readable: true,
  }));
}

/** All that is known of a message that is gone, or seems to be. */
function vanishedEntry(
  messageId: string,
  listed: Listed | undefined,
  { clock, rules }: Pick<SweepDeps, 'clock' | 'rules'>,
): LedgerEntry {
  const { receivedAt, senderDomain = '' } = listed ?? {};
  const noticedAt = clock();
  const awsDomain = isAwsDomain(senderDomain, rules.awsSenders) ? senderDomain : undefined;
  return {
    ...unreadableEntry(messageId, receivedAt ?? noticedAt),
    id: `${messageId}:vanished`,
    triageReason: { code: 'vanished', receivedAt, noticedAt, awsDomain, messageId },
    readable: true,
    vanished: true,
  };
}

/** All that is known of a message that cannot be read. Nothing of it will be shown, so nothing of it need be withheld. */
function unreadableEntry(messageId: string, now: Date): LedgerEntry {
  return {
    id: ledgerIdOf(messageId, undefined),
    messageId,
    aliasId: undefined,
    triageReason: { code: 'not-handed-over' },
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
