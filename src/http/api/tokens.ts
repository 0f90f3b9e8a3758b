import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Log } from '../../shared/log.ts';
import { sparing } from '../../shared/sparing.ts';
import { API_ROLES, type ApiRole, type Client, type TokenRules } from './api-access.ts';

/** The keys are fetched when a token names one that is not known; a caller waits for it. */
const KEYS_MS = 5_000;
/** Clocks of two machines differ. */
const CLOCK_SECONDS = 60;

/**
 * Claims of an application token (https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference). Tokens
 * of people carry `scp`: whoever they are, this API is not for them.
 */
const claims = z.object({
  tid: z.string(),
  roles: z.array(z.string()).default([]),
  azp: z.guid().optional(),
  appid: z.guid().optional(),
  scp: z.never().optional(),
  idtyp: z.literal('app').optional(),
});

/**
 * Finds the client of an Entra application token: RS256 by a published key, issuer, audience, tenant and times in order.
 * Never throws: whatever goes wrong while a token is checked, nobody is recognised.
 */
export function createTokenCheck(
  rules: TokenRules,
  log: Log,
): (token: string) => Promise<Client | undefined> {
  const quietly = sparing(log);
  const publishedKeys = createRemoteJWKSet(new URL(rules.keysUrl), { timeoutDuration: KEYS_MS });
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, publishedKeys, {
        algorithms: ['RS256'],
        issuer: [...rules.issuers],
        audience: [...rules.audiences],
        requiredClaims: ['exp'],
        clockTolerance: CLOCK_SECONDS,
      });
      const { tid, roles, azp, appid } = claims.parse(payload);
      const application = azp ?? appid;
      if (tid.toLowerCase() !== rules.tenantId || application === undefined) return undefined;
      return { name: `app:${application.toLowerCase()}`, roles: new Set(roles.filter(isRole)) };
    } catch (error) {
      // The error of a claim carries all claims, so that no more than its code is logged.
      quietly.warn({ reason: reasonOf(error) }, 'a token for the API was not believed');
      return undefined;
    }
  };
}

function isRole(role: string): role is ApiRole {
  return API_ROLES.some((known) => known === role);
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.JOSEError) return error.code;
  if (error instanceof z.ZodError)
    return `claims: ${error.issues.map(({ path }) => path.join('.')).join(', ')}`;
  return error instanceof Error ? error.name : 'unknown';
}
