import { diceOf, type Dice } from '../harness/dice.ts';
import {
  ALIAS_STEPS,
  API_CALLS,
  COMMANDS,
  MAIL_KINDS,
  REQUEST_ENDS,
  type EventOf,
  type PlannedEvent,
} from './events.ts';
import { REQUEST_FAULTS, SIDES, type Fault, type RequestFault } from './kinds.ts';

export interface Plan {
  readonly seed: number;
  readonly lengthMs: number;
  /** In the order of time. */
  readonly events: readonly PlannedEvent[];
}

export interface PlanWishes {
  readonly seed: number;
  readonly kills: number;
  readonly copies: number;
  readonly faults: readonly Fault[];
}

/** Between two kills; most wait in addition until the copy is up, so that it is killed in the middle of its work. */
const KILL_GAP_MS = 4_000;
const MAILS_A_KILL = 4;
const REQUESTS_A_KILL = 1.5;
const API_CALLS_A_KILL = 0.5;
const ALIAS_STEPS_A_KILL = 0.3;
const COMMANDS_A_KILL = 0.3;
const PAUSES_A_KILL = 0.2;
/** Nobody waits for hours in a run that is to be short. */
const KILLS_WITH_OUTAGE = 40;
/** Five hours: more attempts than a mail has, although copies are killed meanwhile. */
const OUTAGE_QUARTERS = 20;
const RESTARTS_A_KILL = 0.1;
const CLOCKS_A_KILL = 0.2;
const WEATHERS_A_KILL = 2.5;

/** Everything that happens, out of the seed alone: the same wishes give the same plan. */
export function planOf(wishes: PlanWishes): Plan {
  const { seed, kills, faults } = wishes;
  const rounds = Math.max(2, kills);
  const lengthMs = rounds * KILL_GAP_MS;
  const series = (
    name: string,
    count: number,
    make: (dice: Dice, number: number) => Unplaced,
  ): PlannedEvent[] => {
    const dice = diceOf(seed, name);
    return Array.from({ length: Math.ceil(count) }, (_, number) => ({
      atMs: Math.floor(dice.next() * lengthMs),
      ...make(dice, number),
    }));
  };
  const copyOf = (dice: Dice): number => dice.between(0, wishes.copies - 1);
  const met = REQUEST_FAULTS.filter((fault) => faults.includes(fault));
  const events = [
    ...series('mail', MAILS_A_KILL * rounds, mail),
    ...series('request', REQUESTS_A_KILL * rounds, request),
    ...series('api', API_CALLS_A_KILL * rounds, api),
    ...series('alias', ALIAS_STEPS_A_KILL * rounds, alias),
    ...series('command', COMMANDS_A_KILL * rounds, command),
    ...series('kill', kills, (dice) => ({
      kind: 'kill',
      copy: copyOf(dice),
      downMs: dice.between(0, 1_500),
      whileStarting: dice.chance(0.15),
    })),
    ...series('restart', RESTARTS_A_KILL * kills, (dice) => ({ kind: 'restart', copy: copyOf(dice) })),
    ...(faults.includes('outage') && kills >= KILLS_WITH_OUTAGE
      ? series('outage', 1, () => ({ kind: 'outage', quarters: OUTAGE_QUARTERS }))
      : []),
    ...(met.length === 0
      ? []
      : series('weather', WEATHERS_A_KILL * rounds, (dice, number) =>
          weather(dice, number, met, copyOf(dice)),
        )),
    ...(faults.includes('pause')
      ? series('pause', PAUSES_A_KILL * rounds, (dice, number) => pause(dice, number, copyOf(dice)))
      : []),
    ...(faults.includes('clock')
      ? series('clock', CLOCKS_A_KILL * rounds, (dice) => clock(dice, copyOf(dice)))
      : []),
  ];
  return { seed, lengthMs, events: events.toSorted((one, other) => one.atMs - other.atMs) };
}

type Unplaced = PlannedEvent extends infer E ? (E extends PlannedEvent ? Omit<E, 'atMs'> : never) : never;

/** Every kind comes early, so that a short run has them all. */
const inTurn = <T>(all: readonly [T, ...T[]], number: number): T => all[number % all.length] ?? all[0];

function mail(dice: Dice, number: number): Unplaced {
  return {
    kind: 'mail',
    number,
    what: number < MAIL_KINDS.length ? inTurn(MAIL_KINDS, number) : dice.pick(['bill', ...MAIL_KINDS]),
    target: dice.between(0, 9_999),
    acknowledgedBy: dice.pick([0, 0, 1, 2]),
    revealed: dice.chance(0.3),
  };
}

function request(dice: Dice, number: number): Unplaced {
  return {
    kind: 'request',
    number,
    asker: dice.between(0, 99),
    end:
      number < REQUEST_ENDS.length ? inTurn(REQUEST_ENDS, number) : dice.pick(['approve', ...REQUEST_ENDS]),
    thinksMs: dice.between(0, 1_500),
    comment: dice.pick(['', 'fine', 'as agreed']),
    twice: dice.chance(0.3),
  };
}

function api(dice: Dice, number: number): Unplaced {
  return { kind: 'api', number, what: inTurn(API_CALLS, number), asker: dice.between(0, 99) };
}

function alias(dice: Dice, number: number): Unplaced {
  const asker = dice.between(0, 99);
  return { kind: 'alias', number, what: inTurn(ALIAS_STEPS, number), asker, twice: dice.chance(0.3) };
}

function command(dice: Dice, number: number): Unplaced {
  return { kind: 'command', number, person: dice.between(0, 99), text: inTurn(COMMANDS, number) };
}

type Meeting = Pick<EventOf<'weather'>, 'side' | 'fault'>;
/** Where none was wished for. */
const CALM: Meeting = { side: 'teams', fault: 'slow' };

/** Whole outages are short, bad days are long: people and mail go on meanwhile. */
function weather(dice: Dice, number: number, faults: readonly RequestFault[], copy: number): Unplaced {
  const [first = CALM, ...others] = SIDES.flatMap((side) => faults.map((fault) => ({ side, fault })));
  const { side, fault } = inTurn<Meeting>([first, ...others], number);
  const isOutage = dice.chance(0.25);
  return {
    kind: 'weather',
    side,
    // Only the table is reached by ways of their own; the others are told one address.
    ...(side === 'table' && dice.chance(0.5) && { copy }),
    fault,
    share: isOutage ? 1 : dice.pick([0.1, 0.3, 0.6]),
    forMs: isOutage ? dice.between(200, 3_000) : dice.between(500, 8_000),
  };
}

/** Longer than a claim or a lease holds, so that somebody else takes over from a copy that then goes on. */
const LONG_PAUSE_MS = 65_000;

function pause(dice: Dice, number: number, copy: number): Unplaced {
  const isLong = number % 12 === 11;
  return { kind: 'pause', copy, forMs: isLong ? LONG_PAUSE_MS : dice.between(300, 6_000) };
}

const MINUTE_MS = 60_000;
/** How far a clock is off, the way clocks are: set by hand or by NTP, after a sleep, in the wrong zone. */
const AHEAD_MS = [
  -60 * MINUTE_MS,
  -5 * MINUTE_MS,
  -30_000,
  -3_000,
  0,
  3_000,
  30_000,
  5 * MINUTE_MS,
  60 * MINUTE_MS,
];

function clock(dice: Dice, copy: number): Unplaced {
  return { kind: 'clock', copy, aheadMs: dice.pick(AHEAD_MS), rate: dice.pick([1, 1, 0.5, 3]) };
}
