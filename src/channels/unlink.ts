import { NoRight } from '../rights/no-right.ts';
import { Refusal } from '../store/refusal.ts';
import { anew, retryOnConflict } from '../store/retry-on-conflict.ts';
import type { ChannelRole, LinkedChannel } from './channel.ts';
import type { ChannelsDeps } from './channels-deps.ts';
import type { Unlinking } from './channels.ts';
import { linkTold } from './link-told.ts';

/** See `Channels.unlink`. */
export async function unlink(
  { register, clock, wake }: ChannelsDeps,
  first: Unlinking,
  roles: readonly ChannelRole[],
): Promise<LinkedChannel> {
  if (first.operation !== 'unlink-approvals' && roles.some((role) => role !== 'owner')) throw new NoRight();
  const unlinked = await retryOnConflict(
    () => new Refusal('register-busy'),
    anew(first),
    async ({ subject: channel, before, actor }) => {
      if (channel === undefined || !roles.some((role) => channel.roles.includes(role))) {
        throw new Refusal('channel-not-linked-for');
      }
      const left = channel.roles.filter((role) => !roles.includes(role));
      const after: LinkedChannel = { ...channel, roles: left };
      const outcome = await register.commit({
        channels: [{ before: { ...before, value: channel }, after }],
        audit: {
          at: clock(),
          actor,
          action: 'unlink',
          aliasId: undefined,
          before: { code: 'roles', roles: channel.roles },
          after: { code: 'channel', teamName: channel.teamName, name: channel.name, roles: left },
        },
        jobs: linkTold(channel, after, actor),
      });
      return outcome.kind === 'committed' ? after : undefined;
    },
  );
  wake();
  return unlinked;
}
