import restify, { type Request, type Response, type Server } from 'restify';
import type { Log } from '../shared/log.ts';
import { sparing } from '../shared/sparing.ts';
import { answerError } from './answer-error.ts';
import { sendAnswer } from './api/api.ts';
import type { ApiAnswer } from './api/api-problem.ts';
import { settleTarget } from './plain-request.ts';
import { CONNECTION_LIMITS, withstand, type ConnectionLimits } from './withstand.ts';

interface BareServerOptions {
  readonly limits?: ConnectionLimits | undefined;
  /** The answer to an error that has a form of its own; undefined for all others. */
  readonly answerRefused?: ((request: Request, error: unknown) => ApiAnswer | undefined) | undefined;
}

/** A server without routes that withstands whatever is sent to it; both of ours begin as one. */
export function createBareServer(log: Log, { limits, answerRefused }: BareServerOptions): Server {
  const server = restify.createServer({ name: 'rootdesk', ignoreTrailingSlash: true, noWriteContinue: true });
  withstand(server, limits ?? CONNECTION_LIMITS);
  const quietly = sparing(log);
  // What goes wrong while it begins to listen is told to whoever opens it; later, a connection could not be taken.
  server.on('error', (error: unknown) => {
    if (server.server.listening) quietly.error({ err: error }, 'a connection could not be taken');
  });
  server.pre(hardened, settleTarget);
  server.on('restifyError', (request: Request, response: Response, error: unknown, done: () => void) => {
    const answer = answerRefused?.(request, error);
    if (answer === undefined) answerError(log, response, error);
    else sendAnswer(response, answer);
    done();
  });
  return server;
}

/** Nothing of ours is for browsers: no sniffing, no framing, no caching. */
async function hardened(_request: Request, response: Response): Promise<void> {
  response.header('X-Content-Type-Options', 'nosniff');
  response.header('X-Frame-Options', 'DENY');
  response.header('Content-Security-Policy', "default-src 'none'");
  response.header('Cache-Control', 'no-store');
}
