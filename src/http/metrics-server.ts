import restify, { type Request, type Response, type Route, type Server } from 'restify';
import type { Log } from '../shared/log.ts';
import type { Telemetry } from '../shared/telemetry.ts';
import { createBareServer } from './bare-server.ts';
import { refuseEncoded } from './plain-request.ts';
import type { ConnectionLimits } from './withstand.ts';

/** Gives the metrics in Prometheus' text format. */
export type Scrape = () => Promise<string>;

/** https://prometheus.io/docs/instrumenting/exposition_formats/ */
const TEXT_FORMAT = 'text/plain; version=0.0.4; charset=utf-8';

/** Serves `GET /metrics` beside everything else. */
export function addMetrics(server: Server, scrape: Scrape): void {
  server.get('/metrics', async (_request: Request, response: Response): Promise<void> => {
    const text = await scrape();
    response.sendRaw(200, text, { 'Content-Type': TEXT_FORMAT });
  });
}

/** A server that serves `GET /metrics` and nothing else, not yet listening. */
export function createMetricsServer(scrape: Scrape, log: Log, limits?: ConnectionLimits): Server {
  const server = createBareServer(log, { limits });
  server.pre(refuseEncoded);
  addMetrics(server, scrape);
  return server;
}

/** Times every request by the path of its route, never by the path that was asked for. */
export function timeRequests(server: Server, telemetry: Telemetry): void {
  const tell = restify.plugins.metrics(
    { server },
    (_error, { totalLatency, statusCode, method }, _request, _response, route?: Route) => {
      const labels = { method, route: pathOf(route), status: String(statusCode) };
      telemetry.observe('rootdesk_http_request_duration_seconds', totalLatency / 1_000, labels);
    },
  );
  server.on('after', tell);
}

function pathOf(route: Route | undefined): string {
  return route === undefined ? 'none' : String(route.path);
}
