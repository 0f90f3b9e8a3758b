import { channelLinkedCard } from '../../cards/index.ts';
import type { Uses } from '../turn/bot-deps.ts';
import { channelHere } from '../turn/channel-here.ts';
import { command } from './command.ts';
import { rolesOf } from './roles.ts';

export const link = command({
  name: 'link',
  takes: { roles: rolesOf((texts) => texts.arguments.roles) },
  variants: ['linkApprovals', 'linkTriage'],
  async run({ rights, channels }: Uses<'rights' | 'channels'>, turn, { roles }) {
    const operation = roles.every((role) => role === 'owner') ? 'link' : 'link-approvals';
    const grant = await rights.grant(operation, turn.caller, channelHere(turn));
    const linked = await channels.link(grant, await turn.channelSeen(), roles);
    return channelLinkedCard(turn.texts, { channel: linked, because: 'linked' });
  },
});
