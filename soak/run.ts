import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { companyOf } from '../harness/company.ts';
import { diceOf } from '../harness/dice.ts';
import { peopleAtWork, type Timed } from '../harness/people-at-work.ts';
import { startStand, type Stand } from '../harness/stand.ts';
import { A_MONTH, MAILS_A_MONTH, nextAfterMs, type Event } from './month.ts';
import { createWindows, type Window, type Windows } from './windows.ts';

export interface SoakWishes {
  readonly minutes: number;
  readonly accounts: number;
  /** Mails a second; everything else in the proportions of the month. */
  readonly pace: number;
  readonly seed: number;
  /** Mails and log. */
  readonly folder: string;
  readonly onStep: (step: string) => void;
}

export interface Soaked {
  readonly windows: readonly Window[];
  /** How often each thing was done. */
  readonly done: Readonly<Record<Event, number>>;
  /** What did not come to its end, in words. */
  readonly failed: readonly string[];
  readonly all: Windows['all'];
}

const WINDOWS = 40;
const ASKERS = 100;
/** As many as a company has teams: Teams takes 7 messages a second in each. */
const CHANNELS = 100;
const SPARE_ALIASES = 100;
const RAW_EVERY_MS = 500;
const SETTLE_MS = 3_000;

/** Steady traffic for so many minutes, measured in forty stretches. */
export async function runSoak(wishes: SoakWishes): Promise<Soaked> {
  const { minutes, accounts, pace, onStep, folder } = wishes;
  const lengthMs = minutes * 60_000;
  const aSecond = (event: Event): number => (A_MONTH[event] / MAILS_A_MONTH) * pace;
  const free = Math.ceil((aSecond('request') * lengthMs) / 1_000) * 2 + SPARE_ALIASES;
  const company = companyOf({ askers: ASKERS, channels: CHANNELS, owned: accounts, free });
  const windows = createWindows();
  onStep(`${accounts} accounts are set up`);
  await using stand = await startStand({ folder, company, onSample: windows.sampled, collects: true });
  await pause(SETTLE_MS);

  const ending = new AbortController();
  const done: Record<Event, number> = { bill: 0, urgent: 0, call: 0, command: 0, request: 0 };
  const failed: string[] = [];
  const took = (what: Timed, ms: number): void => windows.took(what, ms);
  using work = peopleAtWork(stand, company, took);
  const underWay = new Set<Promise<void>>();

  async function happen(event: Event): Promise<void> {
    const dice = diceOf(wishes.seed, event);
    for (;;) {
      await pause(nextAfterMs(dice, aSecond(event)), undefined, { signal: ending.signal });
      const story = work[event](dice.between(0, 1_000_000))
        .then(() => void (done[event] += 1))
        .catch((error: unknown) => void failed.push(`${event}: ${String(error)}`))
        .finally(() => underWay.delete(story));
      underWay.add(story);
    }
  }

  onStep(`${minutes} minutes with ${pace} mails a second`);
  const events: readonly Event[] = ['bill', 'urgent', 'call', 'command', 'request'];
  const streams = [...events.map(happen), askBare(stand, windows, ending.signal)].map(untilAborted);
  const startedAt = performance.now();
  for (let number = 0; number < WINDOWS; number += 1) {
    const endsAt = startedAt + (lengthMs * (number + 1)) / WINDOWS;
    await pause(Math.max(0, endsAt - performance.now()));
    windows.close(((number + 0.5) / WINDOWS) * minutes);
  }
  ending.abort();
  await Promise.all(streams);
  onStep('Everybody finishes what they began');
  await Promise.all(underWay);
  return { windows: windows.closed, done, failed, all: windows.all };
}

/** What the storage takes for itself: it slows down as its table grows, and with whatever else the machine does. */
async function askBare({ table }: Stand, windows: Windows, signal: AbortSignal): Promise<void> {
  for (;;) {
    await pause(RAW_EVERY_MS, undefined, { signal });
    const began = performance.now();
    await table.get('soak', randomUUID());
    windows.took('raw', performance.now() - began);
  }
}

async function untilAborted(stream: Promise<void>): Promise<void> {
  try {
    await stream;
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AbortError')) throw error;
  }
}
