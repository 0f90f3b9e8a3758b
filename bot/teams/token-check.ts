import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

export interface TokenRules {
  /** The bot's application id, for which a token must have been made. */
  readonly appId: string;
  readonly issuer: string;
  /** Names where the keys are published. */
  readonly openIdMetadataUrl: string;
}

const metadata = z.object({ jwks_uri: z.url() });
const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

/** Clocks differ; https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication allows so much. */
const CLOCK_SECONDS = 300;
const FETCH_MS = 4_000;
/** As long as Microsoft allows keys to be kept; one that is not known is looked for at once. */
const KEEP_MS = 24 * 60 * 60_000;

/**
 * Checks that the Bot Framework made a token for this bot and the service URL of its activity: RS256 by a published key, issuer,
 * audience, times. Stands before the SDK's own check because that believes a token that never expires, keeps the issuer of every
 * token that it was ever shown, forged ones too, and writes keys and stacks on the standard error output.
 * @returns a function that says why a token is not believed, and undefined when it is; it throws when that cannot be told
 */
export function createTokenCheck({ appId, issuer, openIdMetadataUrl }: TokenRules) {
  const keys = createKeys(openIdMetadataUrl);
  const options = {
    algorithms: ['RS256'],
    issuer,
    audience: appId,
    requiredClaims: ['exp'],
    clockTolerance: CLOCK_SECONDS,
  };
  return async (authorization: string, serviceUrl: string): Promise<string | undefined> => {
    const [, token] = BEARER.exec(authorization) ?? [];
    if (token === undefined) return 'no bearer token';
    try {
      const { payload } = await jwtVerify(token, keys, options);
      return payload['serviceurl'] === serviceUrl ? undefined : 'made for another service URL';
    } catch (error) {
      // The error of a claim carries all claims, so that no more than its code is told.
      if (error instanceof errors.JOSEError) return error.code;
      throw error;
    }
  };
}

/** Asks once where the keys are published; who cannot be reached is asked again by the next token. */
function createKeys(openIdMetadataUrl: string): JWTVerifyGetKey {
  let published: Promise<JWTVerifyGetKey> | undefined;

  async function find(): Promise<JWTVerifyGetKey> {
    const response = await fetch(openIdMetadataUrl, { signal: AbortSignal.timeout(FETCH_MS) });
    const { jwks_uri: address } = metadata.parse(await response.json());
    return createRemoteJWKSet(new URL(address), { timeoutDuration: FETCH_MS, cacheMaxAge: KEEP_MS });
  }

  return async (header, token) => {
    published ??= find();
    try {
      const keyOf = await published;
      return await keyOf(header, token);
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) published = undefined;
      throw error;
    }
  };
}
