import { Refusal } from '../store/refusal.ts';
import type { Grant } from '../rights/grant.ts';
import { anew, retryOnConflict } from '../store/retry-on-conflict.ts';
import { requestBusy, type RequestsDeps } from './requests-deps.ts';
import { type Request } from './request.ts';
import { closed, requestAudit } from './transitions.ts';

/**
 * Takes a pending request back. @throws {Refusal} request-settled
 */
export async function cancel(deps: RequestsDeps, first: Grant<'cancel-request'>): Promise<Request> {
  return retryOnConflict(requestBusy, anew(first), async (grant) => {
    const { before, subject: own, person: asker } = grant;
    if (own.state === 'cancelled') return own;
    if (own.state !== 'pending') throw new Refusal('request-settled', { state: own.state });
    const at = deps.clock();
    const request = closed(own, 'cancelled', { by: asker, at, comment: '' });
    const outcome = await deps.register.commit({
      requests: [{ before, after: request }],
      audit: [requestAudit(request, 'cancel', asker, at, undefined)],
      jobs: [{ kind: 'redraw-request', requestId: own.id }],
    });
    if (outcome.kind !== 'committed') return undefined;
    deps.wake();
    return request;
  });
}
