/**
 * The people, teams and groups of the local stand: one source for both Playground windows and for the directory of the
 * local Graph server.
 *
 * A Playground takes exactly six people and one team, so there are six people. All ids are made up and fixed, so that
 * what the table remembers of a person or a channel stays true from one start to the next.
 */

/** A user of the tenant. `id` is the Entra object id; the Playground uses it as the Teams id (`29:…` in Teams) as well. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly givenName: string;
  readonly surname: string;
  readonly mail: string;
}

/** An Entra group; a team is one too. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly members: readonly Person[];
}

/** A team with the one channel that Rootdesk is used in. `threadId` is the team's own Teams id, also its General channel. */
export interface Team {
  readonly threadId: string;
  readonly group: Group;
  readonly channel: { readonly id: string; readonly name: string };
}

export const tenantId = '5e2fa9a0-0d3c-4f3b-9a67-0c5d1c0a7e01';

/** The bot as the Playground addresses it: the `recipient` of every activity. */
export const bot = { id: '28:rootdesk', name: 'Rootdesk' } as const;

const person = (id: string, givenName: string, surname: string): Person => ({
  id,
  name: `${givenName} ${surname}`,
  givenName,
  surname,
  mail: `${givenName}.${surname}@company.com`.toLowerCase(),
});

/** Who sits in the first window and asks for aliases. */
export const engineer = person('a1c04f52-6f0b-4a5e-8d1e-2b7d90c3e001', 'Alex', 'Wilber');
/** Who sits in the second window and decides. */
export const approver = person('a1c04f52-6f0b-4a5e-8d1e-2b7d90c3e002', 'Megan', 'Bowen');
const adele = person('a1c04f52-6f0b-4a5e-8d1e-2b7d90c3e003', 'Adele', 'Vance');
const isaiah = person('a1c04f52-6f0b-4a5e-8d1e-2b7d90c3e004', 'Isaiah', 'Langer');
const patti = person('a1c04f52-6f0b-4a5e-8d1e-2b7d90c3e005', 'Patti', 'Fernandez');
const lynne = person('a1c04f52-6f0b-4a5e-8d1e-2b7d90c3e006', 'Lynne', 'Robbins');

export const people: readonly Person[] = [engineer, approver, adele, isaiah, patti, lynne];

/** The engineer's team: owns aliases and reads their mail in its channel. */
export const payments: Team = {
  threadId: '19:payments@thread.tacv2',
  group: {
    id: 'b7d1e6c4-53a8-4c19-9f60-7e21aa54d001',
    name: 'Payments',
    members: [engineer, isaiah, lynne],
  },
  channel: { id: '19:aws-root@thread.tacv2', name: 'aws-root' },
};

/** The approver's team: its channel takes the requests, and the mail that nobody owns. */
export const cloudPlatform: Team = {
  threadId: '19:cloud-platform@thread.tacv2',
  group: {
    id: 'b7d1e6c4-53a8-4c19-9f60-7e21aa54d002',
    name: 'Cloud Platform',
    members: [approver, adele, patti],
  },
  channel: { id: '19:approvals@thread.tacv2', name: 'approvals' },
};

/** The Entra group whose members may decide requests. */
export const approvers: Group = {
  id: 'b7d1e6c4-53a8-4c19-9f60-7e21aa54d003',
  name: 'AWS root approvers',
  members: [approver, adele],
};

export const groups: readonly Group[] = [payments.group, cloudPlatform.group, approvers];
