import { hasOwner } from '../aliases/states.ts';
import type { RequestRegister } from './request-register.ts';
import type { Request } from './request.ts';

/** What an approver wants to know beside the request. */
export interface RequestContext {
  /** Free aliases of the pool. */
  readonly free: number;
  /** What the asker holds already: names of accounts, empty where an alias has none yet. */
  readonly held: readonly string[];
  /** Whether another alias holds the account id that the request names. */
  readonly isBound: boolean;
}

/** As it is now; undefined once nobody has to decide any more. */
export async function requestContext(
  register: Pick<RequestRegister, 'freeCount' | 'aliasesOfPerson' | 'aliasByAccount'>,
  { state, asker, expectedAccountId }: Pick<Request, 'state' | 'asker' | 'expectedAccountId'>,
): Promise<RequestContext | undefined> {
  if (state !== 'pending') return undefined;
  const [free, theirs, bound] = await Promise.all([
    register.freeCount(),
    register.aliasesOfPerson(asker.id),
    expectedAccountId === undefined ? undefined : register.aliasByAccount(expectedAccountId),
  ]);
  const held = theirs.filter(hasOwner).map(({ accountName = '' }) => accountName);
  return { free, held, isBound: bound !== undefined };
}
