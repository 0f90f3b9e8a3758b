import type { LinkedChannel } from '../../src/channels/channel.ts';
import type { Register } from '../../src/register.ts';
import { createRequests } from '../../src/requests/create-requests.ts';
import type { Request } from '../../src/requests/request.ts';
import type { Requests } from '../../src/requests/requests.ts';
import type { Rights } from '../../src/rights/rights.ts';

/** The company of a test of the bot: who approves, and which channels are linked. */
export interface FakeOffice {
  /** Requests as they were last written. */
  readonly stored: Map<string, Request>;
  readonly approvers: Set<string>;
  readonly linked: LinkedChannel[];
  /** Thrown by the next call of a service instead of doing it. */
  failNext: Error | undefined;
  /** Every call waits for this first. */
  gate: Promise<void>;
}

export function openOffice(): FakeOffice {
  return {
    stored: new Map(),
    approvers: new Set(),
    linked: [],
    failNext: undefined,
    gate: Promise.resolve(),
  };
}

const AT = new Date('2026-11-22T19:44:00Z');

/** The real requests, which can be made to wait or fail. */
export function requestsOf(office: FakeOffice, register: Register, rights: Rights): Requests {
  const real = createRequests({
    register,
    rights,
    policy: { approvalsNeeded: 1, openRequestsMost: 100, approvedByItself: [] },
    clock: () => AT,
    wake() {},
  });
  async function enter(): Promise<void> {
    const { failNext } = office;
    office.failNext = undefined;
    await office.gate;
    if (failNext !== undefined) throw failNext;
  }
  const kept = (request: Request): Request => {
    office.stored.set(request.id, request);
    return request;
  };
  return {
    async submit(...args) {
      await enter();
      return kept(await real.submit(...args));
    },
    async decide(...args) {
      await enter();
      const outcome = await real.decide(...args);
      kept(outcome.request);
      return outcome;
    },
    context: (grant) => real.context(grant),
    async cancel(...args) {
      await enter();
      return kept(await real.cancel(...args));
    },
  };
}
