import { Refusal } from '../store/refusal.ts';
import type { AuditEntry } from '../store/audit.ts';
import type { AuditFact } from '../store/audit-fact.ts';
import type { Job } from '../messages/job.ts';
import { SINGLE_ROLES } from './channel-for.ts';
import type { ChannelRole, LinkedChannel } from './channel.ts';
import { linkTold } from './link-told.ts';
import type { ChannelsDeps } from './channels-deps.ts';
import type { Versioned } from '../store/change.ts';
import type { Actor } from '../people/person.ts';
import type { ChannelEvent } from './channels.ts';
import { retryOnConflict } from '../store/retry-on-conflict.ts';

/** More channels of one team go into another transaction. */
const AT_ONCE = 20;

/**
 * See `Channels.changed`. A channel that is gone keeps its row, without a role: its aliases still name it, and it has its roles again
 * when it comes back, but for those that another channel took over.
 */
export async function changeChannels(deps: ChannelsDeps, event: ChannelEvent, by: Actor): Promise<void> {
  const busy = (): Refusal => new Refusal('register-busy');
  const decide = async (channels: readonly Versioned<LinkedChannel>[]): Promise<true | undefined> => {
    const single = isBack(event) ? await deps.register.mark(SINGLE_ROLES) : undefined;
    const taken = new Set(channels.flatMap(({ value }) => value.roles).filter((role) => role !== 'owner'));
    const touched = channels
      .filter(({ value }) => isMeant(event, value))
      .map((before) => ({ before, after: after(event, before.value, taken) }))
      .filter(({ before, after: now }) => JSON.stringify(before.value) !== JSON.stringify(now))
      .slice(0, AT_ONCE);
    const at = deps.clock();
    const [first, ...rest] = touched.map(({ before, after: now }) =>
      entryOf(event, before.value, now, at, by),
    );
    if (first === undefined) return true;
    const takesSingle =
      isBack(event) && touched.some(({ after: { roles } }) => roles.some((role) => role !== 'owner'));
    // Whatever came of it, another look tells whether something is left to do.
    await deps.register.commit({
      channels: touched,
      audit: [first, ...rest],
      jobs: touched.flatMap(({ before, after: now }) => [
        ...linkTold(before.value, now, by),
        ...(isBack(event) ? [channelTold(now, by)] : []),
      ]),
      // Another channel that takes such a role at this moment would not be seen otherwise.
      marks: takesSingle ? [{ name: SINGLE_ROLES, version: single?.version, text: event.kind }] : [],
    });
    deps.wake();
    return undefined;
  };
  await retryOnConflict(busy, () => deps.register.channels(), decide);
}

function isBack(event: ChannelEvent): event is Extract<ChannelEvent, { kind: 'channel-back' | 'team-back' }> {
  return event.kind === 'channel-back' || event.kind === 'team-back';
}

function isGone(event: ChannelEvent): event is Extract<ChannelEvent, { kind: 'channel-gone' | 'team-gone' }> {
  return event.kind === 'channel-gone' || event.kind === 'team-gone';
}

/** People there read that it is linked again without their doing. */
function channelTold({ id, teamId, roles }: LinkedChannel, by: Actor): Job {
  return {
    kind: 'channel-link-told',
    channelId: id,
    isLinked: roles.length > 0,
    by,
    to: { kind: 'channel', channelId: id, teamId },
  };
}

function isMeant(event: ChannelEvent, channel: LinkedChannel): boolean {
  return 'channelId' in event ? channel.id === event.channelId : channel.teamId === event.teamId;
}

function after(event: ChannelEvent, channel: LinkedChannel, taken: ReadonlySet<ChannelRole>): LinkedChannel {
  switch (event.kind) {
    case 'channel-gone':
    case 'team-gone':
      if (channel.roles.length === 0) return channel;
      return { ...channel, roles: [], lost: { roles: channel.roles, because: event.because } };
    case 'channel-back':
    case 'team-back': {
      const { lost, ...known } = channel;
      if (lost?.because !== event.because) return channel;
      return { ...known, roles: lost.roles.filter((role) => !taken.has(role)) };
    }
    case 'channel-renamed':
      return { ...channel, name: event.name };
    case 'team-renamed':
      return { ...channel, teamName: event.name };
    case 'channel-closed':
      return { ...channel, membership: event.membership };
  }
}

function entryOf(
  event: ChannelEvent,
  before: LinkedChannel,
  now: LinkedChannel,
  at: Date,
  actor: Actor,
): AuditEntry {
  return {
    at,
    actor,
    action: isGone(event) ? 'unlink' : isBack(event) ? 'link' : 'rename',
    aliasId: undefined,
    before: factOf(before),
    after: factOf(now),
    reason: reasonOf(event),
  };
}

function reasonOf(event: ChannelEvent): AuditFact | undefined {
  if (isGone(event)) return { code: 'channel-lost', because: event.because };
  return isBack(event) ? { code: 'channel-back', because: event.because } : undefined;
}

function factOf({ teamName, name, roles, membership }: LinkedChannel): AuditFact {
  return { code: 'channel', teamName, name, roles, membership };
}
