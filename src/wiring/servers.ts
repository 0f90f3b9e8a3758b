import { once } from 'node:events';
import type { Server } from 'restify';
import type { Config } from '../config.ts';
import { createMetricsServer } from '../http/metrics.ts';
import { createServer, type ServerParts } from '../http/server.ts';
import { CONNECTION_LIMITS } from '../http/withstand.ts';
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
  const { closeMs } = serves.limits ?? CONNECTION_LIMITS;
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
      await Promise.all(doors.map((door) => closed(door.server, closeMs)));
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
    await Promise.all(open.map((server) => closed(server, 0)));
    throw error;
  }
  return open[0]?.address().port ?? 0;
}

async function closed(server: Server, closeMs: number): Promise<void> {
  const ended = once(server, 'close');
  server.close();
  const cut = setTimeout(() => server.server.closeAllConnections(), closeMs);
  await ended;
  clearTimeout(cut);
}
