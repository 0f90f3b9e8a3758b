import { timed, type Telemetry } from '../../src/shared/telemetry.ts';
import { TeamsCallFailed } from './teams-call-failed.ts';

/** One call to Teams, timed; where Teams asks for patience, that is counted. */
export function measuredCall<T extends { readonly status: number }>(
  method: string,
  call: () => Promise<T>,
  telemetry: Telemetry,
): Promise<T> {
  return timed(call, (seconds, tried) => {
    const status = String(('done' in tried ? tried.done.status : statusOf(tried.error)) ?? 'none');
    telemetry.observe('rootdesk_teams_request_duration_seconds', seconds, { method, status });
    if (status === '429') telemetry.count('rootdesk_throttled_total', { service: 'teams', status });
  });
}

function statusOf(error: unknown): number | undefined {
  return error instanceof TeamsCallFailed ? error.status : undefined;
}
