import type { Job } from '../messages/job.ts';
import type { Actor } from '../people/person.ts';
import type { LinkedChannel } from './channel.ts';

/** What is told when a channel begins to own aliases, or does no longer: to the owners of those that it has. */
export function linkTold(before: LinkedChannel | undefined, after: LinkedChannel, by: Actor): readonly Job[] {
  // Nothing can be its own that never was linked.
  if (before === undefined) return [];
  const isLinked = after.roles.includes('owner');
  if (before.roles.includes('owner') === isLinked) return [];
  return [{ kind: 'channel-owners-told', channelId: after.id, isLinked, by }];
}
