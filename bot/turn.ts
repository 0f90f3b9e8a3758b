import type { ChannelSeen } from '../src/requests/channels.ts';
import type { Person } from '../src/people.ts';
import type { CommandHelp, Drawn, Problem } from '../cards/index.ts';
import type { Place } from './activity.ts';
import type { BotParts } from './parts.ts';

/** What commands and card actions get to know of a verified activity; nothing of botbuilder. */
export interface Turn {
  readonly parts: BotParts;
  /** Identity by the activity's Entra object id; `mail` is empty, see {@link Turn.personWithMail}. */
  readonly person: Person;
  readonly place: Place;
  /** The card whose button was pressed; undefined for messages. */
  readonly clicked: { readonly conversationId: string; readonly activityId: string } | undefined;
  /** Ends when Teams no longer waits for an answer. */
  readonly signal: AbortSignal;
  /** The person with the mail address, asked of the directory. @throws {DirectoryUnavailable} */
  personWithMail(): Promise<Person>;
  /** The channel in which this was written, with its names; undefined outside of channels. */
  channelSeen(): Promise<ChannelSeen | undefined>;
  /** What to tell the person about an error; the details go to the log under the reference. */
  explain(error: unknown): Explained;
}

export interface Explained {
  readonly problem: Problem;
  /** Empty for refusals, which need no look into the log. */
  readonly reference: string;
}

/** A command that people write. Its help text and the app manifest come from the same table. */
export interface Command {
  readonly name: string;
  /** Other words for it, which help does not name. */
  readonly alsoCalled?: readonly string[];
  /** As shown in help: `link approvals`. */
  readonly usage: string;
  /** One sentence, at most 128 characters (the manifest's limit). */
  readonly description: string;
  /** Where it works; help in a channel leaves out the rest. */
  readonly places: readonly ('personal' | 'channel')[];
  /** Further ways to write it, with what they do. */
  readonly variants?: readonly CommandHelp[];
  run(turn: Turn, words: readonly string[]): Promise<Drawn>;
}

/** What a click brought. */
export interface ActionAnswer {
  readonly drawn: Drawn;
  /** True when it was refused or failed: somebody who was told to wait must hear of it. */
  readonly refused?: boolean;
  /** Set when the clicked card became the asker's receipt of this request, for good and not in this window only. */
  readonly receiptOf?: string;
  /** True when the clicked card is so from now on for everybody who sees it, and not in this window only. */
  readonly forGood?: boolean;
}

/** A button of a card. Card data is not believed: it is parsed here and looked up in the store. */
export interface CardAction {
  readonly verb: string;
  run(turn: Turn, input: unknown): Promise<ActionAnswer>;
}
