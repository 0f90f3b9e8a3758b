import type { Alias } from './alias.ts';
import type { LinkedChannel } from '../channels/channel.ts';
import type { AliasRegister } from './alias-register.ts';
import type { JobOf } from '../messages/job.ts';
import type { AliasesNotice } from './notices.ts';
import { isToOwner } from './ownership.ts';
import { isReleased } from './states.ts';

/** What is told of an alias that went from one to another, or to another account, or was released. */
type HandedOver =
  'owner-told' | 'owning-channel-told' | 'owner-unreached' | 'account-changed' | 'alias-released';

/** What is to be said of it, as the register has it now; undefined when there is nothing to tell any more. */
export async function aliasNotice(
  register: Pick<AliasRegister, 'alias' | 'channel'>,
  job: JobOf<HandedOver>,
): Promise<AliasesNotice | undefined> {
  const alias = (await register.alias(job.aliasId))?.value;
  if (alias === undefined || isNobodysBusiness(job, alias)) return undefined;
  const { channelId } = alias;
  const channel = channelId === undefined ? undefined : (await register.channel(channelId))?.value;
  return noticeOf(job, alias, channel);
}

/** Who lost the alias meanwhile has nothing to do with its account any more, nor with a release whose rest is over. */
function isNobodysBusiness({ kind, to }: JobOf<HandedOver>, alias: Alias): boolean {
  if (kind !== 'account-changed' && kind !== 'alias-released') return false;
  if (kind === 'alias-released' && !isReleased(alias)) return true;
  return to.kind === 'channel' ? to.channelId !== alias.channelId : !isToOwner(to, alias.owner);
}

function noticeOf(job: JobOf<HandedOver>, alias: Alias, channel: LinkedChannel | undefined): AliasesNotice {
  const { to } = job;
  switch (job.kind) {
    case 'owner-told': {
      const isYours = isToOwner(to, alias.owner);
      return { kind: 'owner-told', alias, channel, isYours, isMove: job.isMove === true, by: job.by };
    }
    case 'owning-channel-told': {
      const isHere = to.kind === 'channel' && to.channelId === alias.channelId;
      return { kind: 'owning-channel-told', alias, channel, isHere, isMove: job.isMove, by: job.by };
    }
    case 'account-changed': {
      const { by, from, accountId } = job;
      return { kind: 'account-changed', alias, by, from, accountId };
    }
    case 'alias-released':
      return { kind: 'alias-released', alias, channel, isHere: to.kind === 'channel', by: job.by };
    case 'owner-unreached':
      return { kind: 'owner-unreached', alias, why: job.why ?? 'no-chat' };
  }
}
