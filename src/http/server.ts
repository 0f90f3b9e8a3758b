import restify, { type Next, type Request, type Response, type Server } from 'restify';
import { z } from 'zod';
import { newId } from '../identifiers.ts';
import type { Log } from '../log.ts';

/** Teams activities are a few kilobytes; nothing that belongs here comes near this. */
const BODY_MOST_BYTES = 256 * 1024;

export interface ServerParts {
  /** Answers `POST /api/messages`; the body is parsed JSON. */
  readonly messages: (request: Request, response: Response) => Promise<void>;
  /** Whether this copy can do its work; false keeps traffic away without a restart. */
  readonly isReady: () => Promise<boolean>;
  readonly log: Log;
}

/** The HTTP side of Rootdesk, not yet listening. */
export function createServer(parts: ServerParts): Server {
  const server = restify.createServer({ name: 'rootdesk', ignoreTrailingSlash: true });
  server.pre(hardened);
  server.use(restify.plugins.bodyParser({ maxBodySize: BODY_MOST_BYTES, mapParams: false }));

  server.on('restifyError', (_request: Request, response: Response, error: unknown, done: () => void) => {
    answerError(parts.log, response, error);
    done();
  });

  // Async handlers of restify take two arguments and no `next`.
  server.post('/api/messages', async (request: Request, response: Response): Promise<void> => {
    await parts.messages(request, response);
  });
  server.get('/healthz', async (_request: Request, response: Response): Promise<void> => {
    response.send(200, { status: 'alive' });
  });
  server.get('/readyz', async (_request: Request, response: Response): Promise<void> => {
    const ready = await parts.isReady();
    response.send(ready ? 200 : 503, { status: ready ? 'ready' : 'not ready' });
  });
  return server;
}

const httpError = z.object({ statusCode: z.number() });

/** Faults of the caller keep restify's words; of our own faults the caller learns a reference, and the log the rest. */
function answerError(log: Log, response: Response, error: unknown): void {
  const seen = httpError.safeParse(error);
  if (seen.success && seen.data.statusCode < 500) return;
  const reference = newId();
  log.error({ err: error, reference }, 'a request ended in an error');
  response.send(500, { error: `Something went wrong in Rootdesk. The log has it under ${reference}.` });
}

/** Nothing of ours is for browsers: no sniffing, no framing, no caching. */
function hardened(_request: Request, response: Response, next: Next): void {
  response.header('X-Content-Type-Options', 'nosniff');
  response.header('X-Frame-Options', 'DENY');
  response.header('Content-Security-Policy', "default-src 'none'");
  response.header('Cache-Control', 'no-store');
  next();
}
