import { timed, type Telemetry } from '../../src/shared/telemetry.ts';
import { SpokenError } from '../../src/shared/spoken-error.ts';

/** A command, click or search as a step of its own, timed by its name. */
export function measuredTurn<T>(
  telemetry: Telemetry,
  kind: 'command' | 'click' | 'compose',
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  return telemetry.step({ name: `${kind} ${name}` }, () =>
    timed(work, (seconds, tried) => {
      const outcome = 'done' in tried ? 'done' : tried.error instanceof SpokenError ? 'refused' : 'error';
      telemetry.observe('rootdesk_turn_duration_seconds', seconds, { kind, name, outcome });
    }),
  );
}
