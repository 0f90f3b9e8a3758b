import type { Alias } from '../aliases/alias.ts';
import type { LinkedChannel, Register } from '../aliases/register.ts';
import type { ErrandOf } from './message.ts';
import type { Notice } from './notice.ts';

/** What is told of an alias that went from one to another. */
export type HandedOver = 'owner-told' | 'owning-channel-told' | 'owner-unreached';

/** What is to be said of it, as the register has it now; undefined when there is nothing to tell any more. */
export async function aliasNotice(
  register: Pick<Register, 'alias' | 'channel'>,
  errand: ErrandOf<HandedOver>,
): Promise<Notice | undefined> {
  const alias = (await register.alias(errand.aliasId))?.value;
  if (alias === undefined) return undefined;
  const { channelId } = alias;
  const channel = channelId === undefined ? undefined : (await register.channel(channelId))?.value;
  return noticeOf(errand, alias, channel);
}

function noticeOf(errand: ErrandOf<HandedOver>, alias: Alias, channel: LinkedChannel | undefined): Notice {
  const { to } = errand;
  switch (errand.kind) {
    case 'owner-told': {
      const isYours = to.kind === 'person' && to.personId === alias.owner?.id;
      return { kind: 'owner-told', alias, channel, isYours, isMove: errand.isMove === true, by: errand.by };
    }
    case 'owning-channel-told': {
      const isHere = to.kind === 'channel' && to.channelId === alias.channelId;
      return { kind: 'owning-channel-told', alias, channel, isHere, isMove: errand.isMove, by: errand.by };
    }
    case 'owner-unreached':
      return { kind: 'owner-unreached', alias };
  }
}
