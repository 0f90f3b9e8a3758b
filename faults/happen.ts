import { setTimeout as pause } from 'node:timers/promises';
import { aliasStory } from './alias-story.ts';
import { apiStory } from './api-story.ts';
import type { Copy } from './copies.ts';
import { commandStory } from './command-story.ts';
import { mailStory } from './mail-story.ts';
import type { Office } from './office.ts';
import type { EventOf, PlannedEvent } from './events.ts';
import type { Plan } from './plan.ts';
import { requestStory } from './request-story.ts';
import type { Weather } from './weather.ts';

export interface Happened {
  /** What people, pipelines and AWS are at; a rejection is a fault of the harness. */
  readonly stories: readonly Promise<void>[];
  /** What of it is not finished yet, in words. */
  readonly open: ReadonlySet<string>;
  /** How many copies were killed while they ran. */
  readonly killed: Promise<number>;
}

/** Lets everything happen at its moment; resolves when the last moment is over. */
export async function happen(
  office: Office,
  plan: Plan,
  weather: Weather,
  onStep: (step: string) => void,
): Promise<Happened> {
  const stories: Promise<void>[] = [];
  const kills: Promise<boolean>[] = [];
  const outages: Promise<void>[] = [];
  const open = new Set<string>();
  const { copies } = office.stand;

  function tell(what: string, story: Promise<void>): void {
    open.add(what);
    const done = story.finally(() => open.delete(what));
    // Whoever waits for all of them is told.
    done.catch(() => undefined);
    stories.push(done);
  }

  function begin(event: PlannedEvent): void {
    switch (event.kind) {
      case 'kill':
        kills.push(copies[event.copy]?.kill(event.downMs) ?? Promise.resolve(false));
        return;
      case 'restart':
        stories.push(restart(copies[event.copy]));
        return;
      case 'pause':
        stories.push(copies[event.copy]?.pause(event.forMs) ?? Promise.resolve());
        return;
      case 'clock':
        copies[event.copy]?.setClock({ ...event, aheadMs: office.passedMs + event.aheadMs });
        return;
      case 'outage':
        outages.push(outage(office, event, weather));
        return;
      case 'weather':
        weather.begin(event);
        return;
      case 'mail':
        tell(`mail ${event.number}, ${event.what}`, mailStory(office, event));
        return;
      case 'request':
        tell(`request ${event.number}, ${event.end}`, requestStory(office, event));
        return;
      case 'api':
        tell(`call ${event.number}, ${event.what}`, apiStory(office, event));
        return;
      case 'alias':
        tell(`alias ${event.number}, ${event.what}`, aliasStory(office, event));
        return;
      case 'command':
        tell(`command ${event.number}, ${event.text}`, commandStory(office, event));
    }
  }

  let startedAt = performance.now();
  for (const event of plan.events) {
    await pause(Math.max(0, startedAt + event.atMs - performance.now()));
    if (event.kind === 'kill' && !event.whileStarting) startedAt += await timeUntilUp(copies[event.copy]);
    begin(event);
    if (event.kind === 'kill' && kills.length % STEP_KILLS === 0) onStep(`${kills.length} kills so far`);
  }
  await pause(Math.max(0, startedAt + plan.lengthMs - performance.now()));
  await Promise.all(outages);
  return { stories, open, killed: Promise.all(kills).then((all) => all.filter(Boolean).length) };
}

/** From one sign of life to the next. */
const STEP_KILLS = 20;
const QUARTER_MS = 15 * 60_000;
/** Enough for a sweep, and for what is due to be tried. */
const QUARTER_TAKES_MS = 5_500;

/** Teams is away, and one quarter of an hour after the other passes as the copies see it. */
async function outage(office: Office, { quarters }: EventOf<'outage'>, weather: Weather): Promise<void> {
  const forMs = quarters * QUARTER_TAKES_MS;
  weather.begin({ kind: 'weather', atMs: 0, side: 'teams', fault: 'error', share: 1, forMs });
  for (let quarter = 0; quarter < quarters; quarter += 1) {
    await pause(QUARTER_TAKES_MS);
    office.passedMs += QUARTER_MS;
    for (const copy of office.stand.copies) copy.setClock({ aheadMs: office.passedMs, rate: 1 });
  }
}

async function restart(copy: Copy | undefined): Promise<void> {
  await copy?.stop();
  copy?.start();
}

/** A copy that cannot start, because its storage is away, is killed all the same. */
const UP_MS = 15_000;
const ASK_EVERY_MS = 100;

/** Waits until the copy answers; gives how long that took, in milliseconds. */
async function timeUntilUp(copy: Copy | undefined): Promise<number> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < UP_MS && (await copy?.answers()) === false)
    await pause(ASK_EVERY_MS);
  return performance.now() - startedAt;
}
