import { describe, expect, it } from 'vitest';
import type { StandFolder } from '../../local/graph/mail-store.ts';
import { ALEX, PAYMENTS, TRIAGE, type Channel } from './company.ts';
import { openWorld, type World } from './world.ts';
import { linesOf } from './history-lines.ts';
import { mail, PAY } from './mail.ts';

const MINUTES = 60_000;
const BILL = 'Billing Statement';
const LATE = 'Delivered late';
const GONE = 'was gone before Rootdesk could read it';

const withWords = (world: World, channel: Channel, words: string): number =>
  world.channel(channel).filter(({ text }) => text.includes(words)).length;

async function openOffice(): Promise<World> {
  const world = await openWorld();
  await world.sweeps();
  await world.owns(ALEX, PAYMENTS, PAY);
  return world;
}

/** A bill that lies in a folder from the moment it comes. */
async function comesTo(world: World, folder: StandFolder): Promise<string> {
  await world.graph.deliver(Buffer.from(mail({ to: PAY })), [PAY], { folder });
  return world.graph.hands.list(folder).at(-1) ?? '';
}

describe('mail that is not in the inbox when the sweep comes', () => {
  it('is found by the daily comparison wherever an inbox rule or a person put it, and delivered late, once', async () => {
    await using world = await openOffice();
    await comesTo(world, 'archive');
    await comesTo(world, 'deleteditems');
    await world.sweeps();
    expect(withWords(world, PAYMENTS, BILL)).toBe(0);

    world.later(20 * MINUTES);
    await world.reconciles();
    await world.rests();
    expect(withWords(world, PAYMENTS, BILL)).toBe(2);
    expect(withWords(world, PAYMENTS, LATE)).toBe(2);
    expect((await world.sees(TRIAGE, 'Mail had been missed')).text).toContain('Of 2 mails');
    world.later(24 * 60 * MINUTES);
    await world.reconciles();
    await world.sweeps();
    expect(withWords(world, PAYMENTS, BILL)).toBe(2);
    expect(withWords(world, TRIAGE, 'Mail had been missed')).toBe(1);
  });

  it('is read at once where Graph tells that it left the inbox', async () => {
    await using world = await openOffice();
    const moved = await comesTo(world, 'inbox');
    await world.graph.hands.move(moved, 'archive');
    const back = await comesTo(world, 'inbox');
    await world.graph.hands.move(back, 'archive');
    await world.graph.hands.move(back, 'inbox');
    await world.sweeps();
    expect(withWords(world, PAYMENTS, BILL)).toBe(2);
    expect(withWords(world, PAYMENTS, LATE)).toBe(0);
    await world.graph.hands.move(moved, 'deleteditems');
    await world.graph.hands.remove(back);
    world.later(20 * MINUTES);
    await world.sweeps();
    await world.reconciles();
    expect([withWords(world, PAYMENTS, BILL), withWords(world, TRIAGE, GONE)]).toEqual([2, 0]);
  });

  it('is told of to triage, once, when a person has deleted it for good', async () => {
    await using world = await openOffice();
    await world.graph.hands.remove(await comesTo(world, 'inbox'));
    await world.sweeps();
    await world.sweeps();
    expect(withWords(world, TRIAGE, GONE)).toBe(0);
    for (let look = 0; look < 2; look += 1) {
      world.later(2 * MINUTES);
      await world.sweeps();
      await world.crashes();
    }
    expect(withWords(world, TRIAGE, GONE)).toBe(0);
    world.later(10 * MINUTES);
    await world.sweeps();
    expect(withWords(world, TRIAGE, GONE)).toBe(1);
    world.later(20 * MINUTES);
    await world.graph.expireCursors();
    await world.sweeps();
    await world.reconciles();
    expect(withWords(world, TRIAGE, GONE)).toBe(1);
  });

  it('does not count when the mailbox wrote it itself', async () => {
    await using world = await openOffice();
    for (const folder of ['sentitems', 'drafts', 'outbox'] as const) await comesTo(world, folder);
    const own = mail({ from: 'AWS <aws@company.com>', to: 'somebody@elsewhere.example' });
    await world.graph.deliverStored(Buffer.from(own), { folder: 'archive' });
    world.later(20 * MINUTES);
    await world.reconciles();
    expect(withWords(world, TRIAGE, 'missed')).toBe(0);
    expect((await linesOf(world, 'reconcile'))[0]?.after).toContain('0 messages');
  });
});

describe('a Graph that says of a message that it is not there', () => {
  it('is not believed at once: the message is posted when it is there again, and nobody is told that it was gone', async () => {
    await using world = await openOffice();
    const id = await comesTo(world, 'inbox');
    const words = `/messages/${id}`;
    world.graph.faults.always(words, { kind: 'error', status: 404, code: 'ErrorItemNotFound' });
    await world.sweeps();
    expect(withWords(world, PAYMENTS, BILL)).toBe(0);
    world.graph.faults.clear();
    world.later(2 * MINUTES);
    await world.sweeps();
    await world.sees(PAYMENTS, BILL);
    world.later(60 * MINUTES);
    await world.graph.expireCursors();
    await world.sweeps();
    await world.reconciles();
    expect([withWords(world, PAYMENTS, BILL), withWords(world, TRIAGE, GONE)]).toEqual([1, 0]);
  });

  it('is asked again within a minute, however often it said so', async () => {
    await using world = await openOffice();
    const id = await comesTo(world, 'inbox');
    const words = `/messages/${id}`;
    world.graph.faults.always(words, { kind: 'error', status: 404, code: 'ErrorItemNotFound' });
    for (let look = 0; look < 4; look += 1) {
      await world.sweeps();
      world.later(MINUTES);
    }
    world.graph.faults.clear();
    await world.sweeps();
    await expect.poll(() => withWords(world, PAYMENTS, BILL)).toBe(1);
  });

  it('names who wrote it and when it came, as far as the list told', async () => {
    await using world = await openOffice();
    const id = await comesTo(world, 'inbox');
    world.graph.faults.always(`/messages/${id}`, { kind: 'error', status: 404, code: 'ErrorItemNotFound' });
    for (const minutes of [0, 2, 2, 10]) {
      world.later(minutes * MINUTES);
      await world.sweeps();
    }
    const { text } = await world.sees(TRIAGE, GONE);
    expect(text).toContain('from amazon.com came on ');
    expect(text).toContain(id);
    // It was there all the time: the daily comparison brings it.
    world.graph.faults.clear();
    world.later(20 * MINUTES);
    await world.reconciles();
    await world.sees(PAYMENTS, BILL);
  });
});
