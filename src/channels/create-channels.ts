import { Refusal } from '../store/refusal.ts';
import { SINGLE_ROLES } from './channel-for.ts';
import type { ChannelRole, LinkedChannel } from './channel.ts';
import type { ChannelRegister } from './channel-register.ts';
import type { Versioned } from '../store/change.ts';
import { actorOf, type Person } from '../people/person.ts';
import type { ChannelsDeps } from './channels-deps.ts';
import { changeChannels } from './follow-teams.ts';
import { linkTold } from './link-told.ts';
import { setMute } from './mute.ts';
import { NoRight } from '../rights/no-right.ts';
import type { Channels, ChannelSeen, Linking } from './channels.ts';
import { retryOnConflict } from '../store/retry-on-conflict.ts';
import { unlink } from './unlink.ts';

/** Linked channels over the register. */
export function createChannels(deps: ChannelsDeps): Channels {
  const { register } = deps;

  async function link(
    { operation, person: by }: Linking,
    seen: ChannelSeen,
    roles: readonly ChannelRole[],
  ): Promise<LinkedChannel> {
    if (operation !== 'link-approvals' && roles.some((role) => role !== 'owner')) throw new NoRight();
    const linked = await retryOnConflict(
      () => new Refusal('register-busy'),
      () => register.channel(seen.id),
      (before) => linkOnce(by, seen, roles, before),
    );
    // Also when nothing changed: whoever links again has a reason, the bot may have been away.
    deps.wake();
    return linked;
  }

  /** Undefined when another was faster. */
  async function linkOnce(
    by: Person,
    seen: ChannelSeen,
    roles: readonly ChannelRole[],
    before: Versioned<LinkedChannel> | undefined,
  ): Promise<LinkedChannel | undefined> {
    const single = roles.filter((role) => role !== 'owner');
    const turn = single.length === 0 ? undefined : await register.mark(SINGLE_ROLES);
    const at = deps.clock();
    const linked = merged(before, by, seen, roles, at);
    if (before !== undefined && sameLink(before.value, linked)) return before.value;
    const others = single.length === 0 ? [] : await losing(register, seen.id, single);
    const outcome = await register.commit({
      channels: [{ before, after: linked }, ...others],
      // Two channels that take the same role at the same moment would not see each other otherwise.
      marks:
        single.length === 0 ? [] : [{ name: SINGLE_ROLES, version: turn?.version, text: single.join(', ') }],
      jobs: linkTold(before?.value, linked, actorOf(by)),
      audit: {
        at,
        actor: actorOf(by),
        action: 'link',
        aliasId: undefined,
        before: before && { code: 'roles', roles: before.value.roles },
        after: {
          code: 'channel',
          teamName: linked.teamName,
          name: linked.name,
          roles: linked.roles,
        },
      },
    });
    return outcome.kind === 'committed' ? linked : undefined;
  }

  return {
    link,
    unlink: (by, roles) => unlink(deps, by, roles),
    changed: (event, by) => changeChannels(deps, event, by),
    mute: (grant, change) => setMute(deps, grant, change),
    async channel(id) {
      return (await register.channel(id))?.value;
    },
    async named(id) {
      return (await register.recentChannel(id))?.value;
    },
  };
}

function merged(
  before: Versioned<LinkedChannel> | undefined,
  by: Person,
  seen: ChannelSeen,
  roles: readonly ChannelRole[],
  at: Date,
): LinkedChannel {
  const all = new Set<ChannelRole>([...(before?.value.roles ?? []), ...roles]);
  const muted = before?.value.muted;
  return {
    ...seen,
    roles: [...all].toSorted(),
    linkedBy: by.name,
    linkedAt: at,
    ...(muted === undefined ? {} : { muted }),
  };
}

/** Whether linking again would change nothing that anybody sees. */
function sameLink(before: LinkedChannel, after: LinkedChannel): boolean {
  const shown = ({ name, teamName, groupId, membership = 'standard', roles }: LinkedChannel): string =>
    JSON.stringify([name, teamName, groupId, membership, roles]);
  return shown(before) === shown(after);
}

/** Approvals and triage have one channel each: whoever had the role loses it in the same transaction. */
async function losing(
  register: ChannelRegister,
  channelId: string,
  single: readonly ChannelRole[],
): Promise<{ before: Versioned<LinkedChannel>; after: LinkedChannel }[]> {
  const channels = await register.channels();
  return channels
    .filter(({ value }) => value.id !== channelId && value.roles.some((role) => single.includes(role)))
    .map((before) => ({
      before,
      after: { ...before.value, roles: before.value.roles.filter((role) => !single.includes(role)) },
    }));
}
