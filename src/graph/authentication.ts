import type { TokenCredential } from '@azure/identity';
import { GraphClientError, type Context, type Middleware } from '@microsoft/microsoft-graph-client';
import { GraphFailure } from './failure.ts';

/**
 * A bearer token for a Graph service.
 * @throws {GraphFailure} with the kind of failure only: the library's text can name tenant and settings
 */
export async function fetchToken(
  origin: string,
  credential: TokenCredential,
  signal: AbortSignal,
): Promise<string> {
  try {
    const answer = await credential.getToken(`${origin}/.default`, { abortSignal: signal });
    if (answer !== null) return answer.token;
  } catch (cause) {
    signal.throwIfAborted();
    throw noToken(reasonOf(cause));
  }
  throw noToken('no credential');
}

function noToken(reason: string): GraphFailure {
  return new GraphFailure(
    `Rootdesk could not sign in to Microsoft Graph (${reason}).`,
    'Check the managed identity, or the AZURE_ settings of the application, and that its secret has not expired.',
  );
}

/**
 * The middleware that lets no request, and so no token, out to another origin: the Graph client takes a host out of every path that contains
 * `https://`, wherever it stands.
 */
export function createOriginGuard(origin: string): Middleware {
  let following: Middleware | undefined;
  return {
    setNext(next) {
      following = next;
    },
    async execute(context) {
      if (new URL(urlOf(context)).origin !== origin) {
        throw new GraphClientError('A request to Microsoft Graph led to another place and was not sent.');
      }
      if (following === undefined) throw new GraphClientError('The origin guard is the last middleware.');
      try {
        await following.execute(context);
      } catch (cause) {
        // The Graph client would wrap it and lose the reason; its own error class passes.
        throw new GraphClientError(reasonOf(cause));
      }
    },
  };
}

/** Why a request failed, in one word such as `TimeoutError` or `ECONNREFUSED`: an error's text may quote an answer. */
export function reasonOf(cause: unknown): string {
  if (cause instanceof GraphClientError) return cause.message;
  if (!(cause instanceof Error)) return typeof cause;
  // fetch says "fetch failed" and hides the network's error beneath.
  const beneath = cause.cause;
  return beneath instanceof Error && 'code' in beneath && typeof beneath.code === 'string'
    ? beneath.code
    : cause.name;
}

function urlOf({ request }: Context): string {
  return typeof request === 'string' ? request : request.url;
}
