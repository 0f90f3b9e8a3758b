import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Log } from '../../shared/log.ts';
import type { ApiAccess, Client, Credential } from './api-access.ts';
import { createKeyRing } from './key-ring.ts';
import { ApiProblem } from './api-problem.ts';
import { createTokenCheck } from './tokens.ts';

/**
 * The gate of the API: recognises the client and counts its call.
 * @returns a function that throws {@link ApiProblem}: 401 for whatever is wrong with the credential, 429 for too many calls
 */
export function createGate(access: ApiAccess, log: Log): (credential: Credential) => Promise<Client> {
  const clientOfKey = createKeyRing(access.keys);
  const clientOfToken = access.tokens === undefined ? undefined : createTokenCheck(access.tokens, log);
  const limiter = new RateLimiterMemory({ points: access.callsPerMinute, duration: 60 });

  async function recognised(credential: Credential): Promise<Client | undefined> {
    if (credential.kind === 'key') return clientOfKey(credential.key);
    if (credential.kind === 'token') return clientOfToken?.(credential.token);
    return undefined;
  }

  return async (credential) => {
    const client = await recognised(credential);
    // Who is not recognised learns nothing about why.
    if (client === undefined) throw notAuthenticated();
    try {
      await limiter.consume(client.name);
    } catch (rejected) {
      throw rejected instanceof RateLimiterRes ? tooManyCalls(rejected.msBeforeNext) : rejected;
    }
    return client;
  };
}

/** The same answer whatever was wrong. */
export function notAuthenticated(): ApiProblem {
  const words = 'This call was not authenticated.';
  return new ApiProblem('not-authenticated', words, { 'WWW-Authenticate': 'Bearer' });
}

function tooManyCalls(waitMs: number): ApiProblem {
  const words = 'This client called more often than it may in a minute. Nothing was changed.';
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new ApiProblem('too-many-calls', words, { 'Retry-After': String(seconds) });
}
