import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { z } from 'zod';

/** A stand-in for the Bot Framework's token service: publishes its keys, and signs whatever a test asks for. */
export interface TokenService extends AsyncDisposable {
  readonly openIdMetadataUrl: string;
  token(claims: Record<string, unknown>): string;
  /** The same, signed with a key that was never published. */
  forgedToken(claims: Record<string, unknown>): string;
}

const KEY_ID = 'key-1';

export async function startTokenService(): Promise<TokenService> {
  const published = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const unknown = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = createServer((request, response) => {
    const key = { ...published.publicKey.export({ format: 'jwk' }), kid: KEY_ID, endorsements: ['msteams'] };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url === '/keys' ? { keys: [key] } : { jwks_uri: `${base()}/keys` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = (): string =>
    `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}`;
  return {
    openIdMetadataUrl: `${base()}/openid`,
    token: (claims) => signed(claims, published.privateKey.export({ type: 'pkcs8', format: 'pem' })),
    forgedToken: (claims) => signed(claims, unknown.privateKey.export({ type: 'pkcs8', format: 'pem' })),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function signed(claims: Record<string, unknown>, key: string | Buffer): string {
  const now = Math.floor(Date.now() / 1000);
  const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const head = encode({ alg: 'RS256', typ: 'JWT', kid: KEY_ID });
  const content = `${head}.${encode({ nbf: now - 60, exp: now + 600, ...claims })}`;
  return `Bearer ${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`;
}
