import type { RequestRegister } from './request-register.ts';
import { Refusal } from '../store/refusal.ts';
import type { Clock } from '../shared/clock.ts';
import type { Person } from '../people/person.ts';
import { NoRight } from '../rights/no-right.ts';
import type { Rights } from '../rights/rights.ts';
import type { RequestPolicy } from './policy.ts';
import type { Request } from './request.ts';

export interface RequestsDeps {
  readonly register: RequestRegister;
  readonly rights: Pick<Rights, 'isAsker' | 'seen' | 'reach'>;
  readonly policy: Pick<RequestPolicy, 'approvalsNeeded' | 'openRequestsMost' | 'approvedByItself'>;
  readonly clock: Clock;
  /** Called when jobs were queued, so that they go out now instead of with the next round. */
  readonly wake: () => void;
}

export function requestBusy(): Refusal {
  return new Refusal('register-busy');
}

/** The request, if it is the person's own. @throws {NoRight} */
export function ownRequest(request: Request, asker: Person): Request {
  if (request.asker.id !== asker.id) throw new NoRight();
  return request;
}
