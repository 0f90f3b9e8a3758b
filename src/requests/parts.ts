import type { Register, Versioned } from '../aliases/register.ts';
import { Refusal } from '../aliases/errors.ts';
import type { Clock } from '../clock.ts';
import type { Person } from '../people.ts';
import type { Directory } from './directory.ts';
import type { RequestPolicy } from './policy.ts';
import type { Request } from './request.ts';

/** A click must be answered within 5 s (Teams); the directory gets the larger part of it. */
export const DIRECTORY_MS = 3_000;
/** Lost races in a row over one request, before the caller is asked to try again. */
export const RACES_MOST = 20;

export interface RequestsParts {
  readonly register: Register;
  readonly directory: Pick<Directory, 'memberOf'>;
  readonly policy: RequestPolicy;
  readonly clock: Clock;
  /** Called when errands were queued, so that they go out now instead of with the next round. */
  readonly wake: () => void;
}

/** @throws {Refusal} request-unknown */
export async function known(parts: RequestsParts, requestId: string): Promise<Versioned<Request>> {
  const found = await parts.register.request(requestId);
  if (found === undefined) throw new Refusal('request-unknown', 'There is no such request.');
  return found;
}

/** The request, if it is the person's own; a stranger learns no more than that there is none. */
export function ownRequest(request: Request, asker: Person): Request {
  if (request.asker.id !== asker.id) throw new Refusal('request-unknown', 'You have no such request.');
  return request;
}
