import { setMaxListeners } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { closeDay, type Patience } from './close-day.ts';
import { compare, type Findings } from './compare.ts';
import { gather } from './gather.ts';
import { happen } from './happen.ts';
import { lateness, latenessAfterFaults, type Lateness } from './lateness.ts';
import type { Office } from './office.ts';
import { planOf, type PlanWishes } from './plan.ts';
import { SAMPLE_WORLD } from './sample-world.ts';
import { unseenIn } from './self-check.ts';
import { setUp } from './set-up.ts';
import { startStand } from './stand.ts';
import { createWeather } from './weather.ts';
import type { World } from './world.ts';

export interface RunWishes extends PlanWishes {
  /** State and logs. */
  readonly folder: string;
  readonly patience: Patience;
  readonly onStep: (step: string) => void;
}

export interface Outcome {
  readonly seed: number;
  readonly kills: number;
  readonly mails: number;
  readonly requests: number;
  readonly findings: Findings;
  /** Cards that were stale before anybody clicked them. */
  readonly staleBeforeClick: readonly string[];
  readonly lateness: Lateness;
  readonly latenessAfterFaults: Lateness;
  /** How many requests met which fault. */
  readonly met: Readonly<Record<string, number>>;
  /** What people and pipelines did not get done in their patience after the faults. */
  readonly unfinished: readonly string[];
  /** How often a copy ended without having been killed: it could not start, or crashed. */
  readonly endedByItself: number;
  /** Faults that the comparison would not have seen in this very run. */
  readonly unseen: readonly string[];
}

/** The comparison is blind for something: nothing that it says can be believed. */
export class Blind extends Error {
  override name = 'Blind';
}

/** One day under faults, from the first start to the comparison. @throws {Blind} */
export async function runFaults(wishes: RunWishes): Promise<Outcome> {
  const blindFor = unseenIn(SAMPLE_WORLD);
  const foundInNothing = Object.values(compare(SAMPLE_WORLD)).flat();
  if (blindFor.length + foundInNothing.length > 0)
    throw new Blind([...blindFor, ...foundInNothing].join('\n'));

  const { seed, folder, copies, onStep } = wishes;
  const plan = planOf(wishes);
  const asked = plan.events.filter(({ kind }) => ['request', 'api', 'alias'].includes(kind)).length;
  const weather = createWeather(seed);
  onStep(`Starting ${copies} copies and all that is around them`);
  const stand = await startStand({ folder, copies, pool: asked + SPARE_ALIASES, weather });
  const closing = new AbortController();
  // Everybody who waits for something listens.
  setMaxListeners(0, closing.signal);
  const office: Office = {
    stand,
    aliases: [],
    told: [],
    mails: [],
    unanswered: [],
    takenForms: new Set(),
    passedMs: 0,
    closing: closing.signal,
  };
  try {
    await setUp(office);
    onStep(`${plan.events.length} events in ${Math.round(plan.lengthMs / 1_000)} seconds, seed ${seed}`);
    const { stories, open, killed } = await happen(office, plan, weather, onStep);
    weather.end();
    for (const copy of stand.copies) {
      copy.goOn();
      copy.setClock({ aheadMs: office.passedMs, rate: 1 });
    }
    const faultsEndedAt = Date.now();
    onStep('The faults are over; everybody finishes what they began');
    await Promise.race([Promise.all(stories), pause(wishes.patience.finishMs)]);
    const unfinished = [...open];
    closing.abort();
    await Promise.all(stories);
    const end = await closeDay(office, faultsEndedAt, wishes.patience, onStep);
    const world = await gather(office, faultsEndedAt, end.now);
    await keep(join(folder, 'world.json'), world);
    return {
      seed,
      kills: await killed,
      mails: world.mails.length,
      requests: world.requests.length,
      findings: compare(world),
      staleBeforeClick: end.staleBeforeClick,
      lateness: lateness(world),
      latenessAfterFaults: latenessAfterFaults(world),
      met: weather.met,
      unfinished,
      endedByItself: stand.copies.reduce((sum, { endedByItself }) => sum + endedByItself, 0),
      unseen: unseenIn(world),
    };
  } finally {
    closing.abort();
    await stand.close();
  }
}

/** What was compared, for whoever looks for a cause. */
async function keep(file: string, world: World): Promise<void> {
  const asJson = (_: string, value: unknown): unknown =>
    value instanceof Map ? Object.fromEntries(value) : value instanceof Set ? [...value] : value;
  await writeFile(file, JSON.stringify(world, asJson, 2));
}

/** More than anybody asks for, so that a pool that runs dry is never what is found. */
const SPARE_ALIASES = 60;
