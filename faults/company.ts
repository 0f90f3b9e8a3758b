import type { NewAlias } from '../src/aliases/import.ts';
import type { StandDirectory } from '../local/graph/directory.ts';
import type { StandMailboxes } from '../local/graph/mailboxes.ts';
import { approvers, cloudPlatform, groups, payments, people, type Person } from '../local/people.ts';
import { CENTRAL_MAILBOX, DOMAIN, guidOf } from '../local/pool.ts';

/** The company of the local stand, with one channel more for each purpose. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly team: typeof payments;
  /** Who links it and works in it. */
  readonly members: readonly Person[];
  /** What is written to the bot to link it. */
  readonly link: string;
}

const channel = (name: string, team: typeof payments, link: string): Channel => ({
  id: `19:${name}@thread.tacv2`,
  name,
  team,
  members: team.group.members,
  link,
});

export const PAYMENTS = channel('faults-payments', payments, 'link');
export const PLATFORM = channel('faults-platform', cloudPlatform, 'link');
export const APPROVALS = channel('faults-approvals', cloudPlatform, 'link approvals');
export const TRIAGE = channel('faults-triage', cloudPlatform, 'link triage');
export const CHANNELS: readonly Channel[] = [PAYMENTS, PLATFORM, APPROVALS, TRIAGE];

export const TEAMS = [payments, cloudPlatform].map((team) => ({
  ...team,
  channels: CHANNELS.filter((each) => each.team === team),
}));

export const APPROVERS = approvers.members;
export { people };
export type { Person };

/** Who asks for aliases, and for which channel. None of them decides requests. */
export const ASKERS: readonly { readonly person: Person; readonly channel: Channel }[] = [
  PAYMENTS,
  PLATFORM,
].flatMap((of) =>
  of.members
    .filter((member) => !approvers.members.includes(member))
    .map((person) => ({ person, channel: of })),
);

export const DIRECTORY: StandDirectory = {
  users: people.map(({ id, name, mail }) => ({ id, displayName: name, userPrincipalName: mail, mail })),
  groups: groups.map(({ id, name, members }) => ({
    id,
    displayName: name,
    members: members.map((each) => each.id),
  })),
};

const ROOT_MAILBOX = `aws-root-01@${DOMAIN}`;
/** Of the pool's shape, and in no pool. */
export const UNKNOWN_ALIAS = `aws_ffffffff-0000-4000-8000-000000000000@${DOMAIN}`;

/** A pool of so many aliases; the same addresses every time. */
export function poolOf(count: number): { mailboxes: StandMailboxes; aliases: readonly NewAlias[] } {
  const addresses = Array.from(
    { length: count },
    (_, number) => `aws_${guidOf(`faults ${number}`)}@${DOMAIN}`,
  );
  return {
    mailboxes: { central: CENTRAL_MAILBOX, roots: [{ address: ROOT_MAILBOX, aliases: addresses }] },
    aliases: addresses.map((address) => ({ address, rootMailbox: ROOT_MAILBOX })),
  };
}
