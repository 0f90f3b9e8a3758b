import type { LinkedChannel } from '../../channels/channel.ts';
import { foldName } from '../../shared/identifiers.ts';
import { Refusal } from '../../store/refusal.ts';
import { AdminFault } from '../command-output.ts';

const LINK = /^https:\/\/teams\.(?:microsoft\.com|cloud\.microsoft)\/l\/channel\/([^/?#]+)/i;

/** `Team / Channel`, as lists show it. */
export function channelWords({ teamName, name }: Pick<LinkedChannel, 'teamName' | 'name'>): string {
  return `${teamName} / ${name}`;
}

/**
 * The linked channel that is meant by its id, by the link that Teams copies, or by `Team / Channel`.
 * @throws {Refusal} channel-not-linked
 * @throws {AdminFault} channel-ambiguous
 */
export function channelNamed(text: string, channels: readonly LinkedChannel[]): LinkedChannel {
  const wanted = text.trim();
  const id = idIn(wanted);
  const found = channels.filter(
    (channel) => channel.id === id || foldName(channelWords(channel)) === foldName(wanted),
  );
  const [channel] = found;
  if (channel?.roles.includes('owner') === true && found.length === 1) return channel;
  if (found.length < 2) throw new Refusal('channel-not-linked', { whose: 'any' });
  throw new AdminFault(
    'channel-ambiguous',
    `Several channels are called ${wanted}.`,
    'Name the one that is meant by its id or link.',
  );
}

function idIn(text: string): string {
  const [, encoded] = LINK.exec(text) ?? [];
  if (encoded === undefined) return text;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return text;
  }
}
