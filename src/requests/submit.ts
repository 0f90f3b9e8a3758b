import { Refusal } from '../aliases/errors.ts';
import { newId } from '../identifiers.ts';
import type { Person } from '../people.ts';
import { DIRECTORY_MS, known, ownRequest, type RequestsParts } from './parts.ts';
import { isAmong } from './policy.ts';
import type { Request, Wish } from './request.ts';
import { requestAudit } from './transitions.ts';

/**
 * Makes the request of the form `requestId`; sending the same form again gives the same request.
 * @throws {Refusal} mail-unknown, not-allowed, too-many-open-requests
 */
export async function submit(
  parts: RequestsParts,
  asker: Person,
  requestId: string,
  wish: Wish,
): Promise<Request> {
  const sent = await parts.register.request(requestId);
  if (sent !== undefined) return ownRequest(sent.value, asker);
  await mayAsk(parts, asker);
  const at = parts.clock();
  const request: Request = {
    ...wish,
    id: requestId,
    state: 'pending',
    asker,
    createdAt: at,
    approvals: [],
    settled: undefined,
    aliasAddress: undefined,
    remindedAt: undefined,
  };
  const outcome = await parts.register.commit({
    id: newId(),
    requests: [{ before: undefined, after: request }],
    audit: [requestAudit(request, 'submit', asker, at, wish.purpose)],
    errands: [{ kind: 'approval-wanted', requestId, to: { kind: 'approvals' } }],
  });
  // The same form, sent twice at the same moment: the other one has made it.
  if (outcome.kind !== 'committed') return ownRequest((await known(parts, requestId)).value, asker);
  parts.wake();
  return request;
}

async function mayAsk(parts: RequestsParts, asker: Person): Promise<void> {
  if (asker.mail === '') {
    throw new Refusal(
      'mail-unknown',
      'Your account has no mail address, and an alias needs an owner with one.',
    );
  }
  const { askers } = parts.policy;
  if (
    askers.kind !== 'everyone' &&
    !(await isAmong(parts.directory, askers, asker, AbortSignal.timeout(DIRECTORY_MS)))
  ) {
    throw new Refusal('not-allowed', 'You are not in the group of people who may ask for aliases.');
  }
  const open = await parts.register.openRequestsOf(asker.id);
  if (open.length >= parts.policy.openRequestsMost) {
    throw new Refusal(
      'too-many-open-requests',
      `You have ${open.length} open requests, and ${parts.policy.openRequestsMost} is the most at a time.`,
    );
  }
}
