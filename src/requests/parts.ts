import type { Register } from '../aliases/register.ts';
import type { Clock } from '../clock.ts';
import type { Person } from '../people.ts';
import { NoRight } from '../rights/errors.ts';
import type { Rights } from '../rights/grant.ts';
import type { RequestPolicy } from './policy.ts';
import type { Request } from './request.ts';

/** Lost races in a row over one request, before the caller is asked to try again. */
export const RACES_MOST = 20;

export interface RequestsParts {
  readonly register: Register;
  readonly rights: Pick<Rights, 'channelsOf' | 'isAsker' | 'seen' | 'reach'>;
  readonly policy: Pick<RequestPolicy, 'approvalsNeeded' | 'openRequestsMost' | 'approvedByItself'>;
  readonly clock: Clock;
  /** Called when errands were queued, so that they go out now instead of with the next round. */
  readonly wake: () => void;
}

/** The request, if it is the person's own. @throws {NoRight} */
export function ownRequest(request: Request, asker: Person): Request {
  if (request.asker.id !== asker.id) throw new NoRight();
  return request;
}
