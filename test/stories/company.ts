import type { ChannelRole } from '../../src/channels/channel.ts';
import type { Person } from '../../src/people/person.ts';
import type { FakeTeam } from '../fakes/connector.ts';

/** The company of the stories. */

const person = (number: number, name: string): Person => ({
  id: `a1c04f52-6f0b-4a5e-8d1e-2b7d90c3e00${number}`,
  name,
  mail: `${name.toLowerCase().replace(' ', '.')}@company.com`,
});

/** Engineer in Payments. */
export const ALEX = person(1, 'Alex Wilber');
/** Approver. */
export const MEGAN = person(2, 'Megan Bowen');
/** Approver. */
export const ADELE = person(3, 'Adele Vance');
/** Engineer in Payments, no approver. */
export const ISAIAH = person(4, 'Isaiah Langer');
/** Engineer in Search. */
export const SAM = person(5, 'Sam Search');
/** Writes to the bot, and the directory does not know them. */
export const GUEST = person(6, 'Gus Guest');

/** Engineer in Payments, and in its private channel. */
export const LYNNE = person(7, 'Lynne Robbins');
/** Invited from another company; in no team. */
export const GRETA = person(8, 'Greta Guest');

export interface Channel {
  readonly id: string;
  readonly team: string;
  readonly name: string;
  /** What the channel is linked for, beside owning aliases. */
  readonly roles: readonly ChannelRole[];
  /** Who links it. */
  readonly member: Person;
}

export const PAYMENTS: Channel = {
  id: '19:aws-root@thread.tacv2',
  team: '19:payments@thread.tacv2',
  name: 'aws-root',
  roles: [],
  member: ALEX,
};
export const SEARCH: Channel = {
  id: '19:search-aws@thread.tacv2',
  team: '19:search@thread.tacv2',
  name: 'search-aws',
  roles: [],
  member: SAM,
};
export const PLATFORM: Channel = {
  id: '19:approvals@thread.tacv2',
  team: '19:platform@thread.tacv2',
  name: 'approvals',
  roles: ['approvals'],
  member: MEGAN,
};
export const TRIAGE: Channel = {
  id: '19:triage@thread.tacv2',
  team: '19:platform@thread.tacv2',
  name: 'triage',
  roles: ['triage'],
  member: MEGAN,
};

/** A private channel of Payments. */
export const VAULT: Channel = {
  id: '19:vault@thread.tacv2',
  team: PAYMENTS.team,
  name: 'vault',
  roles: [],
  member: ALEX,
};

const group = (number: number): string => `b7d1e6c4-53a8-4c19-9f60-7e21aa54d00${number}`;
const team = (id: string, name: string, groupId: string, ...channels: readonly Channel[]): FakeTeam => ({
  id,
  name,
  groupId,
  channels: [{ id }, ...channels.map((channel) => ({ id: channel.id, name: channel.name }))],
});

function withPrivate(of: FakeTeam, { id, name }: Channel): FakeTeam {
  return { ...of, channels: [...of.channels, { id, name, type: 'private' }] };
}

export const TEAMS: readonly FakeTeam[] = [
  withPrivate(team(PAYMENTS.team, 'Payments', group(1), PAYMENTS), VAULT),
  team(SEARCH.team, 'Search', group(2), SEARCH),
  team(PLATFORM.team, 'Cloud Platform', group(3), PLATFORM, TRIAGE),
];

export const APPROVERS_GROUP = group(9);

/** As Entra has it. */
export const DIRECTORY = {
  users: [ALEX, MEGAN, ADELE, ISAIAH, SAM, LYNNE, GRETA].map(({ id, name, mail }) => ({
    id,
    displayName: name,
    userPrincipalName: mail,
    mail,
  })),
  groups: [
    { id: APPROVERS_GROUP, displayName: 'AWS root approvers', members: [MEGAN.id, ADELE.id] },
    { id: group(1), displayName: 'Payments', members: [ALEX.id, ISAIAH.id, LYNNE.id] },
    { id: group(2), displayName: 'Search', members: [SAM.id] },
    { id: group(3), displayName: 'Cloud Platform', members: [MEGAN.id, ADELE.id] },
  ],
  channels: [{ id: VAULT.id, groupId: group(1), members: [ALEX.id, LYNNE.id] }],
};

export const CENTRAL = 'aws@company.com';
export const ROOT_MAILBOXES = [
  'aws-root-01@company.com',
  'aws-root-02@company.com',
  'aws-root-03@company.com',
];
export const [ROOT_MAILBOX = ''] = ROOT_MAILBOXES;
/** Of companies that have a second one. */
export const SECOND_CENTRAL = 'aws2@company.com';
/** Forwards to the second central mailbox, where there is one. */
export const SECOND_ROOT = 'aws-root-11@company.com';
/** The pool. */
export const ADDRESSES = Array.from(
  { length: 6 },
  (_, number) => `aws_3f0c6b1e-0b4e-4c47-9a33-5f1a6f7c000${number}@company.com`,
);
