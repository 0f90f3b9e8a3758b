import type { Language } from '../../cards/texts/languages.ts';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Conversations, PersonalChat, TeamAddress } from '../messages/poster.ts';
import { copiesOf, copyFromRow, copyRow } from './rows/copy-row.ts';
import { optionalLanguage } from './columns.ts';
import { exactly, keyOf, LEDGER, TEAMS } from './keys.ts';
import { allReadable, readable, type LeftOut } from './readable.ts';
import { storedForm } from './stored-form.ts';
import type { Table } from './table.ts';

const personalChat = storedForm<PersonalChat>({
  personId: ['person_id', z.string()],
  name: ['person_name', z.string()],
  conversationId: ['conversation_id', z.string()],
  serviceUrl: ['service_url', z.string()],
  tenantId: ['tenant_id', z.string()],
  language: ['language', optionalLanguage],
});
const teamAddress = storedForm<TeamAddress>({
  teamId: ['team_id', z.string()],
  serviceUrl: ['service_url', z.string()],
  tenantId: ['tenant_id', z.string()],
});
const channelLanguage = z.object({ channel_id: z.string(), language: optionalLanguage });

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
      await upsert(table, personKey(chat.personId), personalChat.write(chat));
    },
    async rememberTeam(team) {
      teams.delete(team.teamId);
      await upsert(table, teamKey(team.teamId), teamAddress.write(team));
    },
    async rememberLanguage(channelId, language) {
      languages.delete(channelId);
      await upsert(table, channelKey(channelId), { channel_id: channelId, language });
    },
    async person(personId) {
      const row = await table.get(TEAMS, personKey(personId));
      const chat = row === undefined ? undefined : await readable(row, personalChat.read);
      return chat?.personId === personId ? chat : undefined;
    },
    async team(teamId) {
      const known = teams.get(teamId);
      if (known !== undefined) return known;
      const row = await table.get(TEAMS, teamKey(teamId));
      const team = row === undefined ? undefined : await readable(row, teamAddress.read);
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

async function upsert(
  table: Table,
  rowKey: string,
  columns: ReturnType<typeof teamAddress.write>,
): Promise<void> {
  await table.write({ kind: 'upsert', row: { partitionKey: TEAMS, rowKey, ...columns } });
}
