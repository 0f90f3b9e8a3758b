import { isUsedAtAws } from '../../aliases/ownership.ts';
import { chunks } from '../../shared/chunks.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Log } from '../../shared/log.ts';
import { cardDataOf, type CardData } from '../delivery/card-data.ts';
import type { Ledger, LedgerEntry } from '../ledger.ts';
import type { ChangePage, Listed } from '../mailbox.ts';
import { placeOfMessage } from '../mailbox-name.ts';
import type { RecogniseProbe } from '../reach/recognise-probe.ts';
import type { Sighting } from '../reach/seen.ts';
import { throughWhich } from '../reach/sightings.ts';
import { readMessage, type MessageRead, type ReaderDeps } from '../read-message.ts';
import { contentDigest } from './content-digest.ts';
import { entriesOf, unreadableEntry, vanishedEntry } from './new-entries.ts';
import { createSetbacks, type Setbacks } from './setbacks.ts';

export interface RecordDeps extends ReaderDeps {
  readonly ledger: Pick<Ledger, 'known' | 'record' | 'skip'>;
  /** Messages that were received before are left where they are; undefined: none are. */
  readonly since?: Date | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** Takes note, before anything is recorded, that AWS certainly wrote to an alias: an account uses it. */
  readonly noteAwsMail: (aliasId: string, receivedAt: Date) => Promise<void>;
  /** Whether it is a probe mail of Rootdesk's, which is noted and goes to nobody. */
  readonly recogniseProbe: RecogniseProbe;
  /** Takes note, in memory, that a mail came through a root mailbox. */
  readonly noteSighting: (sighting: Sighting) => void;
  /** Called after entries were recorded: delivery can start. */
  readonly wake: () => void;
  /** Keeps what was just read for the delivery that follows, so that it need not be read again. */
  readonly keep: (entryId: string, cardData: CardData) => void;
}

/** What is told of a page of messages that are to be recorded. */
export interface RecordedPage extends Pick<ChangePage, 'messageIds' | 'removedIds' | 'listed'> {
  /** They lay where no sweep looks. */
  readonly foundLate?: boolean;
}

/**
 * Reads and records messages as a pass does, those that the ledger knows left out.
 * @throws why a message could not be read; the others are recorded
 */
export async function recordMessages(
  deps: RecordDeps,
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
  deps: RecordDeps,
  messageId: string,
  signal: AbortSignal,
): Promise<boolean> {
  const found = await reading({ ...deps, setbacks: createSetbacks() }, messageId, signal);
  if ('error' in found) throw found.error;
  if (found.isGone === true) return false;
  await recordRead(deps, [found]);
  return true;
}

/** A recorder that remembers from page to page which messages it could not read. */
export interface PageDeps extends RecordDeps {
  readonly setbacks: Setbacks;
}

/** So many are recorded while the next are read: about as many as one transaction of the ledger takes. */
const RECORDED_AT_ONCE = 16;

/** Records what can be read of a page, and then fails if anything is left to be read by the next pass. */
export async function recordPage(deps: PageDeps, page: RecordedPage, signal: AbortSignal): Promise<void> {
  const { messageIds: present, removedIds = [], listed } = page;
  // What left the folder before anybody read it lies somewhere else, or nowhere. With immutable ids a message that was moved out
  // and back is told of as removed alone (microsoft-graph-docs 21752).
  const messageIds = [...new Set([...present, ...removedIds])];
  const known = await deps.ledger.known(messageIds, timesOf(listed ?? new Map()));
  const readings = messageIds.filter((id) => !known.has(id)).map((id) => reading(deps, id, signal));
  const all = Promise.all(readings);
  try {
    for (const some of chunks(readings, RECORDED_AT_ONCE)) {
      const read = await Promise.all(some);
      signal.throwIfAborted();
      await recordPart(
        deps,
        page,
        read.filter((each) => 'entries' in each),
      );
    }
  } finally {
    // None goes on beside the next pass.
    await all;
  }
  const unread = (await all).filter((each) => 'error' in each);
  if (unread.length === 0) return;
  const [control] = known;
  await giveUpOrFail(deps, unread, control, signal);
}

async function recordPart(
  deps: PageDeps,
  { listed = new Map(), foundLate = false }: RecordedPage,
  read: readonly Read[],
): Promise<void> {
  const counts = (receivedAt = deps.clock()): boolean => deps.since === undefined || receivedAt >= deps.since;
  const gone = read.filter(
    ({ messageId, isGone = false }) => isGone && counts(listed.get(messageId)?.receivedAt),
  );
  await recordRead(
    deps,
    foundLate ? read.map((each) => ({ ...each, entries: each.entries.map(late) })) : read,
    gone.map(({ messageId }) => vanishedEntry(messageId, listed.get(messageId), deps)),
  );
}

/**
 * A message that cannot be read while others can must not hold up the mailbox for ever: after some passes somebody is told
 * that it is there.
 *
 * @param control a message of the page that was read once
 * @throws why a message could not be read, unless all of them were given up
 */
async function giveUpOrFail(
  deps: PageDeps,
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
  deps: RecordDeps,
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
  deps: RecordDeps,
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
  deps: PageDeps,
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
    const skipped = { messageId, receivedAt: messageRead.stored.receivedAt };
    if (await deps.recogniseProbe(messageRead)) return { messageId, entries: [], skipped };
    await noteAwsMail(deps, messageRead);
    noteSighting(deps, messageRead);
    if (deps.since !== undefined && messageRead.stored.receivedAt < deps.since) {
      deps.log.debug({ messageId }, 'a message from before the first day is left where it is');
      return { messageId, entries: [], skipped };
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
  { noteAwsMail: note }: Pick<RecordDeps, 'noteAwsMail'>,
  { stored, analysis, aliases }: MessageRead,
): Promise<void> {
  if (analysis.genuine !== 'yes') return;
  const news = aliases.filter((alias) => !isUsedAtAws(alias));
  await Promise.all(news.map(({ id }) => note(id, stored.receivedAt)));
}

function noteSighting({ noteSighting: note }: Pick<RecordDeps, 'noteSighting'>, read: MessageRead): void {
  const rootMailbox = throughWhich(read);
  if (rootMailbox === undefined) return;
  const { id, receivedAt } = read.stored;
  note({ rootMailbox, receivedAt, central: placeOfMessage(id).mailbox });
}
