import type { AliasRegister } from './alias-register.ts';
import { afterAttempt } from '../messages/after-attempt.ts';
import type { AttemptResult } from '../messages/attempt-result.ts';
import type { Addressee, Job, JobOf } from '../messages/job.ts';
import type { JobRuns } from '../messages/job-runs.ts';
import { placeOfTarget } from '../messages/place-of.ts';
import type { Poster } from '../messages/poster.ts';
import type { Outbox } from '../messages/queue.ts';
import type { Reach } from '../messages/reach.ts';
import type { Alias } from './alias.ts';
import type { ChannelLinkNotice } from './notices.ts';
import { addresseeOf, isToOwner } from './ownership.ts';
import { hasOwner } from './states.ts';

export interface ChannelLinkRunsDeps {
  readonly register: Pick<AliasRegister, 'channel' | 'aliasesOfChannel'>;
  readonly outbox: Pick<Outbox<Job>, 'replace'>;
  readonly poster: Poster<ChannelLinkNotice>;
  readonly reach: Reach;
  readonly wake: () => void;
}

/** More are told by another transaction. */
const AT_ONCE = 50;
const DROPPED: AttemptResult = { kind: 'done', ending: 'dropped' };

/** Runs what tells that a channel began to own aliases again, or does no longer. */
export function channelLinkRuns(
  deps: ChannelLinkRunsDeps,
): JobRuns<'channel-owners-told' | 'channel-link-told'> {
  const { register, outbox, poster, reach, wake } = deps;

  async function owned(channelId: string): Promise<readonly Alias[]> {
    return (await register.aliasesOfChannel(channelId)).filter(hasOwner);
  }

  async function notice({
    channelId,
    isLinked,
    by,
    to,
    untold,
  }: JobOf<'channel-link-told'>): Promise<ChannelLinkNotice | undefined> {
    const channel = (await register.channel(channelId))?.value;
    if (channel === undefined) return undefined;
    const owner = untold ?? to;
    if (owner.kind !== 'person' && owner.kind !== 'owner') {
      return channel.roles.length > 0
        ? { kind: 'channel-link', channel, isLinked, isHere: true, aliases: [], by }
        : undefined;
    }
    // It came, or went, again meanwhile: that is told by another job.
    if (channel.roles.includes('owner') !== isLinked) return undefined;
    const aliases = (await owned(channelId)).filter((alias) => isToOwner(owner, alias.owner));
    const [first] = aliases;
    if (first === undefined) return undefined;
    const told = { kind: 'channel-link', channel, isLinked, isHere: false, aliases, by } as const;
    return untold === undefined
      ? told
      : { ...told, untold: { mail: first.owner?.mail ?? '', why: 'no-chat' } };
  }

  return {
    async 'channel-owners-told'(job, item) {
      const { channelId, isLinked, by, after = '' } = job;
      const owners = new Map<string, Addressee>();
      for (const { owner } of await owned(channelId)) {
        const to = addresseeOf(owner);
        if (to !== undefined) owners.set(placeOfTarget(to), to);
      }
      // Who did it knows.
      if (by.kind === 'person') owners.delete(by.id);
      const left = [...owners]
        .filter(([name]) => name > after)
        .toSorted(([one], [other]) => (one < other ? -1 : 1));
      const now = left.slice(0, AT_ONCE);
      const [last] = now.at(-1) ?? [];
      const isMore = left.length > now.length && last !== undefined;
      // All of them in the place of this job: whoever takes it over after a kill tells nobody twice.
      await outbox.replace(item, [
        ...now.map(([, to]) => ({ kind: 'channel-link-told', channelId, isLinked, by, to }) as const),
        ...(isMore ? [{ ...job, after: last }] : []),
      ]);
      wake();
      return { kind: 'done', ending: 'told' };
    },
    async 'channel-link-told'(job, item, signal) {
      const told = await notice(job);
      if (told === undefined) return DROPPED;
      const reached = await reach(job.to, job.by, signal);
      if (reached.kind === 'themselves') return DROPPED;
      // That all is well again needs no looking for anybody.
      if (reached.kind === 'unknown' && job.isLinked) return DROPPED;
      const isKnown = reached.kind === 'there';
      const to = isKnown ? reached.to : ({ kind: 'triage' } as const);
      const unknown =
        isKnown || job.to.kind !== 'owner' ? {} : { untold: { mail: job.to.mail, why: 'unknown' } as const };
      const outcome = await poster.post(to, { ...told, ...unknown, mayBeRepeat: item.mayBeRepeat }, signal);
      const isNobodyTold = outcome.kind === 'unreachable' && to.kind === 'person' && !job.isLinked;
      if (!isNobodyTold || job.isRaised === true) return afterAttempt(item, to, outcome);
      // Both in the place of this job: triage hears of it once, however often it is tried.
      await outbox.replace(item, [
        { ...job, isRaised: true },
        { ...job, to: { kind: 'triage' }, untold: job.to },
      ]);
      wake();
      return { kind: 'done', ending: 'told' };
    },
  };
}
