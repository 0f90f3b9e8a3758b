import type { User } from '@microsoft/microsoft-graph-types';
import { z } from 'zod';
import { graphError, ok, type Answer, type Asked } from './answer.ts';
import type { AddressBook } from './mailboxes.ts';

interface StandUser {
  /** Entra object id. */
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  /** A locale; left out where the directory keeps none. */
  readonly preferredLanguage?: string;
  /** Left out for somebody without a mailbox. */
  readonly mail?: string;
  /** Further addresses, beside `mail`. */
  readonly otherAddresses?: readonly string[];
}

interface StandGroup {
  readonly id: string;
  readonly displayName: string;
  /** Object ids of users and of other groups. */
  readonly members: readonly string[];
}

/** A private or shared channel: its members are its own. */
interface StandChannel {
  readonly id: string;
  /** Group of the team that hosts it. */
  readonly groupId: string;
  /** Object ids of users. */
  readonly members: readonly string[];
}

export interface StandDirectory {
  readonly users: readonly StandUser[];
  readonly groups: readonly StandGroup[];
  readonly channels?: readonly StandChannel[];
}

/** The directory routes of Graph: one user, and of which groups a user is a member through whatever other groups. */
export interface DirectoryRoutes {
  user(id: string, asked: Asked): Answer;
  /** Users by the filters that Rootdesk uses. */
  users(asked: Asked): Answer;
  checkMemberGroups(id: string, asked: Asked): Answer;
  /** Everything in a group, also through groups. */
  groupMembers(id: string): Answer;
  /** Whether a user is in a channel; `call` is the function with its arguments, as it is in the path. */
  doesUserHaveAccess(groupId: string, channelId: string, call: string): Answer;
}

const MOST_GROUPS = 20;
const DEFAULT_FIELDS = ['displayName', 'mail', 'userPrincipalName', 'id'];
const groupQuestion = z.object({ groupIds: z.array(z.string()) });

export function createDirectoryRoutes(directory: StandDirectory, book: AddressBook): DirectoryRoutes {
  const accounts: readonly User[] = [
    ...directory.users.map(({ otherAddresses = [], ...user }) => ({
      ...user,
      mail: user.mail ?? null,
      proxyAddresses: [
        ...(user.mail === undefined ? [] : [`SMTP:${user.mail}`]),
        ...otherAddresses.map((address) => `smtp:${address}`),
      ],
    })),
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

  /** Object ids of everything in a group, groups included; a circle of groups ends. */
  function membersOf(groupId: string, found = new Set<string>()): ReadonlySet<string> {
    for (const member of directory.groups.find(({ id }) => id === groupId)?.members ?? []) {
      if (found.has(member)) continue;
      found.add(member);
      membersOf(member, found);
    }
    return found;
  }

  return {
    groupMembers(id) {
      const wanted = id.toLowerCase();
      if (!directory.groups.some((group) => group.id.toLowerCase() === wanted)) return notFound(id);
      const isGroup = (member: string): boolean => directory.groups.some((group) => group.id === member);
      const type = (member: string): string => `#microsoft.graph.${isGroup(member) ? 'group' : 'user'}`;
      return ok({
        value: [...membersOf(wanted)].map((member) => ({ '@odata.type': type(member), id: member })),
      });
    },
    doesUserHaveAccess(groupId, channelId, call) {
      const [, userId] = /^doesUserHaveAccess\(userId='([^']+)'\)$/.exec(call) ?? [];
      const channel = directory.channels?.find((each) => each.id === channelId && each.groupId === groupId);
      if (userId === undefined || channel === undefined || find(userId) === undefined) {
        return graphError(404, 'NotFound', 'No channel, or no user, was found by that id.');
      }
      return ok({ value: channel.members.includes(userId) });
    },
    user(id, asked) {
      const account = find(id);
      if (account === undefined) return notFound(id);
      return ok(selectedOf(account, asked));
    },
    users(asked) {
      const matches = filterOf(asked.url.searchParams.get('$filter') ?? '');
      if (matches === undefined) {
        return graphError(400, 'Request_UnsupportedQuery', 'Unsupported or invalid query filter clause.');
      }
      return ok({ value: accounts.filter(matches).map((account) => selectedOf(account, asked)) });
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

function selectedOf(account: User, asked: Asked): Record<string, unknown> {
  const selected = asked.url.searchParams.get('$select')?.split(',') ?? DEFAULT_FIELDS;
  return Object.fromEntries(Object.entries(account).filter(([name]) => selected.includes(name)));
}

const BY_NAME = /^mail eq '((?:[^']|'')+)' or userPrincipalName eq '((?:[^']|'')+)'$/;
const BY_PROXY = /^proxyAddresses\/any\((\w+):\1 eq '((?:[^']|'')+)'\)$/;

/** Graph compares without case. */
function filterOf(filter: string): ((account: User) => boolean) | undefined {
  const text = (quoted = ''): string => quoted.replaceAll("''", "'").toLowerCase();
  const byName = BY_NAME.exec(filter);
  if (byName !== null) {
    return ({ mail, userPrincipalName }) =>
      mail?.toLowerCase() === text(byName[1]) || userPrincipalName?.toLowerCase() === text(byName[2]);
  }
  const byProxy = BY_PROXY.exec(filter);
  if (byProxy === null) return undefined;
  return ({ proxyAddresses }) =>
    proxyAddresses?.some((address) => address.toLowerCase() === text(byProxy[2])) ?? false;
}

function notFound(id: string): Answer {
  return graphError(404, 'Request_ResourceNotFound', `Resource '${id}' does not exist.`);
}
