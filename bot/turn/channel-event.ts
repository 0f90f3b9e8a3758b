import type { Actor } from '../../src/people/person.ts';
import type { ChannelEvent } from '../../src/channels/channels.ts';
import type { Incoming } from '../teams/activity.ts';

/** Names of the events as Teams writes them (conversation events, Microsoft documentation). */
const TEAM_GONE: ReadonlyMap<string, 'team-archived' | 'team-deleted'> = new Map([
  ['teamArchived', 'team-archived'],
  ['teamDeleted', 'team-deleted'],
  ['teamHardDeleted', 'team-deleted'],
]);

/** What the app's removal and others' take away comes back by these. */
const TEAM_BACK: ReadonlyMap<string, 'team-archived' | 'team-deleted'> = new Map([
  ['teamUnarchived', 'team-archived'],
  ['teamRestored', 'team-deleted'],
]);

/** What an activity tells of channels and teams, undefined when nothing. */
export function channelEventIn(seen: Incoming): ChannelEvent | undefined {
  const { team, channel, eventType = '' } = seen.channelData ?? {};
  if (seen.type === 'installationUpdate') {
    // An upgrade removes and adds as well, under other names (`remove-upgrade`).
    if (team === undefined) return undefined;
    if (seen.action === 'add') return { kind: 'team-back', teamId: team.id, because: 'bot-removed' };
    return seen.action === 'remove'
      ? { kind: 'team-gone', teamId: team.id, because: 'bot-removed' }
      : undefined;
  }
  if (seen.type !== 'conversationUpdate') return undefined;
  const goneTeam = TEAM_GONE.get(eventType);
  if (goneTeam !== undefined && team !== undefined) {
    return { kind: 'team-gone', teamId: team.id, because: goneTeam };
  }
  const backTeam = TEAM_BACK.get(eventType);
  if (backTeam !== undefined && team !== undefined) {
    return { kind: 'team-back', teamId: team.id, because: backTeam };
  }
  if (eventType === 'channelRestored' && channel !== undefined) {
    return { kind: 'channel-back', channelId: channel.id, because: 'channel-deleted' };
  }
  if (eventType === 'channelDeleted' && channel !== undefined) {
    return { kind: 'channel-gone', channelId: channel.id, because: 'channel-deleted' };
  }
  if (eventType === 'channelRenamed' && channel !== undefined && isName(channel.name)) {
    return { kind: 'channel-renamed', channelId: channel.id, name: channel.name };
  }
  if (eventType === 'teamRenamed' && team !== undefined && isName(team.name)) {
    return { kind: 'team-renamed', teamId: team.id, name: team.name };
  }
  return undefined;
}

function isName(name: string | null | undefined): name is string {
  return typeof name === 'string' && name.trim() !== '';
}

/** Who did it; Teams does not always say. */
export function actorOfChange(seen: Incoming): Actor {
  const { aadObjectId: id, name = '' } = seen.from;
  return id === undefined ? { kind: 'system', name: 'teams' } : { kind: 'person', id, name };
}
