import type { Language } from '../../cards/texts/languages.ts';
import type { Conversations, PersonalChat, PostedCopy, TeamAddress } from '../../src/messages/poster.ts';

/** Addresses and posted copies held in memory. */
export interface FakeConversations extends Conversations {
  readonly people: Map<string, PersonalChat>;
  readonly teams: Map<string, TeamAddress>;
  readonly posted: Map<string, PostedCopy[]>;
}

export function createFakeConversations(): FakeConversations {
  const people = new Map<string, PersonalChat>();
  const teams = new Map<string, TeamAddress>();
  const languages = new Map<string, Language>();
  const posted = new Map<string, PostedCopy[]>();
  return {
    people,
    teams,
    posted,
    rememberPerson: async (chat) => void people.set(chat.personId, chat),
    rememberTeam: async (team) => void teams.set(team.teamId, team),
    rememberLanguage: async (channelId, language) => void languages.set(channelId, language),
    languageOf: async (channelId) => languages.get(channelId),
    person: async (id) => people.get(id),
    team: async (id) => teams.get(id),
    rememberCopy: async (subject, copy) => void posted.set(subject, [...(posted.get(subject) ?? []), copy]),
    copies: async (subject) => posted.get(subject) ?? [],
  };
}
