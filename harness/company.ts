import type { StandDirectory } from '../local/graph/directory.ts';
import type { StandMailboxes } from '../local/graph/mailboxes.ts';
import { CENTRAL_MAILBOX, DOMAIN, guidOf } from '../local/pool.ts';
import type { ChannelPlace } from './activities.ts';
import type { RecordedTeam } from './recorder.ts';

export interface Employee {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
}

/** A channel of the one team. */
export interface Channel extends ChannelPlace {
  readonly name: string;
  readonly team: {
    readonly threadId: string;
    readonly group: { readonly id: string; readonly name: string };
  };
}

/** An alias in use. */
export interface OwnedAlias {
  readonly address: string;
  readonly owner: Employee;
  readonly channel: Channel;
  readonly accountId: string;
}

/** A company of any size, the same one for the same wishes. */
export interface Company {
  /** Who asks for aliases and owns them. */
  readonly askers: readonly Employee[];
  readonly approvers: readonly Employee[];
  /** Takes requests, and mail without an owner. */
  readonly approvals: Channel;
  readonly owning: readonly Channel[];
  readonly owned: readonly OwnedAlias[];
  /** Addresses. */
  readonly free: readonly string[];
  readonly directory: StandDirectory;
  readonly mailboxes: StandMailboxes;
  /** As Teams knows them. */
  readonly teams: readonly RecordedTeam[];
}

export interface CompanyWishes {
  readonly askers: number;
  readonly channels: number;
  readonly owned: number;
  readonly free: number;
}

export const ROOT_MAILBOX = `aws-root-01@${DOMAIN}`;
/** The Entra group whose members decide. */
export const APPROVERS_GROUP = guidOf('harness approvers');
const APPROVERS = 5;
const TEAM = {
  threadId: '19:harness@thread.tacv2',
  group: { id: guidOf('harness team'), name: 'Cloud Engineering' },
};

export function companyOf(wishes: CompanyWishes): Company {
  const askers = listOf(wishes.askers, employee);
  const approvers = listOf(APPROVERS, (index) => employee(wishes.askers + index));
  const approvals = channel('approvals');
  const owning = listOf(wishes.channels, (index) => channel(`aws-root-${index}`));
  const owned = listOf(wishes.owned, (index): OwnedAlias => {
    return {
      address: address('owned', index),
      owner: itemAt(askers, index),
      channel: itemAt(owning, index),
      accountId: String(100_000_000_000 + index),
    };
  });
  const free = listOf(wishes.free, (index) => address('free', index));
  const people = [...askers, ...approvers];
  const aliases = [...owned.map((alias) => alias.address), ...free];
  return {
    askers,
    approvers,
    approvals,
    owning,
    owned,
    free,
    directory: {
      users: people.map(({ id, name, mail }) => ({ id, displayName: name, userPrincipalName: mail, mail })),
      groups: [
        { id: TEAM.group.id, displayName: TEAM.group.name, members: people.map(({ id }) => id) },
        { id: APPROVERS_GROUP, displayName: 'Approvers', members: approvers.map(({ id }) => id) },
      ],
    },
    mailboxes: { central: CENTRAL_MAILBOX, roots: [{ address: ROOT_MAILBOX, aliases }] },
    teams: [{ ...TEAM, channels: [approvals, ...owning] }],
  };
}

/** Goes around. @throws {RangeError} where there is none */
export function itemAt<T>(all: readonly T[], index: number): T {
  const found = all[index % all.length];
  if (found === undefined) throw new RangeError('there is nothing to take from');
  return found;
}

function listOf<T>(length: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length }, (_, index) => make(index));
}

function employee(index: number): Employee {
  return {
    id: guidOf(`harness person ${index}`),
    name: `Person ${index}`,
    mail: `person-${index}@${DOMAIN}`,
  };
}

function channel(name: string): Channel {
  return { id: `19:harness-${name}@thread.tacv2`, name, team: TEAM };
}

function address(what: string, index: number): string {
  return `aws_${guidOf(`harness ${what} ${index}`)}@${DOMAIN}`;
}
