import restify, { type Next, type Request, type Response, type Server } from 'restify';
import type { Log } from '../log.ts';
import { unwatched, type Telemetry } from '../telemetry.ts';
import { answerError } from './answer-error.ts';
import { sendAnswer, type Api } from './api/api.ts';
import { hardened } from './hardened.ts';
import { addMetrics, timeRequests, type Scrape } from './metrics.ts';
import type { NotificationsRoute } from './notifications.ts';

/** Teams activities are a few kilobytes; nothing that belongs here comes near this. */
const BODY_MOST_BYTES = 256 * 1024;
/** Whoever needs longer to send so little keeps a connection for nothing. */
const REQUEST_MS = 30_000;

export interface ServerParts {
  /** Answers `POST /api/messages`; the body is parsed JSON. */
  readonly messages: (request: Request, response: Response) => Promise<void>;
  /** What this copy lacks to do its work; anything keeps traffic away without a restart. */
  readonly missing: () => Promise<readonly string[]>;
  /** What pipelines call; left out where only the bot is served. */
  readonly api?: Api;
  /** What Microsoft 365 calls; left out where Rootdesk has no public address. */
  readonly notifications?: NotificationsRoute | undefined;
  /** Given where whoever reaches this server may read the metrics. */
  readonly metrics?: Scrape | undefined;
  readonly telemetry?: Telemetry;
  readonly log: Log;
}

/** The HTTP side of Rootdesk, not yet listening. */
export function createServer(parts: ServerParts): Server {
  const server = restify.createServer({ name: 'rootdesk', ignoreTrailingSlash: true });
  server.server.requestTimeout = REQUEST_MS;
  timeRequests(server, parts.telemetry ?? unwatched);
  server.pre(hardened);
  if (parts.api !== undefined) server.pre(parts.api.admit);
  if (parts.notifications !== undefined) server.pre(parts.notifications.greet);
  server.pre(onlyPlainJson);
  server.use(restify.plugins.bodyParser({ maxBodySize: BODY_MOST_BYTES, mapParams: false }));

  server.on('restifyError', (request: Request, response: Response, error: unknown, done: () => void) => {
    const answer = parts.api?.answerRefused(request, error);
    if (answer === undefined) answerError(parts.log, response, error);
    else sendAnswer(response, answer);
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
    const missing = await parts.missing();
    if (missing.length === 0) response.send(200, { status: 'ready' });
    else response.send(503, { status: 'not ready', missing });
  });
  parts.api?.addRoutes(server);
  parts.notifications?.addRoute(server);
  if (parts.metrics !== undefined) addMetrics(server, parts.metrics);
  return server;
}

/**
 * Takes bodies of plain JSON alone. restify 12.0.0 treats other ones badly: it writes the files of forms to the disk, does not
 * count what a gzip stream unpacks to, and a broken one ends the process with an error that nobody catches.
 */
function onlyPlainJson(request: Request, response: Response, next: Next): void {
  const { 'content-encoding': encoding, 'content-type': type = '' } = request.headers;
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  if (!hasBody || (/^application\/json\s*(;|$)/i.test(type) && encoding === undefined)) {
    next();
    return;
  }
  response.send(415, { code: 'UnsupportedMediaType', message: 'Send application/json, not compressed.' });
  next(false);
}
