import type { ChannelSeen } from '../../src/channels/channels.ts';
import type { PersonCaller, Place } from '../../src/rights/caller.ts';
import type { Drawn, Problem, Texts } from '../../cards/index.ts';
import type { Mention } from './spoken.ts';

/** What commands and card actions get to know of a verified activity; nothing of botbuilder. */
export interface Turn {
  /** In the language of the person. */
  readonly texts: Texts;
  /** Identity by the activity's Entra object id, and where it was said. */
  readonly caller: PersonCaller;
  readonly place: Place;
  /** Entra tenant of the conversation; empty where Teams did not say. */
  readonly tenantId: string;
  /** How Teams names Rootdesk; empty where it did not say. */
  readonly botId: string;
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

/** What a command answers. */
export interface Said extends Drawn {
  /** Under which the card is kept, where a click on it may replace it for good. */
  readonly copyOf?: string;
  /** True when it certainly did nothing: something was missing, wrong or refused. */
  readonly isUndone?: true;
}
