import { timed, type Telemetry } from '../shared/telemetry.ts';
import { BUSY_STATUSES } from './throttle.ts';

/** Sends one request to Graph, timed; answers that ask for patience are counted. */
export function measuredAttempt(
  method: string,
  send: () => Promise<Response>,
  telemetry: Telemetry,
): Promise<Response> {
  return timed(send, (seconds, tried) => {
    const status = 'done' in tried ? String(tried.done.status) : 'none';
    telemetry.observe('rootdesk_graph_request_duration_seconds', seconds, { method, status });
    if ('done' in tried && BUSY_STATUSES.has(tried.done.status)) {
      telemetry.count('rootdesk_throttled_total', { service: 'graph', status });
    }
  });
}
