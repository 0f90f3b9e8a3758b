import type { Server } from 'restify';
import type { Log } from '../shared/log.ts';
import { addHealth } from './add-health.ts';
import { createBareServer } from './bare-server.ts';

/** Answers while Rootdesk cannot begin: it is alive, it is not ready, and it has no other paths. Not yet listening. */
export function createWaitingServer(log: Log): Server {
  const server = createBareServer(log, {});
  addHealth(server, async () => ['table']);
  return server;
}
