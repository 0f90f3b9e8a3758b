import { setTimeout as pause } from 'node:timers/promises';
import { aliasStory } from './alias-story.ts';
import { apiStory } from './api-story.ts';
import type { Copy } from './copies.ts';
import { commandStory } from './command-story.ts';
import { mailStory } from './mail-story.ts';
import type { Office } from './office.ts';
import type { Plan, PlannedEvent } from './plan.ts';
import { requestStory } from './request-story.ts';
import type { Weather } from './weather.ts';

export interface Happened {
  /** What people, pipelines and AWS are still at. */
  readonly stories: readonly Promise<void>[];
  /** How many copies were killed while they ran. */
  readonly killed: Promise<number>;
}

/** Lets everything happen at its moment; resolves when the last moment is over. */
export async function happen(office: Office, plan: Plan, weather: Weather): Promise<Happened> {
  const stories: Promise<void>[] = [];
  const kills: Promise<boolean>[] = [];
  const { copies } = office.stand;

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
        copies[event.copy]?.setClock(event);
        return;
      case 'weather':
        weather.begin(event);
        return;
      case 'mail':
        stories.push(mailStory(office, event));
        return;
      case 'request':
        stories.push(requestStory(office, event));
        return;
      case 'api':
        stories.push(apiStory(office, event));
        return;
      case 'alias':
        stories.push(aliasStory(office, event));
        return;
      case 'command':
        stories.push(commandStory(office, event));
    }
  }

  let startedAt = performance.now();
  for (const event of plan.events) {
    await pause(Math.max(0, startedAt + event.atMs - performance.now()));
    if (event.kind === 'kill' && !event.whileStarting) startedAt += await timeUntilUp(copies[event.copy]);
    begin(event);
  }
  await pause(Math.max(0, startedAt + plan.lengthMs - performance.now()));
  return { stories, killed: Promise.all(kills).then((all) => all.filter(Boolean).length) };
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
