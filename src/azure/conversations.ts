import { z } from 'zod';
import type { Conversations, PersonalChat, PostedCopy, TeamAddress } from '../outgoing/poster.ts';
import { json, text } from './columns.ts';
import { keyOf, TEAMS, within } from './keys.ts';
import type { Row, Table } from './table.ts';

const personalChat = z.object({
  person_id: z.string(),
  person_name: z.string(),
  conversation_id: z.string(),
  service_url: z.string(),
  tenant_id: z.string(),
});
const teamAddress = z.object({ team_id: z.string(), service_url: z.string(), tenant_id: z.string() });
const postedCopy = z.object({
  conversation_id: z.string(),
  activity_id: z.string(),
  service_url: z.string(),
  look: text,
});
const copyLook = json(
  z.object({
    triageReason: z.string().optional(),
    mayBeRepeat: z.boolean().optional(),
    isLate: z.boolean().optional(),
  }),
);

const personKey = (personId: string): string => `person:${keyOf(personId)}`;
const teamKey = (teamId: string): string => `team:${keyOf(teamId)}`;
const copiesPrefix = (subject: string): string => `copy:${keyOf(subject)}:`;

/** Where people and teams can be reached, in partition `teams`; every look-up is a point read, copies are one range read. */
export function createTableConversations(table: Table): Conversations {
  return {
    async rememberPerson(chat) {
      await upsert(table, personKey(chat.personId), {
        person_id: chat.personId,
        person_name: chat.name,
        conversation_id: chat.conversationId,
        service_url: chat.serviceUrl,
        tenant_id: chat.tenantId,
      });
    },
    async rememberTeam(team) {
      await upsert(table, teamKey(team.teamId), {
        team_id: team.teamId,
        service_url: team.serviceUrl,
        tenant_id: team.tenantId,
      });
    },
    async person(personId) {
      const row = await table.get(TEAMS, personKey(personId));
      return row === undefined ? undefined : personFromRow(row);
    },
    async team(teamId) {
      const row = await table.get(TEAMS, teamKey(teamId));
      return row === undefined ? undefined : teamFromRow(row);
    },
    async rememberCopy(subject, copy) {
      // Activity ids are unique within a conversation only, and conversation ids know upper and lower case.
      const place = Buffer.from(`${copy.conversationId} ${copy.activityId}`).toString('hex');
      await upsert(table, `${copiesPrefix(subject)}${keyOf(place)}`, {
        conversation_id: copy.conversationId,
        activity_id: copy.activityId,
        service_url: copy.serviceUrl,
        look: copy.look === undefined ? '' : JSON.stringify(copy.look),
      });
    },
    async copies(subject) {
      const { from, until } = within(copiesPrefix(subject));
      return (await table.range(TEAMS, from, until)).map(copyFromRow);
    },
  };
}

async function upsert(table: Table, rowKey: string, columns: Record<string, string>): Promise<void> {
  await table.write({ kind: 'upsert', row: { partitionKey: TEAMS, rowKey, ...columns } });
}

function personFromRow(row: Row): PersonalChat {
  const columns = personalChat.parse(row);
  return {
    personId: columns.person_id,
    name: columns.person_name,
    conversationId: columns.conversation_id,
    serviceUrl: columns.service_url,
    tenantId: columns.tenant_id,
  };
}

function teamFromRow(row: Row): TeamAddress {
  const columns = teamAddress.parse(row);
  return { teamId: columns.team_id, serviceUrl: columns.service_url, tenantId: columns.tenant_id };
}

function copyFromRow(row: Row): PostedCopy {
  const columns = postedCopy.parse(row);
  return {
    conversationId: columns.conversation_id,
    activityId: columns.activity_id,
    serviceUrl: columns.service_url,
    look: columns.look === '' ? undefined : copyLook.parse(columns.look),
  };
}
