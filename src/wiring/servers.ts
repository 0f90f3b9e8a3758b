import { once } from 'node:events';
import type { Server } from 'restify';
import type { Config } from '../config.ts';
import { cannotListen } from '../http/cannot-listen.ts';
import { createMetricsServer } from '../http/metrics-server.ts';
import { createServer, type ServerDeps } from '../http/server.ts';
import { CONNECTION_LIMITS } from '../http/withstand.ts';
import type { Monitoring } from '../monitoring/monitoring.ts';

/** Where Rootdesk answers: the HTTP server, and the metrics on a port of their own where one is configured. */
export interface Servers {
  /** Resolves with the port of the HTTP server. Where one cannot be listened on none is: half a program would look alive. */
  open(): Promise<number>;
  /** Takes nothing new, and resolves when what is in flight has ended. */
  close(): Promise<void>;
}

interface Listener {
  readonly server: Server;
  readonly port: number;
}

/** @param serves what the HTTP server answers */
export function createServers(
  { http, monitoring }: Pick<Config, 'http' | 'monitoring'>,
  serves: Omit<ServerDeps, 'metrics'>,
  scrape: Monitoring['scrape'],
): Servers {
  const { closeMs } = serves.limits ?? CONNECTION_LIMITS;
  const metricsPort = monitoring?.metricsPort;
  const sharesPort = metricsPort === http.port;
  const server = createServer({ ...serves, metrics: sharesPort ? scrape : undefined });
  const servers: Listener[] = [{ server, port: http.port }];
  if (metricsPort !== undefined && !sharesPort && scrape !== undefined) {
    servers.push({ server: createMetricsServer(scrape, serves.log, serves.limits), port: metricsPort });
  }
  return {
    open: () => opened(servers, http.host),
    async close() {
      await Promise.all(servers.map((each) => closed(each.server, closeMs)));
    },
  };
}

/**
 * Has all of them listen, or none; the port of the first.
 * @throws {RootdeskError} `cannot-listen` where the port is taken, or the host is none of this machine
 */
export async function opened(servers: readonly Listener[], host: string): Promise<number> {
  const open: Server[] = [];
  try {
    for (const { server, port } of servers) {
      const bound = once(server, 'listening');
      server.listen(port, host);
      await bound.catch((error: unknown) => {
        throw cannotListen(error, host, port);
      });
      open.push(server);
    }
  } catch (error) {
    await Promise.all(open.map((server) => closed(server, 0)));
    throw error;
  }
  return open[0]?.address().port ?? 0;
}

/** Resolves when what is in flight has ended, or was cut after so long. */
export async function closed(server: Server, closeMs: number): Promise<void> {
  const ended = once(server, 'close');
  server.close();
  const cut = setTimeout(() => server.server.closeAllConnections(), closeMs);
  await ended;
  clearTimeout(cut);
}
