import type { Ending } from '../../messages/queue.ts';
import { actorOf, type Actor } from '../../people/person.ts';
import type { HandlingStep } from './change-handling.ts';
import type { Stamp, Handling } from './handling.ts';

/** The actor that delivers by itself. */
const DELIVERY: Actor = { kind: 'system', name: 'delivery' };

/** Attempts before a mail is given up: almost two hours. Waiting for a channel, and for Teams' patience, does not count. */
export const DEAD_AFTER = 15;

/** It is given up, and triage is told; undefined when that was done before. */
export function deadLettered(handling: Handling, at: Date): HandlingStep | undefined {
  if (handling.deadSince !== undefined) return undefined;
  return {
    after: { ...handling, deadSince: at },
    by: DELIVERY,
    action: 'dead-letter',
    facts: { before: { code: 'state', state: 'waiting' }, after: { code: 'state', state: 'dead' } },
    jobs: [{ kind: 'mail-dead', ledgerId: handling.ledgerId, to: { kind: 'triage' } }],
  };
}

/** Somebody wants it to be tried again; undefined when it is not given up. */
export function replayed(handling: Handling, by: Actor): HandlingStep | undefined {
  if (handling.deadSince === undefined) return undefined;
  const { ledgerId } = handling;
  return {
    after: { ...handling, deadSince: undefined },
    by,
    action: 'replay',
    facts: { before: { code: 'state', state: 'dead' }, after: { code: 'state', state: 'waiting' } },
    jobs: [
      { kind: 'replay-mail', ledgerId },
      { kind: 'redraw-mail', ledgerId },
    ],
  };
}

/** Somebody wants to have it once more, however it ended. */
export function deliveredAnew(handling: Handling, ended: Ending, by: Actor): HandlingStep {
  const step = replayed(handling, by);
  if (step !== undefined) return step;
  return {
    after: handling,
    by,
    action: 'replay',
    facts: { before: { code: 'state', state: ended }, after: { code: 'state', state: 'waiting' } },
    jobs: [{ kind: 'replay-mail', ledgerId: handling.ledgerId }],
  };
}

/** Somebody in triage knows whose it is; undefined when it was settled before. */
export function assigned(
  handling: Handling,
  alias: { readonly id: string; readonly address: string },
  stamp: Stamp,
): HandlingStep | undefined {
  if (handling.triaged !== undefined) return undefined;
  const { ledgerId } = handling;
  return {
    after: { ...handling, triaged: { ...stamp, address: alias.address } },
    by: actorOf(stamp.by),
    action: 'assign',
    facts: { before: { code: 'in-triage' }, after: { code: 'assigned', address: alias.address } },
    jobs: [
      { kind: 'assign-mail', ledgerId, aliasId: alias.id },
      { kind: 'redraw-mail', ledgerId },
    ],
  };
}

/** Somebody in triage knows that it is nobody's; undefined when it was settled before. */
export function notForUs(handling: Handling, stamp: Stamp): HandlingStep | undefined {
  if (handling.triaged !== undefined) return undefined;
  return {
    after: { ...handling, triaged: { ...stamp, address: '' } },
    by: actorOf(stamp.by),
    action: 'not-for-us',
    facts: { before: { code: 'in-triage' }, after: { code: 'not-for-us' } },
    jobs: [{ kind: 'redraw-mail', ledgerId: handling.ledgerId }],
  };
}
