import type { User } from '@microsoft/microsoft-graph-types';
import { z } from 'zod';
import { graphError, ok, type Answer, type Asked } from './answer.ts';
import type { AddressBook } from './mailboxes.ts';

interface StandUser {
  /** Entra object id. */
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  /** Left out for somebody without a mailbox. */
  readonly mail?: string;
}

interface StandGroup {
  readonly id: string;
  readonly displayName: string;
  /** Object ids of users and of other groups. */
  readonly members: readonly string[];
}

export interface StandDirectory {
  readonly users: readonly StandUser[];
  readonly groups: readonly StandGroup[];
}

/** The directory routes of Graph: one user, and of which groups a user is a member through whatever other groups. */
export interface DirectoryRoutes {
  user(id: string, asked: Asked): Answer;
  checkMemberGroups(id: string, asked: Asked): Answer;
}

const MOST_GROUPS = 20;
const DEFAULT_FIELDS = ['displayName', 'mail', 'userPrincipalName', 'id'];
const groupQuestion = z.object({ groupIds: z.array(z.string()) });

export function createDirectoryRoutes(directory: StandDirectory, book: AddressBook): DirectoryRoutes {
  const accounts: readonly User[] = [
    ...directory.users.map((user) => ({ ...user, mail: user.mail ?? null, proxyAddresses: [] })),
    ...book.mailboxes.map(({ name, addresses: [primary = '', ...others] }) => ({
      id: primary,
      displayName: name,
      userPrincipalName: primary,
      mail: primary,
      proxyAddresses: [`SMTP:${primary}`, ...others.map((address) => `smtp:${address}`)],
    })),
  ];

  function find(id: string): User | undefined {
    const wanted = id.toLowerCase();
    return accounts.find(
      (account) =>
        account.id?.toLowerCase() === wanted || account.userPrincipalName?.toLowerCase() === wanted,
    );
  }

  /** Ids of all groups that hold the member, also through groups; a circle of groups ends. */
  function groupsOf(memberId: string, found = new Set<string>()): ReadonlySet<string> {
    for (const group of directory.groups) {
      if (found.has(group.id) || !group.members.includes(memberId)) continue;
      found.add(group.id);
      groupsOf(group.id, found);
    }
    return found;
  }

  return {
    user(id, asked) {
      const account = find(id);
      if (account === undefined) return notFound(id);
      const selected = asked.url.searchParams.get('$select')?.split(',') ?? DEFAULT_FIELDS;
      return ok(Object.fromEntries(Object.entries(account).filter(([name]) => selected.includes(name))));
    },
    checkMemberGroups(id, asked) {
      const account = find(id);
      if (account?.id === undefined) return notFound(id);
      const question = groupQuestion.safeParse(JSON.parse(asked.body));
      if (!question.success || question.data.groupIds.length > MOST_GROUPS) {
        return graphError(400, 'Request_BadRequest', 'groupIds must hold 1 to 20 ids.');
      }
      const groups = groupsOf(account.id);
      return ok({ value: question.data.groupIds.filter((groupId) => groups.has(groupId)) });
    },
  };
}

function notFound(id: string): Answer {
  return graphError(404, 'Request_ResourceNotFound', `Resource '${id}' does not exist.`);
}
