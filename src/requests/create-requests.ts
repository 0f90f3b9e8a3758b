import { cancel } from './cancel.ts';
import { decide } from './decide.ts';
import { DIRECTORY_MS, owningChannels, type RequestsParts } from './parts.ts';
import { isAmong } from './policy.ts';
import type { Requests } from './requests.ts';
import { submit } from './submit.ts';

/** Requests over the register. Every change is one transaction: request, alias, audit and errands together. */
export function createRequests(parts: RequestsParts): Requests {
  const { register, directory, policy } = parts;
  return {
    submit: (asker, requestId, wish, through) => submit(parts, asker, requestId, wish, through),
    decide: (approver, requestId, answer) => decide(parts, approver, requestId, answer),
    cancel: (asker, requestId) => cancel(parts, asker, requestId),
    channelsFor: (person) => owningChannels(parts, person, AbortSignal.timeout(DIRECTORY_MS)),
    openRequestsOf: (person) => register.openRequestsOf(person.id),
    async request(id) {
      return (await register.request(id))?.value;
    },
    isApprover: (person) => isAmong(directory, policy.approvers, person, AbortSignal.timeout(DIRECTORY_MS)),
  };
}
