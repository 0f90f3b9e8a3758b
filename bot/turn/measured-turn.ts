import { timed, unwatched, type Telemetry } from '../../src/telemetry.ts';
import { isRefusal } from './explain.ts';
import { TeamsCallFailed } from '../teams/teams-call-failed.ts';
import type { Turn } from './turn.ts';

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

/** A command or click as a step of its own, timed by its name. */
export function measuredTurn<T>(
  turn: Turn,
  kind: 'command' | 'click',
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  const { telemetry = unwatched } = turn.parts;
  return telemetry.step({ name: `${kind} ${name}` }, () =>
    timed(work, (seconds, tried) => {
      const outcome = 'done' in tried ? 'done' : isRefusal(tried.error) ? 'refused' : 'error';
      telemetry.observe('rootdesk_turn_duration_seconds', seconds, { kind, name, outcome });
    }),
  );
}
