import type { Alias } from '../../aliases/alias.ts';
import type { LinkedChannel } from '../../channels/channel.ts';
import type { Register } from '../../register.ts';
import { channelWords } from './channel-named.ts';

/** The channel of an alias as people know it; its id where it is not linked any more. */
export async function channelOf(
  register: Pick<Register, 'channel'>,
  { channelId }: Pick<Alias, 'channelId'>,
): Promise<string | undefined> {
  if (channelId === undefined) return undefined;
  const channel: LinkedChannel | undefined = (await register.channel(channelId))?.value;
  return channel === undefined ? channelId : channelWords(channel);
}

/** An alias in one line. */
export function aliasLine(
  { address, state, owner, accountId, accountName }: Alias,
  channel?: string,
): string {
  const facts = [
    owner === undefined ? undefined : `owner ${owner.mail}`,
    channel === undefined ? undefined : `channel ${channel}`,
    accountId === undefined ? undefined : `account ${[accountId, accountName].filter(Boolean).join(' ')}`,
  ].filter((fact) => fact !== undefined);
  return `${address} (${state})${facts.length === 0 ? '' : `: ${facts.join(', ')}`}`;
}
