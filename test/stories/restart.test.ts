import { describe, expect, it, vi } from 'vitest';
import { ALEX, MEGAN, PAYMENTS, PLATFORM } from './company.ts';
import { openDesk, type Desk } from './desk.ts';
import { mail, PAY } from './mail.ts';
import type { Shown } from './shown.ts';

const BILL = 'your bill is $42.17';
const REPEAT = 'May be a repeat';
/** Longer than a claim lasts. */
const CLAIM = 61_000;

async function openOffice(): Promise<Desk> {
  const desk = await openDesk();
  await desk.owns(ALEX, PAYMENTS, PAY);
  return desk;
}

async function asks(desk: Desk): Promise<Shown> {
  const form = await desk.says(ALEX, 'request');
  return desk.clicks(ALEX, form, 'submit-request', {
    accountName: 'payments-prod',
    purpose: 'Card payments',
    environment: 'production',
    channelId: PAYMENTS.id,
  });
}

const cards = (desk: Desk): readonly string[] =>
  desk.channel(PAYMENTS).flatMap(({ text }) => (text.includes(BILL) ? [text] : []));

describe('over a restart', () => {
  it('a pending request stays pending, its card still works, and the asker is still reached', async () => {
    await using desk = await openDesk();
    const receipt = await asks(desk);
    const card = await desk.sees(PLATFORM, 'payments-prod');
    await desk.restarts();
    await desk.clicks(MEGAN, card, 'approve');
    await desk.sees(ALEX, 'Your alias is ready');
    expect((await desk.sees(PLATFORM, 'Approved by')).activityId).toBe(card.activityId);
    expect((await desk.sees(ALEX, 'Your request was approved')).activityId).toBe(receipt.activityId);
  });

  it('a form that was open can still be sent', async () => {
    await using desk = await openDesk();
    const form = await desk.says(ALEX, 'request');
    await desk.restarts();
    const answer = await desk.clicks(ALEX, form, 'submit-request', {
      accountName: 'payments-prod',
      purpose: 'Card payments',
      environment: 'production',
      channelId: PAYMENTS.id,
    });
    expect(answer.text).toContain('with the approvers');
  });

  it('channels stay linked and reachable: the next mail arrives though nobody wrote since', async () => {
    await using desk = await openOffice();
    await desk.restarts();
    await desk.mailArrives(mail({ to: PAY }));
    await desk.sweeps();
    expect(cards(desk)).toHaveLength(1);
  });

  it('the mailbox is read on from where it was read to', async () => {
    await using desk = await openOffice();
    await desk.mailArrives(mail({ to: PAY }));
    await desk.sweeps();
    const first = requests(desk, 'delta').length;
    await desk.restarts();
    await desk.sweeps();
    const since = requests(desk, 'delta').slice(first);
    expect(since.every((target) => target.includes('deltatoken'))).toBe(true);
    expect(cards(desk)).toHaveLength(1);
  });
});

describe('over a crash', () => {
  it('a mail that was recorded and not yet posted is posted after it, once, as no repeat', async () => {
    await using desk = await openOffice();
    await desk.mailArrives(mail({ to: PAY }));
    desk.network.meet((seen) => (isClaim(seen) ? 'refuse-503' : 'pass'));
    await desk.sweeps();
    expect(cards(desk)).toEqual([]);
    await desk.crashes();
    await desk.sweeps();
    desk.later(CLAIM);
    await desk.sweeps();
    expect(cards(desk)).toHaveLength(1);
    expect(cards(desk)[0]).not.toContain(REPEAT);
  });

  it('a mail that was claimed and maybe posted is posted again, and says so', async () => {
    await using desk = await openOffice();
    const heal = desk.teams.answerBy(({ path }) => (path === '/v3/conversations' ? 'silence' : undefined));
    await desk.mailArrives(mail({ to: PAY }));
    const before = desk.teams.calls.length;
    const sweeping = desk.sweeps();
    await vi.waitUntil(() => desk.teams.calls.length > before);
    heal();
    await desk.crashes();
    await sweeping;
    await desk.sweeps();
    expect(cards(desk)).toEqual([]);
    desk.later(CLAIM);
    await desk.sweeps();
    expect(cards(desk)).toHaveLength(1);
    expect(cards(desk)[0]).toContain(REPEAT);
  });

  it('a mail that was posted, though not written down, comes again and says so', async () => {
    await using desk = await openOffice();
    await desk.mailArrives(mail({ to: PAY }));
    const posted = new Set<string>();
    desk.teams.answerBy(({ path }) => {
      if (path === '/v3/conversations') posted.add(path);
      return undefined;
    });
    desk.network.meet(() => (posted.size > 0 ? 'refuse-503' : 'pass'));
    await desk.sweeps().catch(() => undefined);
    await desk.crashes();
    desk.later(CLAIM);
    await desk.sweeps();
    expect(cards(desk).map((text) => text.includes(REPEAT))).toEqual([false, true]);
  });

  it('a decision is there with all its messages, or not at all', async () => {
    await using desk = await openDesk();
    await asks(desk);
    const card = await desk.sees(PLATFORM, 'payments-prod');
    // The transaction is done, its answer is lost, and the power goes before anything is told.
    desk.network.meet((seen) =>
      seen.includes('$batch') ? 'lose-answer' : isClaim(seen) ? 'refuse-503' : 'pass',
    );
    await desk.clicks(MEGAN, card, 'approve');
    await desk.crashes();
    desk.later(CLAIM);
    await desk.rests();
    await desk.sees(ALEX, 'Your alias is ready');
    await desk.sees(PLATFORM, 'Approved by');
    const used = (await desk.rows()).filter(({ in_use: inUse }) => inUse === true);
    expect(used).toHaveLength(1);
  });
});

/** Whether a request to the table claims a task of a queue. */
function isClaim(seen: string): boolean {
  return /^(PATCH|MERGE|PUT|POST) .*~(waiting|errand)/.test(decodeURIComponent(seen));
}

function requests(desk: Desk, part: string): readonly string[] {
  return desk.graph.faults.requests.map(({ target }) => target).filter((target) => target.includes(part));
}
