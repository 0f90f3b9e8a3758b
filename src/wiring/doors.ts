import { once } from 'node:events';
import type { Server } from 'restify';
import type { Config } from '../config.ts';
import { createMetricsServer } from '../http/metrics.ts';
import { createServer, type ServerParts } from '../http/server.ts';
import type { Monitoring } from '../monitoring/monitoring.ts';

/** Where Rootdesk answers: the HTTP server, and the metrics on a port of their own where one is configured. */
export interface Doors {
  /** Resolves with the port of the HTTP server. Where one cannot be listened on none is: half a program would look alive. */
  open(): Promise<number>;
  /** Takes nothing new, and resolves when what is in flight has ended. */
  close(): Promise<void>;
}

interface Door {
  readonly server: Server;
  readonly port: number;
}

/** @param serves what the HTTP server answers */
export function createDoors(
  { http, monitoring }: Pick<Config, 'http' | 'monitoring'>,
  serves: Omit<ServerParts, 'metrics'>,
  scrape: Monitoring['scrape'],
): Doors {
  const metricsPort = monitoring?.metricsPort;
  const sharesPort = metricsPort === http.port;
  const server = createServer({ ...serves, metrics: sharesPort ? scrape : undefined });
  const doors: Door[] = [{ server, port: http.port }];
  if (metricsPort !== undefined && !sharesPort && scrape !== undefined) {
    doors.push({ server: createMetricsServer(scrape, serves.log, serves.limits), port: metricsPort });
  }
  return {
    open: () => opened(doors, http.host),
    async close() {
      await Promise.all(doors.map((door) => closed(door.server)));
    },
  };
}

async function opened(doors: readonly Door[], host: string): Promise<number> {
  const open: Server[] = [];
  try {
    for (const { server, port } of doors) {
      const bound = once(server, 'listening');
      server.listen(port, host);
      await bound;
      open.push(server);
    }
  } catch (error) {
    await Promise.all(open.map(closed));
    throw error;
  }
  return open[0]?.address().port ?? 0;
}

/** So long may take what is in flight; then whoever sends half a request, or does not read, holds up the stop no longer. */
const CLOSE_MS = 5_000;

async function closed(server: Server): Promise<void> {
  const ended = once(server, 'close');
  server.close();
  const cut = setTimeout(() => server.server.closeAllConnections(), CLOSE_MS);
  await ended;
  clearTimeout(cut);
}
