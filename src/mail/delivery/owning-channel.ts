import type { Alias } from '../../aliases/alias.ts';
import type { LinkedChannel } from '../../channels/channel.ts';
import type { CaseRegister } from '../cases/case-register.ts';
import type { LedgerEntry } from '../ledger.ts';

/** The alias that the mail reached, as it is now; undefined for mail in triage. */
export async function aliasOf(
  register: Pick<CaseRegister, 'alias'>,
  { aliasId }: LedgerEntry,
): Promise<Alias | undefined> {
  return aliasId === undefined ? undefined : (await register.alias(aliasId))?.value;
}

/** The channel to which the alias's mail goes, while it is linked to own aliases. */
export async function owningChannel(
  channelOf: CaseRegister['channel'],
  alias: Alias | undefined,
): Promise<LinkedChannel | undefined> {
  if (alias?.channelId === undefined) return undefined;
  const channel = (await channelOf(alias.channelId))?.value;
  return channel?.roles.includes('owner') === true ? channel : undefined;
}
