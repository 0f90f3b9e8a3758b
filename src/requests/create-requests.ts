import { cancel } from './cancel.ts';
import { decide } from './decide.ts';
import type { RequestsDeps } from './requests-deps.ts';
import type { Requests } from './requests.ts';
import { requestContext } from './request-context.ts';
import { submit } from './submit.ts';

/** Requests over the register. Every change is one transaction: request, alias, audit and jobs together. */
export function createRequests(deps: RequestsDeps): Requests {
  return {
    submit: (...asked) => submit(deps, ...asked),
    decide: (grant, comment) => decide(deps, grant, comment),
    context: ({ subject }) => requestContext(deps.register, subject),
    cancel: (grant) => cancel(deps, grant),
  };
}
