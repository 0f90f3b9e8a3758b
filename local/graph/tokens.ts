import { randomBytes } from 'node:crypto';
import { graphError, ok, type Answer, type Asked } from './answer.ts';
import type { Faults } from './faults.ts';

const LIFETIME_SECONDS = 3_600;
/** So that a token is known wherever it should not be. */
const TOKEN_PREFIX = 'stand-token-';

/** Hands out bearer tokens as Entra's endpoint for client credentials does, and knows them again. */
export interface Tokens {
  issue(asked: Asked): Answer;
  /** The refusal of a request without a token of this server's; undefined when it may pass. */
  check(asked: Asked): Answer | undefined;
}

export function createTokens(faults: Faults): Tokens {
  /** Token to the moment (milliseconds) at which it ends. */
  const issued = new Map<string, number>();

  return {
    issue(asked) {
      const form = new URLSearchParams(asked.body);
      if (faults.refuseTokens || form.get('grant_type') !== 'client_credentials') {
        return {
          status: 401,
          body: { error: 'invalid_client', error_description: 'The client was refused.' },
        };
      }
      for (const [token, end] of issued) if (end < Date.now()) issued.delete(token);
      const token = `${TOKEN_PREFIX}${randomBytes(32).toString('base64url')}`;
      issued.set(token, Date.now() + LIFETIME_SECONDS * 1_000);
      return ok({ token_type: 'Bearer', expires_in: LIFETIME_SECONDS, access_token: token });
    },
    check(asked) {
      const [, token] = /^Bearer (.+)$/.exec(asked.headers.authorization ?? '') ?? [];
      if (token === undefined) return graphError(401, 'InvalidAuthenticationToken', 'Access token is empty.');
      return (issued.get(token) ?? 0) > Date.now()
        ? undefined
        : graphError(401, 'InvalidAuthenticationToken', 'Access token has expired or is not yet valid.');
    },
  };
}
