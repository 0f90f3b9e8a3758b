import type { Register } from '../aliases/register.ts';
import type { ErrandOf } from './message.ts';
import type { Notice } from './notice.ts';

/** What an owner is told of an alias, as the register has it now; undefined when there is nothing to tell any more. */
export async function aliasNotice(
  register: Pick<Register, 'alias' | 'channel' | 'history'>,
  errand: ErrandOf<'owner-told'>,
): Promise<Notice | undefined> {
  const alias = (await register.alias(errand.aliasId))?.value;
  if (alias === undefined) return undefined;
  const { channelId } = alias;
  const [channel, history] = await Promise.all([
    channelId === undefined ? undefined : register.channel(channelId),
    register.history(alias.id),
  ]);
  const given = history.findLast(({ action }) => action === 'transfer' || action === 'take');
  const isYours = errand.to.kind === 'person' && errand.to.personId === alias.owner?.id;
  return { kind: 'owner-told', alias, channel: channel?.value, isYours, by: given?.actor };
}
