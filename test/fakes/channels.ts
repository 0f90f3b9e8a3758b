import type { LinkedChannel } from '../../src/channels/channel.ts';
import type { Channels } from '../../src/channels/channels.ts';

/** Linked channels held in the given list. */
export function createFakeChannels(linked: LinkedChannel[]): Channels {
  return {
    async link({ person }, seen, roles) {
      const channel: LinkedChannel = { ...seen, roles, linkedBy: person.name, linkedAt: new Date(0) };
      linked.push(channel);
      return channel;
    },
    unlink: async ({ subject }) => {
      if (subject === undefined) throw new TypeError('nothing is linked here');
      return { ...subject, roles: [] };
    },
    mute: async () => [],
    async changed() {},
    channel: async (id) => linked.find((channel) => channel.id === id),
  };
}
