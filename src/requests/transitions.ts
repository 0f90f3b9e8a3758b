import type { Allotment } from '../aliases/allot.ts';
import { SCHEDULE } from '../aliases/end-quarantines.ts';
import { actorOf, type Actor, type Person } from '../people/person.ts';
import type { AuditEntry } from '../store/audit.ts';
import type { AuditFact } from '../store/audit-fact.ts';
import type { Job } from '../messages/job.ts';
import type { Request, RequestState, Verdict } from './request.ts';

/** The request with one more yes. */
export function withApproval(request: Request, verdict: Verdict): Request {
  return { ...request, approvals: [...request.approvals, verdict] };
}

/** The request after the last yes. */
export function approved(request: Request, verdict: Verdict, aliasAddress: string): Request {
  const { by, at, comment } = verdict;
  return { ...withApproval(request, verdict), state: 'approved', settled: { by, at, comment }, aliasAddress };
}

/** The request that needed no approver. */
export function approvedByItself(request: Request, at: Date, aliasAddress: string): Request {
  return { ...request, state: 'approved', settled: { by: undefined, at, comment: '' }, aliasAddress };
}

/** What the asker gets. The account id they expect is bound when it is seen or told, not on their word alone. */
export function allotmentOf({ id, asker, channelId, accountName }: Request): Allotment {
  return {
    owner: { mail: asker.mail, id: asker.id, name: asker.name },
    channelId,
    accountId: undefined,
    accountName,
    requestId: id,
  };
}

/** The request after a no, a withdrawal by the asker, or the end of its time. */
export function closed(
  request: Request,
  state: 'denied' | 'cancelled' | 'expired',
  settled: { by: Person | undefined; at: Date; comment: string },
): Request {
  return { ...request, state, settled };
}

const STATE_AFTER: Readonly<Record<'submit' | 'deny' | 'cancel' | 'expire', RequestState>> = {
  submit: 'pending',
  deny: 'denied',
  cancel: 'cancelled',
  expire: 'expired',
};

/** The line of history that a request's change leaves. */
export function requestAudit(
  request: Request,
  action: 'submit' | 'deny' | 'cancel' | 'expire',
  by: Person | undefined,
  at: Date,
  reason: AuditFact | undefined,
): AuditEntry {
  return {
    at,
    actor: actorFor(request, action, by),
    action,
    aliasId: undefined,
    requestId: request.id,
    before: action === 'submit' ? undefined : { code: 'state', state: 'pending' },
    after: { code: 'state', state: STATE_AFTER[action] },
    reason,
  };
}

/** What an API client submits in a person's name, the client did. */
function actorFor({ client }: Request, action: AuditEntry['action'], by: Person | undefined): Actor {
  if (action === 'submit' && client !== undefined) return { kind: 'client', name: client };
  return by === undefined ? SCHEDULE : actorOf(by);
}

/** Whom a settled request is told to: its cards are redrawn, the asker hears of it, and the owning channel when it owns one more. */
export function jobsWhenSettled(request: Request): readonly Job[] {
  const requestId = request.id;
  const jobs: Job[] = [
    { kind: 'redraw-request', requestId },
    { kind: 'asker-told', requestId, to: { kind: 'person', personId: request.asker.id } },
  ];
  if (request.state === 'approved') {
    jobs.push({ kind: 'channel-told', requestId, to: { kind: 'channel', channelId: request.channelId } });
  }
  return jobs;
}
