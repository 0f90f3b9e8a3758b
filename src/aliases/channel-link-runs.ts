import type { AliasRegister } from './alias-register.ts';
import { afterAttempt } from '../messages/after-attempt.ts';
import type { Job, JobOf } from '../messages/job.ts';
import type { JobRuns } from '../messages/job-runs.ts';
import type { Poster } from '../messages/poster.ts';
import type { Outbox } from '../messages/queue.ts';
import type { Alias } from './alias.ts';
import type { ChannelLinkNotice } from './notices.ts';
import { hasOwner } from './states.ts';

export interface ChannelLinkRunsDeps {
  readonly register: Pick<AliasRegister, 'channel' | 'aliasesOfChannel'>;
  readonly outbox: Pick<Outbox<Job>, 'add'>;
  readonly poster: Poster<ChannelLinkNotice>;
  readonly wake: () => void;
}

/** Runs what tells that a channel began to own aliases again, or does no longer. */
export function channelLinkRuns(
  deps: ChannelLinkRunsDeps,
): JobRuns<'channel-owners-told' | 'channel-link-told'> {
  const { register, outbox, poster, wake } = deps;

  async function owned(channelId: string): Promise<readonly Alias[]> {
    return (await register.aliasesOfChannel(channelId)).filter(hasOwner);
  }

  async function notice({
    channelId,
    isLinked,
    by,
    to,
  }: JobOf<'channel-link-told'>): Promise<ChannelLinkNotice | undefined> {
    const channel = (await register.channel(channelId))?.value;
    if (channel === undefined) return undefined;
    if (to.kind !== 'person') {
      return channel.roles.length > 0
        ? { kind: 'channel-link', channel, isLinked, isHere: true, aliases: [], by }
        : undefined;
    }
    // It came, or went, again meanwhile: that is told by another job.
    if (channel.roles.includes('owner') !== isLinked) return undefined;
    const aliases = (await owned(channelId)).filter(({ owner }) => owner?.id === to.personId);
    return aliases.length === 0
      ? undefined
      : { kind: 'channel-link', channel, isLinked, isHere: false, aliases, by };
  }

  return {
    async 'channel-owners-told'({ channelId, isLinked, by }) {
      const owners = new Set((await owned(channelId)).flatMap(({ owner }) => owner?.id ?? []));
      // Who did it knows.
      if (by.kind === 'person') owners.delete(by.id);
      for (const personId of owners) {
        const to = { kind: 'person', personId } as const;
        await outbox.add({ kind: 'channel-link-told', channelId, isLinked, by, to });
      }
      wake();
      return { kind: 'done', ending: 'told' };
    },
    async 'channel-link-told'(job, item, signal) {
      const told = await notice(job);
      if (told === undefined) return { kind: 'done', ending: 'dropped' };
      const outcome = await poster.post(job.to, { ...told, mayBeRepeat: item.mayBeRepeat }, signal);
      return afterAttempt(item, job.to, outcome);
    },
  };
}
