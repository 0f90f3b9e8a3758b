import { Refusal } from '../aliases/errors.ts';
import { newChangeId } from '../identifiers.ts';
import type { Person } from '../people.ts';
import { known, ownRequest, RACES_MOST, type RequestsParts } from './parts.ts';
import { isSettled, type Request } from './request.ts';
import { closed, requestAudit } from './transitions.ts';

/**
 * Takes a pending request back. @throws {Refusal} request-unknown, request-settled
 */
export async function cancel(parts: RequestsParts, asker: Person, requestId: string): Promise<Request> {
  for (let race = 0; race < RACES_MOST; race += 1) {
    const current = await known(parts, requestId);
    const own = ownRequest(current.value, asker);
    if (own.state === 'cancelled') return own;
    if (isSettled(own)) {
      throw new Refusal(
        'request-settled',
        `This request was already ${own.state}, so it cannot be cancelled.`,
      );
    }
    const at = parts.clock();
    const request = closed(own, 'cancelled', { by: asker, at, comment: '' });
    const outcome = await parts.register.commit({
      id: newChangeId(),
      requests: [{ before: current, after: request }],
      audit: [requestAudit(request, 'cancel', asker, at, '')],
      errands: [{ kind: 'redraw-request', requestId }],
    });
    if (outcome.kind !== 'committed') continue;
    parts.wake();
    return request;
  }
  throw new Refusal('register-busy', 'Too many changes of this request are under way at this moment.');
}
