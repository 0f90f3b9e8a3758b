import { Refusal } from '../../src/aliases/errors.ts';
import type { LinkedChannel } from '../../src/aliases/register.ts';
import type { Person } from '../../src/people.ts';
import type { Request, RequestState } from '../../src/requests/request.ts';
import type { Requests } from '../../src/requests/requests.ts';

/** Requests held in memory, with the rules that the bot's answers depend on. */
export interface FakeRequests extends Requests {
  readonly stored: Map<string, Request>;
  readonly approvers: Set<string>;
  readonly linked: LinkedChannel[];
  /** Thrown by the next call instead of doing it. */
  failNext: Error | undefined;
  /** Every call waits for this first. */
  gate: Promise<void>;
}

const AT = new Date('2026-11-22T19:44:00Z');

export function createFakeRequests(): FakeRequests {
  const stored = new Map<string, Request>();

  async function enter(): Promise<void> {
    const { failNext } = fake;
    fake.failNext = undefined;
    await fake.gate;
    if (failNext !== undefined) throw failNext;
  }

  function find(id: string): Request {
    const request = stored.get(id);
    if (request === undefined) throw new Refusal('request-unknown', 'There is no such request.');
    return request;
  }

  function settle(request: Request, state: RequestState, by: Person, comment: string): Request {
    const aliasAddress = state === 'approved' ? 'aws_0001@company.com' : undefined;
    const settled: Request = { ...request, state, settled: { by, at: AT, comment }, aliasAddress };
    stored.set(request.id, settled);
    return settled;
  }

  const fake: FakeRequests = {
    stored,
    approvers: new Set(),
    linked: [],
    failNext: undefined,
    gate: Promise.resolve(),
    channelsFor: async () => fake.linked.filter(({ roles }) => roles.includes('owner')),
    async submit(asker, id, wish) {
      await enter();
      const before = stored.get(id);
      if (before !== undefined && before.asker.id !== asker.id) {
        throw new Refusal('request-unknown', 'You have no such request.');
      }
      const request = before ?? { ...wish, ...NEW, id, asker };
      stored.set(id, request);
      return request;
    },
    async decide(approver, id, { kind, comment }) {
      await enter();
      const request = find(id);
      if (!fake.approvers.has(approver.id)) throw new Refusal('not-allowed', 'You are not an approver.');
      if (request.asker.id === approver.id) throw new Refusal('own-request', 'This is your own request.');
      if (kind === 'deny' && comment === '')
        throw new Refusal('comment-missing', 'A denial needs a comment.');
      if (request.state !== 'pending') return { kind: 'settled', request };
      return {
        kind: 'decided',
        request: settle(request, kind === 'approve' ? 'approved' : 'denied', approver, comment),
      };
    },
    async cancel(asker, id) {
      await enter();
      const request = find(id);
      if (request.asker.id !== asker.id) throw new Refusal('request-unknown', 'You have no such request.');
      if (request.state !== 'pending') throw new Refusal('request-settled', 'It was settled before.');
      return settle(request, 'cancelled', asker, '');
    },
    openRequestsOf: async (person) =>
      [...stored.values()].filter(({ asker, state }) => asker.id === person.id && state === 'pending'),
    request: async (id) => stored.get(id),
    isApprover: async (person) => fake.approvers.has(person.id),
  };
  return fake;
}

const NEW = {
  state: 'pending',
  createdAt: AT,
  approvals: [],
  settled: undefined,
  aliasAddress: undefined,
  remindedAt: undefined,
} as const;
