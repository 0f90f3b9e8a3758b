import type { Request, Response, Server } from 'restify';
import type { Log } from '../shared/log.ts';
import { unwatched, type Telemetry } from '../shared/telemetry.ts';
import type { Api } from './api/api.ts';
import { addHealth } from './add-health.ts';
import { createBareServer } from './bare-server.ts';
import { addMetrics, timeRequests, type Scrape } from './metrics-server.ts';
import type { NotificationsRoute } from './notifications-route.ts';
import { refuseEncoded } from './plain-request.ts';
import { takeJson } from './take-json.ts';
import type { ConnectionLimits } from './withstand.ts';

export interface ServerDeps {
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
  /** Production's unless given. */
  readonly limits?: ConnectionLimits;
  readonly log: Log;
}

/** The HTTP side of Rootdesk, not yet listening. */
export function createServer(deps: ServerDeps): Server {
  const { api, notifications } = deps;
  const server = createBareServer(deps.log, { limits: deps.limits, answerRefused: api?.answerRefused });
  timeRequests(server, deps.telemetry ?? unwatched);
  // Takes keys and tokens away, and so comes before whatever could log them.
  if (api !== undefined) server.pre(api.admit);
  server.pre(refuseEncoded);
  if (notifications !== undefined) server.pre(notifications.greet);

  // Async handlers of restify take two arguments and no `next`.
  server.post('/api/messages', takeJson, async (request: Request, response: Response): Promise<void> => {
    await deps.messages(request, response);
  });
  addHealth(server, deps.missing);
  api?.addRoutes(server);
  notifications?.addRoute(server);
  if (deps.metrics !== undefined) addMetrics(server, deps.metrics);
  return server;
}
