import { Refusal } from '../store/refusal.ts';
import type { AuditEntry } from '../store/audit.ts';
import type { AuditFact } from '../store/audit-fact.ts';
import type { LinkedChannel } from './channel.ts';
import type { ChannelRegister } from './channel-register.ts';
import type { Versioned } from '../store/change.ts';
import type { Clock } from '../shared/clock.ts';
import { newChangeId } from '../shared/identifiers.ts';
import type { Actor } from '../people/person.ts';
import type { ChannelEvent } from './channels.ts';
import { retryOnConflict } from '../store/retry-on-conflict.ts';

export interface ChangeChannelsDeps {
  readonly register: Pick<ChannelRegister, 'channels' | 'commit'>;
  readonly clock: Clock;
}

/** More channels of one team go into another transaction. */
const AT_ONCE = 20;

/** See `Channels.changed`. A channel that is gone keeps its row, without a role: its aliases still name it. */
export async function changeChannels(
  deps: ChangeChannelsDeps,
  event: ChannelEvent,
  by: Actor,
): Promise<void> {
  const busy = (): Refusal => new Refusal('register-busy');
  const decide = async (channels: readonly Versioned<LinkedChannel>[]): Promise<true | undefined> => {
    const touched = channels
      .filter(({ value }) => isMeant(event, value))
      .map((before) => ({ before, after: after(event, before.value) }))
      .filter(({ before, after: now }) => JSON.stringify(before.value) !== JSON.stringify(now))
      .slice(0, AT_ONCE);
    const at = deps.clock();
    const [first, ...rest] = touched.map(({ before, after: now }) =>
      entryOf(event, before.value, now, at, by),
    );
    if (first === undefined) return true;
    // Whatever came of it, another look tells whether something is left to do.
    await deps.register.commit({ id: newChangeId(), channels: touched, audit: [first, ...rest] });
    return undefined;
  };
  await retryOnConflict(busy, () => deps.register.channels(), decide);
}

function isMeant(event: ChannelEvent, channel: LinkedChannel): boolean {
  return 'channelId' in event ? channel.id === event.channelId : channel.teamId === event.teamId;
}

function after(event: ChannelEvent, channel: LinkedChannel): LinkedChannel {
  switch (event.kind) {
    case 'channel-gone':
    case 'team-gone':
      return { ...channel, roles: [] };
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
  const isGone = event.kind === 'channel-gone' || event.kind === 'team-gone';
  return {
    at,
    actor,
    action: isGone ? 'unlink' : 'rename',
    aliasId: undefined,
    requestId: undefined,
    before: factOf(before),
    after: factOf(now),
    reason: isGone ? { code: 'channel-lost', because: event.because } : undefined,
  };
}

function factOf({ teamName, name, roles, membership }: LinkedChannel): AuditFact {
  return { code: 'channel', teamName, name, roles, membership };
}
