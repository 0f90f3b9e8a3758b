import type { LinkedChannel } from '../../src/channels/channel.ts';
import type { Channels } from '../../src/channels/channels.ts';

/** Linked channels held in the given list. */
export function createFakeChannels(linked: LinkedChannel[]): Channels {
  const channel = async (id: string): Promise<LinkedChannel | undefined> =>
    linked.find((each) => each.id === id);
  return {
    async link({ person }, seen, roles) {
      const added: LinkedChannel = { ...seen, roles, linkedBy: person.name, linkedAt: new Date(0) };
      linked.push(added);
      return added;
    },
    unlink: async ({ subject }) => {
      if (subject === undefined) throw new TypeError('nothing is linked here');
      return { ...subject, roles: [] };
    },
    mute: async () => [],
    async changed() {},
    channel,
    named: channel,
  };
}
