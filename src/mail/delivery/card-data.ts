import type { Alias } from '../../aliases/alias.ts';
import type { StoredMessage } from '../mailbox.ts';
import type { MessageRead } from '../read-message.ts';
import type { Mail, Analysis } from '../analysis.ts';

/** What a card needs of a mail, and nothing of its body: a few thousand characters, whatever the mail weighs. */
export interface CardData {
  readonly analysis: Analysis;
  readonly mail: Pick<Mail, 'from'>;
  readonly stored: Pick<StoredMessage, 'webLink'>;
  /** The rows of its aliases, as they were when it was read. */
  readonly aliases: readonly Alias[];
  /** When that was, in milliseconds of `performance.now()`. */
  readonly readAt: number;
}

/** Cloned, because a piece of a text keeps the whole of it in memory (V8's sliced strings). */
export function cardDataOf({
  analysis,
  mail: { from },
  stored: { webLink },
  aliases,
  readAt,
}: MessageRead): CardData {
  return structuredClone({ analysis, mail: { from }, stored: { webLink }, aliases, readAt });
}

/** A post may wait longer than this for its turn in the channel. */
const CURRENT_MS = 15_000;

/** The row of an alias as it was read with the mail, if that was just now. */
export function currentAlias(cardData: CardData | undefined, aliasId: string | undefined): Alias | undefined {
  if (cardData === undefined || performance.now() - cardData.readAt > CURRENT_MS) return undefined;
  return cardData.aliases.find(({ id }) => id === aliasId);
}
