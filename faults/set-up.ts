import { setTimeout as pause } from 'node:timers/promises';
import { apiStory } from './api-story.ts';
import { CHANNELS, people, type Channel } from './company.ts';
import { persist, type Office } from './office.ts';
import { say } from './teams-client.ts';

const READY_MS = 60_000;
const OWNED_FIRST = 8;
/** Apart from the numbers of the plan. */
const FIRST_CALL = 1_000_000;

/** Before the faults: all copies are ready, channels are linked, everybody has written once, and some aliases are in use. */
export async function setUp(office: Office): Promise<void> {
  await Promise.all(office.stand.copies.map(({ url }) => untilReady(url)));
  await Promise.all(people.map(async (person) => persist(office, () => say(office, person, 'help'))));
  for (const channel of CHANNELS) await link(office, channel);
  const calls = Array.from({ length: OWNED_FIRST }, (_, number) => number);
  await Promise.all(
    calls.map(async (number) =>
      apiStory(office, { kind: 'api', atMs: 0, number: FIRST_CALL + number, what: 'allot', asker: number }),
    ),
  );
}

/** @throws {Error} when the copy does not become ready */
export async function untilReady(url: string): Promise<void> {
  const end = performance.now() + READY_MS;
  for (;;) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok === true) return;
    if (performance.now() > end)
      throw new Error(`The copy at ${url} is not ready after ${READY_MS / 1_000} seconds.`);
    await pause(100);
  }
}

async function link(office: Office, channel: Channel): Promise<void> {
  const [member] = channel.members;
  if (member === undefined) return;
  await persist(office, async () => {
    await say(office, member, channel.link, channel);
    return (await office.stand.register.channel(channel.id)) !== undefined;
  });
}
