import type { Ending, Queue } from '../messages/queue.ts';
import type { TriageReason } from '../messages/triage-reason.ts';
import type { Folder } from './mailbox.ts';
import type { Category, Severity } from '../channels/mail-topics.ts';
import type { Genuine } from './analysis.ts';

/** One row for each message and alias: what is to be done with it, and what has been. Metadata only, never text of the mail. */
export interface LedgerEntry {
  readonly id: string;
  /** Immutable id, and the central mailbox in which it lies; see `idIn`. */
  readonly messageId: string;
  /** The alias whose owners get it; undefined when it goes to triage. */
  readonly aliasId: string | undefined;
  /** Why it goes to triage; undefined when an owner gets it. */
  readonly triageReason: TriageReason | undefined;
  readonly receivedAt: Date;
  readonly category: Category;
  readonly severity: Severity;
  readonly genuine: Genuine;
  /** It holds a secret, or is of a kind that does. */
  readonly withheld: boolean;
  /** No secret was found and yet its text is for its owner alone; undefined in rows from before that was told apart. */
  readonly announced: boolean | undefined;
  readonly accountId: string | undefined;
  /** False: it was given up reading, so that all anybody knows of it is that it lies in the central mailbox. */
  readonly readable: boolean;
  /**
   * Ids of the other aliases of the message that belong to the same channel: one card names them all. Each of them has an entry
   * of its own, but only one of the entries waits for the delivery.
   */
  readonly sharesCardWith?: readonly string[] | undefined;
  /** The daily comparison found it where no sweep looks. */
  readonly foundLate?: boolean | undefined;
  /** It was told of and could not be found when it was to be read; before anybody is told it is looked for again. */
  readonly vanished?: boolean | undefined;
}

/** Whether its owner may have its text shown: no channel has it. What a row from before does not tell is not refused. */
export function isHidden({ withheld, announced, genuine }: LedgerEntry): boolean {
  return withheld || (announced ?? genuine !== 'no');
}

/** The id of the entry of a message and alias; without an alias, of the one that goes to triage. */
export function ledgerIdOf(messageId: string, aliasId: string | undefined): string {
  return `${messageId}:${aliasId ?? 'triage'}`;
}

/** An entry, and those of the aliases that share its card. */
export function cardOf(entry: LedgerEntry): readonly LedgerEntry[] {
  const { messageId, aliasId, sharesCardWith = [] } = entry;
  if (aliasId === undefined || sharesCardWith.length === 0) return [entry];
  const all = [aliasId, ...sharesCardWith];
  return all.map((id) => {
    const others = all.filter((other) => other !== id);
    return { ...entry, id: ledgerIdOf(messageId, id), aliasId: id, sharesCardWith: others };
  });
}

/** The mail of a card and those of the other aliases that the card names, by their ids; nothing of them is looked up. */
export function sharingIds(id: string, aliasIds: readonly string[] = []): readonly string[] {
  const messageId = id.slice(0, Math.max(0, id.lastIndexOf(':')));
  return [id, ...aliasIds.map((aliasId) => ledgerIdOf(messageId, aliasId))];
}

/** An entry with how its delivery ended; undefined while it waits. */
export interface LedgerState {
  readonly entry: LedgerEntry;
  readonly ended: Ending | undefined;
}

/** What tells whether an entry waits for somebody, and where it is in a list. */
export interface ListedEntry extends Pick<LedgerEntry, 'id' | 'receivedAt' | 'severity'> {
  readonly ended: Ending | undefined;
}

/** What has been done with every root mail. */
export interface Ledger {
  /**
   * Those of the messages that are in it already. Where it is told when they were received, one range read for all of them, and
   * a point read for each older one that was not found in it; a message of the last hour may be missed that a version without
   * that range has just recorded, which `record` notices. Of the others one point read each.
   */
  known(messageIds: readonly string[], received?: ReadonlyMap<string, Date>): Promise<ReadonlySet<string>>;
  /**
   * Writes the entries of a page and queues their delivery; a message that is there already stays as it is.
   * @param digests what tells that another message is the same, of each verified one (see `contentDigest`): an alias that got it
   * once does not get it again, and the entry of the copy ends as such. A message that vanished is not known by that
   * @returns the entries that are to be delivered: new ones, and no copies
   */
  record(
    entries: readonly LedgerEntry[],
    digests?: ReadonlyMap<string, string>,
  ): Promise<readonly LedgerEntry[]>;
  /** Remembers messages that are left where they are, so that nobody wonders when they go. */
  skip(messages: readonly Pick<LedgerEntry, 'messageId' | 'receivedAt'>[]): Promise<void>;
  /** One entry by its id; undefined when nobody recorded it. One point read. */
  entry(id: string): Promise<LedgerEntry | undefined>;
  /** The same with how its delivery ended. One point read. */
  state(id: string): Promise<LedgerState | undefined>;
  /** The newest entries of an alias, newest first. One range read, and a point read for each entry. */
  latest(aliasId: string, atMost: number): Promise<readonly LedgerState[]>;
  /** All entries of an alias, newest first. One range read; of those that earlier versions wrote a point read each. */
  listed(aliasId: string): Promise<readonly ListedEntry[]>;
  /** Keeps an entry for the digest that the channel gets at that moment; twice is once. */
  keepForDigest(entry: LedgerEntry, channelId: string, dueAt: Date): Promise<void>;
  /** What was kept for it, oldest first. One range read. */
  digest(channelId: string, dueAt: Date): Promise<readonly LedgerEntry[]>;
  forgetDigest(channelId: string, dueAt: Date): Promise<void>;
  /** Has an entry delivered, once more or a new one of a message that is known; one that waits already stays as it is. */
  requeue(entry: LedgerEntry, mayBeRepeat: boolean): Promise<void>;
  /** Has an entry delivered by itself that shared a card until now; one that waits already stays as it is. */
  apart(entry: LedgerEntry, queue: 'waiting' | 'late'): Promise<void>;
  /** When the oldest entry that still has to be posted was received; undefined when none has. A few range reads of a row. */
  oldestWaiting(): Promise<Date | undefined>;
  /** Entries that still have to be posted, the most urgent first. */
  readonly waiting: Queue<LedgerEntry>;
  /** Entries that fell back because nobody was there, until a channel is linked for them. */
  readonly late: Queue<LedgerEntry>;
}

/** How far each folder of a mailbox was read. */
export interface Cursors {
  load(folder: Folder): Promise<StoredCursor | undefined>;
  /** Moves the cursor on, unless another sweep has moved it since it was loaded. */
  save(folder: Folder, cursor: string, since: StoredCursor | undefined): Promise<StoredCursor | undefined>;
}

export interface StoredCursor {
  /** Undefined where it leads into another mailbox: the folder is read from its beginning. */
  readonly cursor: string | undefined;
  readonly savedAt: Date;
  readonly version: string;
}
