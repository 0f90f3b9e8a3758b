import { bot, tenantId, type Person, type Team } from '../people.ts';

/** Who sits before a Playground, and where. */
export interface Seat {
  readonly person: Person;
  readonly team: Team;
  /** The five others that a Playground asks for: no more, no fewer. */
  readonly others: readonly Person[];
}

/** A one-to-one conversation has the same id at every start, so that what the bot stored of it stays true. */
export const personalChatId = (person: Person): string => `a:${person.id}`;

/**
 * The content of `.m365agentsplayground.yml`. It is JSON, which every YAML reader takes.
 *
 * The Playground writes "principle" in a property's name, takes no other property than these, and puts everybody into
 * its one team.
 */
export function playgroundConfiguration({ person, team, others }: Seat): string {
  return JSON.stringify(
    {
      version: '0.1.1',
      tenantId,
      bot,
      currentUser: user(person),
      users: others.map(user),
      personalChat: { id: personalChatId(person) },
      groupChat: { id: `19:group-of-${person.id}@thread.v2`, name: 'Group Chat' },
      team: {
        id: team.threadId,
        name: team.group.name,
        aadGroupId: team.group.id,
        channels: [team.channel],
      },
    },
    undefined,
    2,
  );
}

/**
 * Teams gives users ids like `29:…`, yet opens a one-to-one conversation by the Entra object id as well; the Playground
 * does it by its own id only. So both are the same here.
 */
const user = ({ id, name, givenName, surname, mail }: Person) => ({
  id,
  aadObjectId: id,
  name,
  givenName,
  surname,
  email: mail,
  userPrincipleName: mail,
});
