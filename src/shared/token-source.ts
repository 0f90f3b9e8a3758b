import { neverBack, systemClock, type Clock } from './clock.ts';
import { noToken } from './no-token.ts';

/** A token and when it ends, in milliseconds since 1970. */
interface Token {
  readonly token: string;
  readonly expiresOnTimestamp: number;
}

interface TokenOptions {
  readonly abortSignal?: AbortSignal;
  /** What the service wants beside; such a token is always a new one. */
  readonly claims?: string;
  readonly tenantId?: string;
}

/** What of an Azure credential is used. */
export interface TokenGiver {
  getToken(scopes: string | string[], options?: TokenOptions): Promise<Token | null>;
}

/** A token is renewed so long before its end; until then an old one does where there is no new one. */
const RENEWED_BEFORE_MS = 2 * 60_000;

/** @throws {NoToken} for whatever the credential throws, and when the signal ends the wait */
export type TokenSource = (scope: string, options: TokenOptions) => Promise<string>;

/**
 * The tokens of a credential, kept until shortly before their end: some credentials start a program for each. A credential that
 * heeds no signal, as that of a managed identity, is not waited for longer than the signal says.
 * @param clock never goes back: a token that was got while it was ahead would be believed for longer than it lasts
 */
export function createTokenSource(
  credential: TokenGiver,
  clock: Clock = neverBack(systemClock),
): TokenSource {
  const kept = new Map<string, Token>();
  return async (scope, options) => {
    const key = JSON.stringify([scope, options.tenantId]);
    const now = clock().getTime();
    const old = options.claims === undefined ? kept.get(key) : undefined;
    if (old !== undefined && old.expiresOnTimestamp - RENEWED_BEFORE_MS > now) return old.token;
    try {
      const token = await unlessAborted(credential.getToken(scope, options), options.abortSignal);
      if (token === null) throw noToken(audienceOf(scope), token);
      kept.set(key, token);
      return token.token;
    } catch (thrown) {
      if (old !== undefined && old.expiresOnTimestamp > now) return old.token;
      throw noToken(audienceOf(scope), thrown);
    }
  };
}

function audienceOf(scope: string): string {
  return scope.replace(/\/\.default$/, '');
}

async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  const aborted = Promise.withResolvers<never>();
  const abort = (): void => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    if (signal.aborted) abort();
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
