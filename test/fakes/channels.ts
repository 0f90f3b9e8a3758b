import { Refusal } from '../../src/aliases/errors.ts';
import type { LinkedChannel } from '../../src/aliases/register.ts';
import type { Channels } from '../../src/requests/channels.ts';

/** Linked channels held in the given list. */
export function createFakeChannels(linked: LinkedChannel[], approvers: ReadonlySet<string>): Channels {
  return {
    async link(by, seen, roles) {
      if (roles.some((role) => role !== 'owner') && !approvers.has(by.id)) {
        throw new Refusal('not-allowed', 'Only approvers can choose the channel for approvals and triage.');
      }
      const channel: LinkedChannel = { ...seen, roles, linkedBy: by.name, linkedAt: new Date(0) };
      linked.push(channel);
      return channel;
    },
    async changed() {},
    channel: async (id) => linked.find((channel) => channel.id === id),
  };
}
