import { allotted, withFreeAlias } from '../aliases/allot.ts';
import type { Alias } from '../aliases/alias.ts';
import { said } from '../store/audit-fact.ts';
import { Refusal } from '../store/refusal.ts';
import type { Versioned } from '../store/change.ts';
import { actorOf, type Person } from '../people/person.ts';
import { anew, retryOnConflict } from '../store/retry-on-conflict.ts';
import { requestBusy, type RequestsDeps } from './requests-deps.ts';
import { isSettled, type Request, type Verdict } from './request.ts';
import type { Deciding, DecisionOutcome } from './requests.ts';
import { allotmentOf, approved, closed, jobsWhenSettled, requestAudit, withApproval } from './transitions.ts';

/** A few sentences; cards and rows have room for no more. */
export const COMMENT_MOST = 1_000;

/**
 * Takes an approver's yes or no. The last yes allots an alias in the same transaction; of two at the same moment one decides.
 * @throws {Refusal} comment-missing, comment-too-long, pool-empty
 */
export async function decide(deps: RequestsDeps, first: Deciding, typed: string): Promise<DecisionOutcome> {
  const { operation: kind, person: approver } = first;
  const verdict: Verdict = { by: approver, at: deps.clock(), comment: typed.trim() };
  if (kind === 'deny' && verdict.comment === '') {
    throw new Refusal('comment-missing');
  }
  if (verdict.comment.length > COMMENT_MOST) {
    throw new Refusal('comment-too-long', { most: COMMENT_MOST });
  }
  return retryOnConflict(requestBusy, anew(first), async (grant) => {
    const answered = alreadyAnswered(grant.subject, approver, kind, deps.policy.approvalsNeeded);
    if (answered !== undefined) return answered;
    const outcome = await (kind === 'deny' ? deny : approve)(deps, grant.before, verdict);
    if (outcome !== undefined) deps.wake();
    return outcome;
  });
}

/** Whether the answer is settled already: said before by the same person, or decided by another. */
function alreadyAnswered(
  request: Request,
  approver: Person,
  kind: 'approve' | 'deny',
  approvalsNeeded: number,
): DecisionOutcome | undefined {
  if (isSettled(request)) {
    const wanted = kind === 'approve' ? 'approved' : 'denied';
    const mine = request.state === wanted && request.settled?.by?.id === approver.id;
    return { kind: mine ? 'decided' : 'settled', request };
  }
  if (kind === 'approve' && request.approvals.some(({ by }) => by.id === approver.id)) {
    return { kind: 'counted', request, stillNeeded: approvalsNeeded - request.approvals.length };
  }
  return undefined;
}

async function deny(
  deps: RequestsDeps,
  current: Versioned<Request>,
  verdict: Verdict,
): Promise<DecisionOutcome | undefined> {
  const request = closed(current.value, 'denied', verdict);
  const outcome = await deps.register.commit({
    requests: [{ before: current, after: request }],
    audit: [requestAudit(request, 'deny', verdict.by, verdict.at, said(verdict.comment))],
    jobs: jobsWhenSettled(request),
  });
  return outcome.kind === 'committed' ? { kind: 'decided', request } : undefined;
}

async function approve(
  deps: RequestsDeps,
  current: Versioned<Request>,
  verdict: Verdict,
): Promise<DecisionOutcome | undefined> {
  const stillNeeded = deps.policy.approvalsNeeded - current.value.approvals.length - 1;
  if (stillNeeded > 0) return count(deps, current, verdict, stillNeeded);
  try {
    return await withFreeAlias(deps, async (free) => {
      const request = await allot(deps, current, verdict, free);
      if (request !== undefined) return { kind: 'decided', request } as const;
      // Who was faster, another allotter at this alias or another approver at this request?
      const now = await deps.register.request(current.value.id);
      return now?.version === current.version ? undefined : 'request-changed';
    }).then((outcome) => (outcome === 'request-changed' ? undefined : outcome));
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'pool-empty') throw error;
    // The last alias may have gone to this very request, by the same click sent twice.
    const now = await deps.register.request(current.value.id);
    if (now?.version !== current.version) return undefined;
    await tellPoolEmpty(deps, current.value, verdict);
    throw error;
  }
}

async function allot(
  deps: RequestsDeps,
  current: Versioned<Request>,
  verdict: Verdict,
  free: Versioned<Alias>,
): Promise<Request | undefined> {
  const request = approved(current.value, verdict, free.value.address);
  const alias = allotted(free.value, allotmentOf(request), verdict.at);
  const outcome = await deps.register.commit({
    aliases: [{ before: free, after: alias }],
    requests: [{ before: current, after: request }],
    audit: {
      ...lineOf(verdict, request, alias.id),
      before: { code: 'state', state: 'free' },
      after: { code: 'allotted-to', to: request.asker.mail },
    },
    jobs: jobsWhenSettled(request),
  });
  return outcome.kind === 'committed' ? request : undefined;
}

async function count(
  deps: RequestsDeps,
  current: Versioned<Request>,
  verdict: Verdict,
  stillNeeded: number,
): Promise<DecisionOutcome | undefined> {
  const request = withApproval(current.value, verdict);
  const outcome = await deps.register.commit({
    requests: [{ before: current, after: request }],
    audit: {
      ...lineOf(verdict, request, undefined),
      before: { code: 'approvals', count: current.value.approvals.length },
      after: { code: 'approvals', count: request.approvals.length },
    },
    jobs: [{ kind: 'redraw-request', requestId: request.id }],
  });
  return outcome.kind === 'committed' ? { kind: 'counted', request, stillNeeded } : undefined;
}

function lineOf({ by, at, comment }: Verdict, { id: requestId }: Request, aliasId: string | undefined) {
  return { at, actor: actorOf(by), action: 'approve', aliasId, requestId, reason: said(comment) } as const;
}

/** The request stays pending; triage hears of it, because only an administrator can help. */
async function tellPoolEmpty(deps: RequestsDeps, request: Request, verdict: Verdict): Promise<void> {
  await deps.register.commit({
    audit: {
      ...lineOf(verdict, request, undefined),
      action: 'pool-empty',
      before: { code: 'state', state: 'pending' },
      after: { code: 'state', state: 'pending' },
      reason: { code: 'pool-was-empty' },
    },
    jobs: [{ kind: 'pool-empty', requestId: request.id, to: { kind: 'triage' } }],
  });
  deps.wake();
}
