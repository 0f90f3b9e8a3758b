import { endQuarantines, SCHEDULE } from '../aliases/end-quarantines.ts';
import type { AuditEntry } from '../store/audit.ts';
import type { RequestRegister } from './request-register.ts';
import type { Versioned } from '../store/change.ts';
import type { Clock } from '../shared/clock.ts';
import type { Request } from './request.ts';
import { closed, jobsWhenSettled, requestAudit } from './transitions.ts';

export interface HousekeepingDeps {
  readonly register: RequestRegister;
  /** After how long approvers are reminded of a pending request, again and again; undefined: never. */
  readonly remindAfterMs: number | undefined;
  /** After how long a pending request ends without a decision; undefined: never. */
  readonly expireAfterMs: number | undefined;
  readonly clock: Clock;
  /** Called when jobs were queued. */
  readonly wake: () => void;
}

/** What one round did. */
export interface HousekeepingReport {
  readonly reminded: number;
  readonly expired: number;
  readonly freed: number;
  /** Requests that still wait for a decision. */
  readonly pending: number;
}

/**
 * What is due by time: approvers are reminded, old requests expire, quarantines end. For a schedule; several copies
 * may run it at once, each change is done by one.
 * @throws {RegisterUnavailable} the next round goes on
 */
export async function doHousekeeping(deps: HousekeepingDeps): Promise<HousekeepingReport> {
  const at = deps.clock();
  let reminded = 0;
  let expired = 0;
  const pendingBefore = await deps.register.pendingRequests();
  for (const pending of pendingBefore) {
    if (isOver(pending.value.createdAt, deps.expireAfterMs, at)) {
      if (await expire(deps, pending, at)) expired += 1;
    } else if (isOver(pending.value.remindedAt ?? pending.value.createdAt, deps.remindAfterMs, at)) {
      if (await remind(deps, pending, at)) reminded += 1;
    }
  }
  if (reminded + expired > 0) deps.wake();
  const freed = await endQuarantines(deps);
  return { reminded, expired, freed, pending: pendingBefore.length - expired };
}

function isOver(since: Date, afterMs: number | undefined, now: Date): boolean {
  return afterMs !== undefined && now.getTime() - since.getTime() >= afterMs;
}

async function expire(
  { register }: HousekeepingDeps,
  before: Versioned<Request>,
  at: Date,
): Promise<boolean> {
  const after = closed(before.value, 'expired', { by: undefined, at, comment: '' });
  const outcome = await register.commit({
    requests: [{ before, after }],
    audit: [requestAudit(after, 'expire', undefined, at, { code: 'undecided-in-time' })],
    jobs: jobsWhenSettled(after),
  });
  return outcome.kind === 'committed';
}

async function remind(
  { register }: HousekeepingDeps,
  before: Versioned<Request>,
  at: Date,
): Promise<boolean> {
  const requestId = before.value.id;
  const entry: AuditEntry = {
    at,
    actor: SCHEDULE,
    action: 'remind',
    aliasId: undefined,
    requestId,
    before: { code: 'state', state: 'pending' },
    after: { code: 'state', state: 'pending' },
  };
  const outcome = await register.commit({
    requests: [{ before, after: { ...before.value, remindedAt: at } }],
    audit: [entry],
    jobs: [{ kind: 'approval-reminder', requestId, to: { kind: 'approvals' } }],
  });
  return outcome.kind === 'committed';
}
