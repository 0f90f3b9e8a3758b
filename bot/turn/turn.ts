import type { ChannelSeen } from '../../src/requests/channels.ts';
import type { PersonCaller, Place } from '../../src/rights/caller.ts';
import type { CommandName } from '../../src/rights/operations.ts';
import type { CommandHelp, Drawn, Problem } from '../../cards/index.ts';
import type { Mention } from '../teams/activity.ts';
import type { BotParts } from './deps.ts';

/** What commands and card actions get to know of a verified activity; nothing of botbuilder. */
export interface Turn {
  readonly parts: BotParts;
  /** Identity by the activity's Entra object id, and where it was said. */
  readonly caller: PersonCaller;
  readonly place: Place;
  /** The card whose button was pressed; undefined for messages. */
  readonly clicked: { readonly conversationId: string; readonly activityId: string } | undefined;
  /** Ends when Teams no longer waits for an answer. */
  readonly signal: AbortSignal;
  /** Who was mentioned beside Rootdesk, in the order of the words. */
  readonly mentioned: readonly Mention[];
  /** Entra object id of somebody who was mentioned, asked of the channel's roster; undefined where nobody can tell. */
  memberId(mention: Mention): Promise<string | undefined>;
  /** The channel in which this was written, with its names. @throws {TypeError} outside of channels */
  channelSeen(): Promise<ChannelSeen>;
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
  readonly name: CommandName;
  /** Other words for it, which help does not name. */
  readonly alsoCalled?: readonly string[];
  /** As shown in help: `link approvals`. */
  readonly usage: string;
  /** One sentence, at most 128 characters (the manifest's limit). */
  readonly description: string;
  /** Further ways to write it, with what they do. */
  readonly variants?: readonly CommandHelp[];
  run(turn: Turn, words: readonly string[]): Promise<Said>;
}

/** What a command answers. */
export interface Said extends Drawn {
  /** Under which the card is kept, where a click on it may replace it for good. */
  readonly copyOf?: string;
}

/** What a click brought. */
export interface ActionAnswer {
  readonly drawn: Drawn;
  /** Said beside the clicked card instead, which stays as it is. */
  readonly sentence?: string;
  /** True when it was refused or failed: somebody who was told to wait must hear of it. */
  readonly refused?: boolean;
  /** Under which the clicked card is kept, where it is one that is changed for good and not in this window only. */
  readonly copyOf?: string;
  /** True when it becomes what was drawn; otherwise an errand redraws it. */
  readonly forGood?: true;
}

/** What the button of a card does. Card data is not believed: it names things, and what is typed is parsed. */
export type CardAction = (turn: Turn, input: unknown) => Promise<ActionAnswer>;
