import { z } from 'zod';
import {
  CHANNEL_LOSSES,
  CHANNEL_MEMBERSHIPS,
  CHANNEL_ROLES,
  type LinkedChannel,
} from '../../channels/channel.ts';
import { MUTE_TOPICS, MUTE_WAYS, sortedRules, type MuteRule } from '../../channels/mute-rules.ts';
import { date, dateColumn, json, optionalText, text, textColumn } from '../columns.ts';
import { key, ROOT } from '../keys.ts';
import type { NewRow, Row } from '../table.ts';

const schema = z.object({
  channel_ref: z.string(),
  channel_name: z.string(),
  team_id: z.string(),
  team_name: z.string(),
  group_id: optionalText,
  roles: json(z.array(z.enum(CHANNEL_ROLES))),
  linked_by: z.string(),
  linked_at: date,
  quiet: text,
  /** What it was linked for before Teams took it away. */
  lost: text,
  /** Topics that come at once whatever their severity. Apart, because earlier versions read no such way in the column above. */
  at_once: text,
  /** Left out by versions that took every channel for a standard one. */
  membership: z.enum(CHANNEL_MEMBERSHIPS).optional(),
});
const quietRules = json(z.array(z.object({ topic: z.enum(MUTE_TOPICS), way: z.enum(MUTE_WAYS) })));
const lostLink = json(z.object({ roles: z.array(z.enum(CHANNEL_ROLES)), because: z.enum(CHANNEL_LOSSES) }));
const loudTopics = json(z.array(z.enum(MUTE_TOPICS)));

export function channelFromRow(row: Row): LinkedChannel {
  const columns = schema.parse(row);
  return {
    id: columns.channel_ref,
    name: columns.channel_name,
    teamId: columns.team_id,
    teamName: columns.team_name,
    groupId: columns.group_id,
    roles: columns.roles,
    linkedBy: columns.linked_by,
    linkedAt: columns.linked_at,
    ...(columns.membership === undefined ? {} : { membership: columns.membership }),
    ...(columns.lost === '' ? {} : { lost: lostLink.parse(columns.lost) }),
    ...(columns.quiet === '' ? {} : { muted: rulesFrom(columns) }),
  };
}

function rulesFrom({
  quiet,
  at_once: atOnce,
}: Pick<z.output<typeof schema>, 'quiet' | 'at_once'>): readonly MuteRule[] {
  const loud = atOnce === '' ? [] : loudTopics.parse(atOnce);
  return sortedRules([
    ...quietRules.parse(quiet),
    ...loud.map((topic) => ({ topic, way: 'at-once' as const })),
  ]);
}

export function channelRow(channel: LinkedChannel): NewRow {
  const { muted } = channel;
  const loud = (muted ?? []).filter(({ way }) => way === 'at-once').map(({ topic }) => topic);
  return {
    partitionKey: ROOT,
    rowKey: key.channel(channel.id),
    channel_ref: channel.id,
    channel_name: channel.name,
    team_id: channel.teamId,
    team_name: channel.teamName,
    group_id: textColumn(channel.groupId),
    roles: JSON.stringify(channel.roles),
    linked_by: channel.linkedBy,
    linked_at: dateColumn(channel.linkedAt),
    membership: channel.membership ?? 'standard',
    lost: channel.lost === undefined ? '' : JSON.stringify(channel.lost),
    quiet: muted === undefined ? '' : JSON.stringify(muted.filter(({ way }) => way !== 'at-once')),
    at_once: loud.length === 0 ? '' : JSON.stringify(loud),
  };
}
