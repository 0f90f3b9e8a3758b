import type { LinkedChannel } from '../src/channels/channel.ts';
import { channelName } from './parts/words.ts';
import { exactly, plain, type CardText } from './text.ts';
import type { Texts } from './texts/languages.ts';

const CHANNEL_ID_MOST = 200;

/** A channel in a list of a form. */
export type ChannelChoice = { readonly title: CardText; readonly value: CardText };

/** Channels to choose from, by name. */
export function channelChoices(texts: Texts, channels: readonly LinkedChannel[]): readonly ChannelChoice[] {
  return channels
    .map((channel) => ({
      title: plain(channelName(texts, channel), 60),
      value: exactly(channel.id, CHANNEL_ID_MOST),
    }))
    .filter(({ value }) => value !== '')
    .toSorted((one, other) => one.title.localeCompare(other.title));
}
