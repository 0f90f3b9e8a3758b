import { Refusal } from '../aliases/errors.ts';
import type { ChannelRole, LinkedChannel, Register, Versioned } from '../aliases/register.ts';
import type { Clock } from '../clock.ts';
import { newId } from '../identifiers.ts';
import { actorOf, type Person } from '../people.ts';
import type { Channels, ChannelSeen } from './channels.ts';

export interface ChannelsParts {
  readonly register: Register;
  readonly isApprover: (person: Person) => Promise<boolean>;
  readonly clock: Clock;
  readonly wake: () => void;
}

/** Linked channels over the register. */
export function createChannels(parts: ChannelsParts): Channels {
  const { register } = parts;

  async function link(by: Person, seen: ChannelSeen, roles: readonly ChannelRole[]): Promise<LinkedChannel> {
    const ofApprovers = roles.some((role) => role !== 'owner');
    if (ofApprovers && !(await parts.isApprover(by))) {
      throw new Refusal('not-allowed', 'Only approvers can choose the channel for approvals and triage.');
    }
    const before = await register.channel(seen.id);
    const linked = merged(before, by, seen, roles, parts.clock());
    if (before !== undefined && sameLink(before.value, linked)) return before.value;
    const others = ofApprovers ? await losing(register, seen.id, roles) : [];
    const outcome = await register.commit({
      id: newId(),
      channels: [{ before, after: linked }, ...others],
      audit: [
        {
          at: parts.clock(),
          actor: actorOf(by),
          action: 'link',
          aliasId: undefined,
          requestId: undefined,
          before: before === undefined ? '' : before.value.roles.join(', '),
          after: `${linked.teamName} / ${linked.name}: ${linked.roles.join(', ')}`,
          reason: '',
        },
      ],
    });
    if (outcome.kind !== 'committed') {
      throw new Refusal('register-busy', 'Somebody else is linking a channel at this moment.');
    }
    parts.wake();
    return linked;
  }

  return {
    link,
    async channel(id) {
      return (await register.channel(id))?.value;
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
  return { ...seen, roles: [...all].toSorted(), linkedBy: by.name, linkedAt: at };
}

/** Whether linking again would change nothing that anybody sees. */
function sameLink(before: LinkedChannel, after: LinkedChannel): boolean {
  const shown = ({ name, teamName, groupId, roles }: LinkedChannel): string =>
    JSON.stringify([name, teamName, groupId, roles]);
  return shown(before) === shown(after);
}

/** Approvals and triage have one channel each: whoever had the role loses it in the same transaction. */
async function losing(
  register: Register,
  channelId: string,
  roles: readonly ChannelRole[],
): Promise<{ before: Versioned<LinkedChannel>; after: LinkedChannel }[]> {
  const single: readonly ChannelRole[] = roles.filter((role) => role !== 'owner');
  const channels = await register.channels();
  return channels
    .filter(({ value }) => value.id !== channelId && value.roles.some((role) => single.includes(role)))
    .map((before) => ({
      before,
      after: { ...before.value, roles: before.value.roles.filter((role) => !single.includes(role)) },
    }));
}
