import { randomUUID } from 'node:crypto';
import { createAliases } from '../../src/aliases/create-aliases.ts';
import type { Aliases } from '../../src/aliases/aliases.ts';
import { importAliases } from '../../src/aliases/import.ts';
import type { LinkedChannel } from '../../src/channels/channel.ts';
import type { Register } from '../../src/register.ts';
import type { Clock } from '../../src/shared/clock.ts';
import { newId } from '../../src/shared/identifiers.ts';
import type { Person } from '../../src/people/person.ts';
import { createRequests } from '../../src/requests/create-requests.ts';
import type { Ledger } from '../../src/mail/ledger.ts';
import type { Directory } from '../../src/people/directory.ts';
import type { RequestPolicy } from '../../src/requests/policy.ts';
import type { Request, RequestForm } from '../../src/requests/request.ts';
import type { Requests } from '../../src/requests/requests.ts';
import { createRights, type Rights } from '../../src/rights/rights.ts';
import { auditOf, PAYMENTS } from './aliases.ts';
import { handled, type HandledAliases, type HandledRequests } from './callers.ts';
import { silentLog } from './log.ts';

export const APPROVER: Person = { id: randomUUID(), name: 'Avery Approver', mail: 'avery@company.com' };
export const SECOND_APPROVER: Person = { id: randomUUID(), name: 'Sam Second', mail: 'sam@company.com' };
export const PAYMENTS_GROUP = randomUUID();
export const QUARANTINE_DAYS = 90;

export const POLICY: RequestPolicy = {
  approvers: { kind: 'people', personIds: [APPROVER.id, SECOND_APPROVER.id] },
  askers: { kind: 'everyone' },
  approvalsNeeded: 1,
  openRequestsMost: 1_000,
  approvedByItself: [],
};

export const FORM: RequestForm = {
  accountName: 'payments-dev',
  purpose: 'a place to try things',
  environment: 'development',
  channelId: PAYMENTS,
  expectedAccountId: undefined,
};

/** Everybody belongs to the payments team, unless said otherwise. */
export const EVERYBODY_IN_PAYMENTS: Pick<Directory, 'memberOf'> = {
  memberOf: async (_person, groupIds) => new Set(groupIds.filter((id) => id === PAYMENTS_GROUP)),
};

export interface Company {
  readonly register: Register;
  readonly rights: Rights;
  readonly requests: HandledRequests;
  readonly aliases: HandledAliases;
  /** The directory knows this person from now on; it knows whoever does something. */
  meet(person: Person): void;
  /** The services themselves. */
  readonly services: { readonly aliases: Aliases; readonly requests: Requests };
  /** Sets the time; it does not move otherwise. */
  setTime(now: Date): void;
  readonly clock: Clock;
  /** How often jobs were announced. */
  wakes(): number;
}

/** The services over a register, with a clock that the story sets. */
export function createCompany(
  register: Register,
  policy: Partial<RequestPolicy> = {},
  directory: Pick<Directory, 'memberOf'> = EVERYBODY_IN_PAYMENTS,
  ledger: Pick<Ledger, 'entry'> = { entry: async () => undefined },
): Company {
  let now = new Date('2026-03-02T08:00:00Z');
  let woken = 0;
  const clock: Clock = () => now;
  const wake = (): void => {
    woken += 1;
  };
  const rules = { ...POLICY, ...policy };
  const met = new Map<string, Person>();
  const meet = (person: Person): void => void met.set(person.id, person);
  const rights = createRights({
    register,
    ledger,
    conversations: { copies: async () => [] },
    directory: { isInChannel: async () => false, person: async (id) => met.get(id), ...directory },
    policy: rules,
    log: silentLog(),
  });
  const services = {
    requests: createRequests({ register, rights, policy: rules, clock, wake }),
    aliases: createAliases({ register, rights, policy: { quarantineDays: QUARANTINE_DAYS }, clock }),
  };
  return {
    register,
    rights,
    services,
    meet,
    ...handled(rights, services, meet),
    clock,
    setTime(time) {
      now = time;
    },
    wakes: () => woken,
  };
}

/** Links a channel of the payments team, or another, without the bot. */
export async function linkChannel(register: Register, change: Partial<LinkedChannel> = {}): Promise<void> {
  const after: LinkedChannel = {
    id: PAYMENTS,
    name: 'aws-root',
    teamId: '19:payments-team@thread.tacv2',
    teamName: 'Payments',
    groupId: PAYMENTS_GROUP,
    roles: ['owner'],
    linkedBy: 'test',
    linkedAt: new Date('2026-03-01T08:00:00Z'),
    ...change,
  };
  const before = await register.channel(after.id);
  await register.commit({ id: newId(), channels: [{ before, after }], audit: [auditOf(undefined)] });
}

/** Fills the pool evenly over ten root mailboxes. */
export async function fillPool(register: Register, size: number): Promise<void> {
  await importAliases(
    register,
    Array.from({ length: size }, (_, count) => ({
      address: `aws_${randomUUID()}@company.com`,
      rootMailbox: `root-${String((count % 10) + 1).padStart(2, '0')}@company.com`,
    })),
  );
}

/** A pending request of each person, written without the service, a few in a transaction. */
export async function pendingRequests(
  register: Register,
  people: readonly Person[],
): Promise<readonly Request[]> {
  const requests = people.map((asker): Request => ({
    ...FORM,
    id: newId(),
    state: 'pending',
    asker,
    createdAt: new Date('2026-03-02T08:00:00Z'),
    approvals: [],
    settled: undefined,
    aliasAddress: undefined,
    remindedAt: undefined,
  }));
  for (let start = 0; start < requests.length; start += 20) {
    const some = requests.slice(start, start + 20).map((after) => ({ before: undefined, after }));
    await register.commit({ id: newId(), requests: some, audit: [auditOf(undefined)] });
  }
  return requests;
}

/** People without rights, one after the other. */
export function somePeople(count: number): readonly Person[] {
  return Array.from({ length: count }, (_, number) => ({
    id: randomUUID(),
    name: `Engineer ${number}`,
    mail: `engineer-${number}@company.com`,
  }));
}
