import { cancel } from './cancel.ts';
import { decide } from './decide.ts';
import type { RequestsParts } from './parts.ts';
import type { Requests } from './requests.ts';
import { submit } from './submit.ts';

/** Requests over the register. Every change is one transaction: request, alias, audit and errands together. */
export function createRequests(parts: RequestsParts): Requests {
  return {
    submit: (by, asker, requestId, wish, through) => submit(parts, by, asker, requestId, wish, through),
    decide: (grant, comment) => decide(parts, grant, comment),
    cancel: (grant) => cancel(parts, grant),
  };
}
