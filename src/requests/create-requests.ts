import { cancel } from './cancel.ts';
import { decide } from './decide.ts';
import { DIRECTORY_MS, type RequestsParts } from './parts.ts';
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
    async channelsFor(person) {
      const owning = (await register.channels())
        .map(({ value }) => value)
        .filter(({ roles }) => roles.includes('owner'));
      const groupIds = owning.map(({ groupId }) => groupId).filter((id) => id !== undefined);
      const patience = AbortSignal.timeout(DIRECTORY_MS);
      const groups = await directory.memberOf(person.id, [...new Set(groupIds)], patience);
      return owning.filter(({ groupId }) => groupId !== undefined && groups.has(groupId));
    },
    openRequestsOf: (person) => register.openRequestsOf(person.id),
    async request(id) {
      return (await register.request(id))?.value;
    },
    isApprover: (person) => isAmong(directory, policy.approvers, person, AbortSignal.timeout(DIRECTORY_MS)),
  };
}
