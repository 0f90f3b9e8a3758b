import { describe, expect, it } from 'vitest';
import { ALEX, ISAIAH, PAYMENTS, SAM, SEARCH, TRIAGE, type Channel } from './company.ts';
import { openWorld, type World } from './world.ts';
import { FIND, mail, NOBODYS as SHOP, PAY } from './mail.ts';

const MINUTES = 60_000;
const REPEAT = 'May be a repeat';
const MOST_WRITES = 40;

const bill = (name: string, to: string): string =>
  mail({
    to,
    subject: `Amazon Web Services Billing Statement for ${name}`,
    headers: { 'Message-ID': `<${name}@eu-west-1.amazonses.com>`, Date: 'Sun, 22 Nov 2026 12:00:00 +0000' },
  });

const cards = (world: World, channel: Channel, words: string): readonly string[] =>
  world
    .channel(channel)
    .map(({ text }) => text)
    .filter((text) => text.includes(words));

/** The program dies at a write: that one and all after it never reach the table. False when there were not so many. */
async function diesAt(write: number): Promise<boolean> {
  await using world = await openWorld();
  await world.owns(ALEX, PAYMENTS, PAY);
  await world.owns(ISAIAH, PAYMENTS, SHOP);
  await world.owns(SAM, SEARCH, FIND);
  await world.sweeps();
  await world.mailArrives(bill('Shared', `${PAY}, ${SHOP}, ${FIND}`));
  await world.mailArrives(bill('Double', FIND));
  await world.mailArrives(bill('Double', FIND));
  const gone = await comes(world, bill('Gone', PAY));
  await world.graph.hands.remove(gone);
  let writes = 0;
  world.network.meet((seen) => {
    if (!seen.startsWith('GET')) writes += 1;
    return writes > write ? 'refuse-403' : 'pass';
  });
  await Promise.allSettled([world.sweeps()]);
  const died = writes > write;
  await world.crashes();
  for (let round = 0; round < 3; round += 1) {
    world.later(10 * MINUTES);
    await world.sweeps();
    await world.rests();
  }
  const places = [
    { words: 'for Shared', channel: PAYMENTS, name: [PAY, SHOP] },
    { words: 'for Shared', channel: SEARCH, name: [FIND] },
    { words: 'for Double', channel: SEARCH, name: [FIND] },
    { words: 'was gone before', channel: TRIAGE, name: [] },
  ];
  for (const { words, channel, name } of places) {
    const found = cards(world, channel, words);
    const unmarked = found.filter((text) => !text.includes(REPEAT));
    expect([words, write, found.length > 0, unmarked.length <= 1]).toEqual([words, write, true, true]);
    for (const text of found) for (const address of name) expect(text).toContain(address);
  }
  return died;
}

async function comes(world: World, text: string): Promise<string> {
  await world.mailArrives(text);
  return world.graph.hands.list('inbox').at(-1) ?? '';
}

describe('a program that dies at any of its writes', () => {
  it('loses no mail, posts none twice without saying so, and tears no shared card apart', async () => {
    let write = 0;
    while (write < MOST_WRITES && (await diesAt(write))) write += 1;
    expect(write).toBeGreaterThan(5);
    expect(write).toBeLessThan(MOST_WRITES);
  });
});
