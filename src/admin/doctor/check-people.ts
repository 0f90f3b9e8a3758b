import type { LinkedChannel } from '../../channels/channel.ts';
import type { Config } from '../../config.ts';
import type { GraphClient } from '../../graph/graph-client.ts';
import { createGraphDirectory } from '../../graph/graph-directory.ts';
import { groupMembers } from '../../graph/groups.ts';
import type { Directory } from '../../people/directory.ts';
import type { People } from '../../people/approvers.ts';
import { examinedMailboxes } from './examined-mailboxes.ts';
import { fails, limit, tried, warns, works, type Finding, type Outcome } from './finding.ts';

const PERMISSIONS =
  'Grant the application User.Read.All, GroupMember.Read.All and ChannelMember.Read.All in Entra ID, with admin consent.';

/** Whether Rootdesk may ask who is in private and shared channels; asked only where such a channel is linked. */
export async function* checkClosedChannels(
  client: GraphClient,
  channels: readonly LinkedChannel[],
): AsyncGenerator<Finding> {
  const closed = channels.filter(({ membership = 'standard' }) => membership !== 'standard');
  if (closed.length === 0) return;
  yield tried('private channels', async () => {
    const directory = createGraphDirectory({ client });
    const asked = closed.flatMap(({ id, groupId }) => (groupId === undefined ? [] : [{ id, groupId }]));
    await Promise.all(asked.map((channel) => directory.isInChannel(NOBODY, channel, limit())));
    return works(`members of private and shared channels can be asked for: ${closed.length}`);
  });
}

/** A valid id that no person has. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Whether the directory answers, and whether there are people who can decide and ask. */
export async function* checkPeople(config: Config, client: GraphClient): AsyncGenerator<Finding> {
  const { requests } = config;
  const directory = createGraphDirectory({ client });
  for (const { mailbox, part } of examinedMailboxes(config)) {
    yield tried(part('directory'), async () =>
      (await directory.personByMail(mailbox, limit())) === undefined
        ? warns(
            `it answers, but does not know ${mailbox}`,
            `Check CENTRAL_MAILBOX; it has to be the address of a mailbox. ${PERMISSIONS}`,
          )
        : works(`it answers, and knows ${mailbox}`),
    );
  }
  yield tried('approvers', () =>
    examineGroupOrPeople({ directory, client }, requests.approvers, requests.approvalsNeeded),
  );
  if (requests.askers.kind === 'everyone') return;
  const { askers } = requests;
  yield tried('askers', () => examineGroupOrPeople({ directory, client }, askers, 0));
}

interface Asked {
  readonly directory: Directory;
  readonly client: GraphClient;
}

async function examineGroupOrPeople(asked: Asked, people: People, needed: number): Promise<Outcome> {
  if (people.kind === 'group') return examineGroup(asked, people.groupId, needed);
  const known = await Promise.all(people.personIds.map((id) => asked.directory.person(id, limit())));
  const unknown = people.personIds.filter((_, index) => known[index] === undefined);
  if (unknown.length > 0) {
    return fails(`the directory does not know ${unknown.join(', ')}`, 'Correct APPROVERS.');
  }
  return enough(people.personIds.length, needed);
}

async function examineGroup({ directory, client }: Asked, groupId: string, needed: number): Promise<Outcome> {
  const members = await groupMembers(client, groupId, limit());
  if (members === undefined) {
    return fails(`there is no group ${groupId}`, 'Set the object id of a group that is there.');
  }
  const [first] = members;
  if (first === undefined) return fails(`nobody is in the group ${groupId}`, 'Add people to the group.');
  const groups = await directory.memberOf(first, [groupId], limit());
  if (!groups.has(groupId)) return fails('the question who is a member is answered wrongly', PERMISSIONS);
  return enough(members.length, needed);
}

function enough(count: number, needed: number): Outcome {
  if (count < needed) {
    return fails(
      `${count} ${count === 1 ? 'person' : 'people'}, but a request needs ${needed} approvals`,
      'Add people, or lower APPROVALS_NEEDED.',
    );
  }
  if (count === needed) {
    return warns(
      `${count} ${count === 1 ? 'person' : 'people'}: nobody is left for a request of their own`,
      'Add somebody: nobody decides a request of their own.',
    );
  }
  return works(`${count} people`);
}
