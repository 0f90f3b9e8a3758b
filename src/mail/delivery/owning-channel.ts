import type { Alias } from '../../aliases/alias.ts';
import type { LinkedChannel, Register } from '../../aliases/register.ts';

/** The channel to which the alias's mail goes, while it is linked to own aliases. */
export async function owningChannel(
  register: Pick<Register, 'channel'>,
  alias: Alias | undefined,
): Promise<LinkedChannel | undefined> {
  if (alias?.channelId === undefined) return undefined;
  const channel = (await register.channel(alias.channelId))?.value;
  return channel?.roles.includes('owner') === true ? channel : undefined;
}
