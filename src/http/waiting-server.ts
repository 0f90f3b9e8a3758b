import type { Request, Response, Server } from 'restify';
import type { Log } from '../shared/log.ts';
import { createBareServer } from './bare-server.ts';

/** Answers while Rootdesk cannot begin: it is alive, it is not ready, and it has no other paths. Not yet listening. */
export function createWaitingServer(log: Log): Server {
  const server = createBareServer(log, {});
  server.get('/healthz', async (_request: Request, response: Response): Promise<void> => {
    response.send(200, { status: 'alive' });
  });
  server.get('/readyz', async (_request: Request, response: Response): Promise<void> => {
    response.send(503, { status: 'not ready', missing: ['table'] });
  });
  return server;
}
