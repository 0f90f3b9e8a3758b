import { createServer } from 'node:http';
import { once } from 'node:events';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { z } from 'zod';
import type { TokenRules } from '../../src/http/api/api-access.ts';

export const TENANT = '5e2fa9a0-0d3c-4f3b-9a67-0c5d1c0a7e01';
export const AUDIENCE = 'api://rootdesk';
const APPLICATION = '0f8d7c6b-2222-4c47-9a33-00000000000c';
const KEY_ID = 'key-1';

// Made once: keys are slow to make, and nothing ever changes them.
const published = await generateKeyPair('RS256', { extractable: true });
const unknown = await generateKeyPair('RS256');
const otherKind = await generateKeyPair('PS256', { extractable: true });

/** A stand-in for Entra ID: publishes its keys and signs what a test asks for. */
export interface TokenAuthority extends AsyncDisposable {
  readonly rules: TokenRules;
  /** The right claims for an application with these roles, and whatever is to be changed; undefined takes a claim away. */
  claims(roles: readonly string[], change?: Record<string, unknown>): JWTPayload;
  token(claims: JWTPayload): Promise<string>;
  /** Signed with a key that was never published, under the name of one that was. */
  forged(claims: JWTPayload): Promise<string>;
  /** The published key, misused as a shared secret. */
  confused(claims: JWTPayload): Promise<string>;
  /** Nobody signed it. */
  unsigned(claims: JWTPayload): string;
  /** Signed by the right key with an algorithm that Entra does not use. */
  otherAlgorithm(claims: JWTPayload): Promise<string>;
}

export async function startTokenAuthority(): Promise<TokenAuthority> {
  const jwk = await exportJWK(published.publicKey);
  // As Entra publishes them: without an algorithm.
  const keys = [
    { ...jwk, kid: KEY_ID, use: 'sig' },
    { ...(await exportJWK(otherKind.publicKey)), kid: 'key-2', use: 'sig' },
  ];
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const issuer = `https://login.microsoftonline.com/${TENANT}/v2.0`;

  return {
    rules: {
      tenantId: TENANT,
      audiences: [AUDIENCE],
      issuers: [issuer, `https://sts.windows.net/${TENANT}/`],
      keysUrl: `http://127.0.0.1:${port}/keys`,
    },
    claims(roles, change = {}) {
      const now = Math.floor(Date.now() / 1000);
      const right = {
        iss: issuer,
        aud: AUDIENCE,
        tid: TENANT,
        azp: APPLICATION,
        roles,
        nbf: now - 60,
        exp: now + 600,
      };
      return JSON.parse(JSON.stringify({ ...right, ...change }));
    },
    token: (claims) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: KEY_ID }).sign(published.privateKey),
    forged: (claims) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: KEY_ID }).sign(unknown.privateKey),
    confused: (claims) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', kid: KEY_ID })
        .sign(new TextEncoder().encode(JSON.stringify(jwk))),
    unsigned(claims) {
      const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
      return `${part({ alg: 'none', kid: KEY_ID })}.${part(claims)}.`;
    },
    otherAlgorithm: (claims) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'PS256', kid: 'key-2' }).sign(otherKind.privateKey),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}
