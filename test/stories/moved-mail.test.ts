import { describe, expect, it } from 'vitest';
import type { StandFolder } from '../../local/graph/mail-store.ts';
import { ALEX, PAYMENTS, TRIAGE, type Channel } from './company.ts';
import { openDesk, type Desk } from './desk.ts';
import { mail, PAY } from './mail.ts';

const MINUTES = 60_000;
const BILL = 'Billing Statement';
const LATE = 'Delivered late';
const GONE = 'was gone before Rootdesk could read it';

const withWords = (desk: Desk, channel: Channel, words: string): number =>
  desk.channel(channel).filter(({ text }) => text.includes(words)).length;

async function openOffice(): Promise<Desk> {
  const desk = await openDesk();
  await desk.sweeps();
  await desk.owns(ALEX, PAYMENTS, PAY);
  return desk;
}

/** A bill that lies in a folder from the moment it comes. */
async function comesTo(desk: Desk, folder: StandFolder): Promise<string> {
  await desk.graph.deliver(Buffer.from(mail({ to: PAY })), [PAY], { folder });
  return desk.graph.hands.list(folder).at(-1) ?? '';
}

describe('mail that is not in the inbox when the sweep comes', () => {
  it('is found by the daily comparison wherever an inbox rule or a person put it, and delivered late, once', async () => {
    await using desk = await openOffice();
    await comesTo(desk, 'archive');
    await comesTo(desk, 'deleteditems');
    await desk.sweeps();
    expect(withWords(desk, PAYMENTS, BILL)).toBe(0);

    desk.later(20 * MINUTES);
    await desk.reconciles();
    await desk.rests();
    expect(withWords(desk, PAYMENTS, BILL)).toBe(2);
    expect(withWords(desk, PAYMENTS, LATE)).toBe(2);
    expect((await desk.sees(TRIAGE, 'Mail had been missed')).text).toContain('Of 2 mails');
    desk.later(24 * 60 * MINUTES);
    await desk.reconciles();
    await desk.sweeps();
    expect(withWords(desk, PAYMENTS, BILL)).toBe(2);
    expect(withWords(desk, TRIAGE, 'Mail had been missed')).toBe(1);
  });

  it('is read at once where Graph tells that it left the inbox', async () => {
    await using desk = await openOffice();
    const moved = await comesTo(desk, 'inbox');
    await desk.graph.hands.move(moved, 'archive');
    const back = await comesTo(desk, 'inbox');
    await desk.graph.hands.move(back, 'archive');
    await desk.graph.hands.move(back, 'inbox');
    await desk.sweeps();
    expect(withWords(desk, PAYMENTS, BILL)).toBe(2);
    expect(withWords(desk, PAYMENTS, LATE)).toBe(0);
    await desk.graph.hands.move(moved, 'deleteditems');
    await desk.graph.hands.remove(back);
    desk.later(20 * MINUTES);
    await desk.sweeps();
    await desk.reconciles();
    expect([withWords(desk, PAYMENTS, BILL), withWords(desk, TRIAGE, GONE)]).toEqual([2, 0]);
  });

  it('is told of to triage, once, when a person has deleted it for good', async () => {
    await using desk = await openOffice();
    await desk.graph.hands.remove(await comesTo(desk, 'inbox'));
    await desk.sweeps();
    await desk.sweeps();
    expect(withWords(desk, TRIAGE, GONE)).toBe(0);
    desk.later(2 * MINUTES);
    await desk.sweeps();
    await desk.crashes();
    expect(withWords(desk, TRIAGE, GONE)).toBe(0);
    desk.later(10 * MINUTES);
    await desk.sweeps();
    expect(withWords(desk, TRIAGE, GONE)).toBe(1);
    desk.later(20 * MINUTES);
    await desk.graph.expireCursors();
    await desk.sweeps();
    await desk.reconciles();
    expect(withWords(desk, TRIAGE, GONE)).toBe(1);
  });

  it('does not count when the mailbox wrote it itself', async () => {
    await using desk = await openOffice();
    for (const folder of ['sentitems', 'drafts', 'outbox'] as const) await comesTo(desk, folder);
    const own = mail({ from: 'AWS <aws@company.com>', to: 'somebody@elsewhere.example' });
    await desk.graph.deliverStored(Buffer.from(own), { folder: 'archive' });
    desk.later(20 * MINUTES);
    await desk.reconciles();
    expect(withWords(desk, TRIAGE, 'missed')).toBe(0);
    expect((await desk.rows()).find(({ action }) => action === 'reconcile')?.['after']).toContain(
      '0 messages',
    );
  });
});

describe('a Graph that says of a message that it is not there', () => {
  it('is not believed at once: the message is posted when it is there again, and nobody is told that it was gone', async () => {
    await using desk = await openOffice();
    const id = await comesTo(desk, 'inbox');
    const words = `/messages/${id}`;
    desk.graph.faults.always(words, { kind: 'error', status: 404, code: 'ErrorItemNotFound' });
    await desk.sweeps();
    expect(withWords(desk, PAYMENTS, BILL)).toBe(0);
    desk.graph.faults.clear();
    desk.later(2 * MINUTES);
    await desk.sweeps();
    await desk.sees(PAYMENTS, BILL);
    desk.later(60 * MINUTES);
    await desk.graph.expireCursors();
    await desk.sweeps();
    await desk.reconciles();
    expect([withWords(desk, PAYMENTS, BILL), withWords(desk, TRIAGE, GONE)]).toEqual([1, 0]);
  });

  it('names who wrote it and when it came, as far as the list told', async () => {
    await using desk = await openOffice();
    const id = await comesTo(desk, 'inbox');
    desk.graph.faults.always(`/messages/${id}`, { kind: 'error', status: 404, code: 'ErrorItemNotFound' });
    await desk.sweeps();
    desk.later(2 * MINUTES);
    await desk.sweeps();
    desk.later(10 * MINUTES);
    await desk.sweeps();
    const { text } = await desk.sees(TRIAGE, GONE);
    expect(text).toContain('from amazon.com came on ');
    expect(text).toContain(id);
    // It was there all the time: the daily comparison brings it.
    desk.graph.faults.clear();
    desk.later(20 * MINUTES);
    await desk.reconciles();
    await desk.sees(PAYMENTS, BILL);
  });
});
