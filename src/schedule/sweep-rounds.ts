import PQueue from 'p-queue';
import { createCoalesced } from './coalesced.ts';
import type { Log } from '../shared/log.ts';
import { eachThenFail } from '../shared/each-then-fail.ts';
import { createTroubles } from '../shared/troubles.ts';
import { pause } from '../shared/pause.ts';
import { withinTime } from '../shared/time-limit.ts';
import { takeTurns, type Lease } from '../mail/sweep/lease.ts';

export interface MailboxSweep {
  /** Address of the mailbox. */
  readonly mailbox: string;
  readonly sweep: (signal: AbortSignal) => Promise<void>;
}

export interface SweepRoundsDeps {
  /** Each is one pass over a mailbox, and whatever belongs to it. */
  readonly sweeps: readonly MailboxSweep[];
  /** Of several copies the one that holds it sweeps by the schedule. */
  readonly lease: Lease;
  /** Runs beside the sweeps for as long as this copy has its turn: until the signal is aborted. */
  readonly during?: (turn: AbortSignal) => Promise<void>;
  readonly everySeconds: number;
  /** A sweep that takes longer is given up; the next one goes on where its cursor is. */
  readonly mostMs: number;
  readonly log: Log;
}

/**
 * Sweeps by the clock, never a mailbox twice at once, and only while this copy has its turn. Mailboxes go on side by side: one that
 * does not answer holds up no other.
 */
export interface SweepRounds {
  /** Sweeps all mailboxes now, each after a sweep of it that is under way. */
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
  const troubles = createTroubles(log);
  const stopping = new AbortController();
  // The signal of this copy's turn ends a sweep whose lease was lost.
  let turn = stopping.signal;
  let hasTurn = false;
  let turns: Promise<void> | undefined;

  const mailboxes = deps.sweeps.map(({ mailbox, sweep }) => {
    const queue = new PQueue({ concurrency: 1 });
    const sweepOnce = (): Promise<void> =>
      queue.add(async () => {
        await withinTime(deps.mostMs, sweep, turn);
        troubles.over(mailbox);
      });
    const failed = (error: unknown): void =>
      troubles.failed(mailbox, {
        level: 'error',
        message: 'a sweep ended early; the next one goes on',
        details: { err: error, mailbox },
      });
    const woken = createCoalesced(
      async () => {
        if (hasTurn) await sweepOnce();
      },
      WAKE_MS,
      failed,
    );
    return { queue, sweepOnce, failed, woken };
  });
  type Sweeping = (typeof mailboxes)[number];

  async function now(): Promise<void> {
    await eachThenFail(mailboxes, (each) => each.sweepOnce());
  }

  /** From the beginning of a sweep to the next; a clock that is set meanwhile changes nothing. */
  async function sweepOnAndOn(mailbox: Sweeping, held: AbortSignal): Promise<void> {
    while (!held.aborted) {
      const begun = performance.now();
      try {
        await mailbox.sweepOnce();
      } catch (error) {
        mailbox.failed(error);
      }
      await pause(begun + deps.everySeconds * 1_000 - performance.now(), held);
    }
  }

  async function idle(): Promise<void> {
    await Promise.all(mailboxes.map(({ queue }) => queue.onIdle()));
  }

  async function takeTurn(held: AbortSignal): Promise<void> {
    turn = held;
    hasTurn = true;
    const ended = new AbortController();
    try {
      const sweeping = AbortSignal.any([held, ended.signal]);
      await Promise.all([...mailboxes.map((each) => sweepOnAndOn(each, sweeping)), deps.during?.(held)]);
    } finally {
      ended.abort();
      hasTurn = false;
      await idle();
      turn = stopping.signal;
    }
  }

  return {
    now,
    wake() {
      if (hasTurn) for (const { woken } of mailboxes) woken.ask();
      return hasTurn;
    },
    start() {
      turns = takeTurns({ lease: deps.lease, log }, stopping.signal, takeTurn);
    },
    async stop() {
      stopping.abort();
      await Promise.all([...mailboxes.map(({ woken }) => woken.stop()), idle(), turns]);
    },
  };
}
