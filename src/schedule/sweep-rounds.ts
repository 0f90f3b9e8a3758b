import PQueue from 'p-queue';
import { createCoalesced } from './coalesced.ts';
import type { Log } from '../shared/log.ts';
import { pause } from '../shared/pause.ts';
import { withinTime } from '../shared/time-limit.ts';
import { takeTurns, type Lease } from '../mail/sweep/lease.ts';

export interface SweepRoundsDeps {
  /** One pass over the mailbox, and whatever belongs to it. */
  readonly sweep: (signal: AbortSignal) => Promise<void>;
  /** Of several copies the one that holds it sweeps by the schedule. */
  readonly lease: Lease;
  /** Runs beside the sweeps for as long as this copy has its turn: until the signal is aborted. */
  readonly during?: (turn: AbortSignal) => Promise<void>;
  readonly everySeconds: number;
  /** A sweep that takes longer is given up; the next one goes on where its cursor is. */
  readonly mostMs: number;
  readonly log: Log;
}

/** Sweeps by the clock, never two at once, and only while this copy has its turn. */
export interface SweepRounds {
  /** Sweeps now, after one that is under way. */
  now(): Promise<void>;
  /** Has one soon, once for all calls within a second and once more after them; false when it is another copy's turn. */
  wake(): boolean;
  start(): void;
  /** Ends the sweep that is under way; resolves when it has ended. */
  stop(): Promise<void>;
}

/** From one sweep that was asked for to the next. */
const WAKE_MS = 1_000;

export function createSweepRounds(deps: SweepRoundsDeps): SweepRounds {
  const { log } = deps;
  const failed = (error: unknown): void =>
    log.error({ err: error }, 'a sweep ended early; the next one goes on');
  const stopping = new AbortController();
  const rounds = new PQueue({ concurrency: 1 });
  // The signal of this copy's turn ends a sweep whose lease was lost.
  let turn = stopping.signal;
  let hasTurn = false;
  let turns: Promise<void> | undefined;

  const now = (): Promise<void> => rounds.add(() => withinTime(deps.mostMs, deps.sweep, turn));

  /** From the beginning of a sweep to the next; a clock that is set meanwhile changes nothing. */
  async function sweepOnAndOn(held: AbortSignal): Promise<void> {
    while (!held.aborted) {
      const begun = performance.now();
      try {
        await now();
      } catch (error) {
        failed(error);
      }
      await pause(begun + deps.everySeconds * 1_000 - performance.now(), held);
    }
  }

  const woken = createCoalesced(
    async () => {
      if (hasTurn) await now();
    },
    WAKE_MS,
    failed,
  );

  async function takeTurn(held: AbortSignal): Promise<void> {
    turn = held;
    hasTurn = true;
    const ended = new AbortController();
    try {
      await Promise.all([sweepOnAndOn(AbortSignal.any([held, ended.signal])), deps.during?.(held)]);
    } finally {
      ended.abort();
      hasTurn = false;
      await rounds.onIdle();
      turn = stopping.signal;
    }
  }

  return {
    now,
    wake() {
      if (hasTurn) woken.ask();
      return hasTurn;
    },
    start() {
      turns = takeTurns({ lease: deps.lease, log }, stopping.signal, takeTurn);
    },
    async stop() {
      stopping.abort();
      await Promise.all([woken.stop(), rounds.onIdle(), turns]);
    },
  };
}
