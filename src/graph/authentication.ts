import { GraphClientError, type Context, type Middleware } from '@microsoft/microsoft-graph-client';
import { NoToken } from '../shared/no-token.ts';
import type { TokenSource } from '../shared/token-source.ts';
import { GraphFailure } from './graph-failure.ts';

/**
 * A bearer token for a Graph service.
 * @throws {GraphFailure} with the words of {@link NoToken}
 */
export async function fetchToken(origin: string, tokens: TokenSource, signal: AbortSignal): Promise<string> {
  try {
    return await tokens(`${origin}/.default`, { abortSignal: signal });
  } catch (cause) {
    throw cause instanceof NoToken ? new GraphFailure(cause.message, cause.remedy, { cause }) : cause;
  }
}

/**
 * The middleware that lets no request, and so no token, out to another origin: the Graph client takes a host out of every path that contains
 * `https://`, wherever it is.
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
