import type { Language } from '../../cards/texts/languages.ts';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Conversations, PersonalChat, TeamAddress } from '../messages/poster.ts';
import { copiesOf, copyFromRow, copyRow } from './rows/copy-row.ts';
import { optionalLanguage } from './columns.ts';
import { exactly, keyOf, LEDGER, TEAMS } from './keys.ts';
import { allReadable, readable, type LeftOut } from './readable.ts';
import type { Row, Table } from './table.ts';

const personalChat = z.object({
  person_id: z.string(),
  person_name: z.string(),
  conversation_id: z.string(),
  service_url: z.string(),
  tenant_id: z.string(),
  language: optionalLanguage,
});
const channelLanguage = z.object({ channel_id: z.string(), language: optionalLanguage });
const teamAddress = z.object({ team_id: z.string(), service_url: z.string(), tenant_id: z.string() });

const personKey = (personId: string): string => `person:${keyOf(personId)}`;
const channelKey = (channelId: string): string => `channel:${exactly(channelId)}`;
const teamKey = (teamId: string): string => `team:${keyOf(teamId)}`;

/** Another copy of Rootdesk may hear first that a team is reached elsewhere; until then it is posted to where it was. */
const TEAM_MS = 60_000;
const TEAMS_MOST = 1_000;

/**
 * Where people and teams can be reached, in partition `teams`, and posted copies. Every look-up is a point read, that of a team or of a channel's
 * language once a minute; copies are one range read.
 */
export function createTableConversations(table: Table, leftOut: LeftOut = () => undefined): Conversations {
  const teams = new LRUCache<string, TeamAddress>({ max: TEAMS_MOST, ttl: TEAM_MS });
  const languages = new LRUCache<string, { readonly language: Language | undefined }>({
    max: TEAMS_MOST,
    ttl: TEAM_MS,
  });
  return {
    async rememberPerson(chat) {
      await upsert(table, personKey(chat.personId), {
        person_id: chat.personId,
        person_name: chat.name,
        conversation_id: chat.conversationId,
        service_url: chat.serviceUrl,
        tenant_id: chat.tenantId,
        language: chat.language ?? '',
      });
    },
    async rememberTeam(team) {
      teams.delete(team.teamId);
      await upsert(table, teamKey(team.teamId), {
        team_id: team.teamId,
        service_url: team.serviceUrl,
        tenant_id: team.tenantId,
      });
    },
    async rememberLanguage(channelId, language) {
      languages.delete(channelId);
      await upsert(table, channelKey(channelId), { channel_id: channelId, language });
    },
    async person(personId) {
      const row = await table.get(TEAMS, personKey(personId));
      const chat = row === undefined ? undefined : await readable(row, personFromRow);
      return chat?.personId === personId ? chat : undefined;
    },
    async team(teamId) {
      const known = teams.get(teamId);
      if (known !== undefined) return known;
      const row = await table.get(TEAMS, teamKey(teamId));
      const team = row === undefined ? undefined : await readable(row, teamFromRow);
      if (team?.teamId !== teamId) return undefined;
      teams.set(teamId, team);
      return team;
    },
    async languageOf(channelId) {
      const known = languages.get(channelId);
      if (known !== undefined) return known.language;
      const row = await table.get(TEAMS, channelKey(channelId));
      const found =
        row === undefined ? undefined : await readable(row, (each) => channelLanguage.parse(each));
      const language = found?.channel_id === channelId ? found.language : undefined;
      languages.set(channelId, { language });
      return language;
    },
    async rememberCopy(subject, copy) {
      await table.write({ kind: 'upsert', row: copyRow(subject, copy) });
    },
    async copies(subject) {
      const ranges = copiesOf(subject).map(({ from, until }) => table.range(LEDGER, from, until));
      return allReadable((await Promise.all(ranges)).flat(), copyFromRow, leftOut);
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
    ...(columns.language === undefined ? {} : { language: columns.language }),
  };
}

function teamFromRow(row: Row): TeamAddress {
  const columns = teamAddress.parse(row);
  return { teamId: columns.team_id, serviceUrl: columns.service_url, tenantId: columns.tenant_id };
}
