import { describe, expect, it, vi } from 'vitest';
import { ALEX, MEGAN, PAYMENTS, PLATFORM } from './company.ts';
import { openDesk, type Desk } from './desk.ts';
import { mail, PAY } from './mail.ts';
import type { Shown } from './shown.ts';

const WISH = {
  accountName: 'payments-prod',
  purpose: 'Card payments',
  environment: 'production',
  channelId: PAYMENTS.id,
};

async function asked(desk: Desk): Promise<Shown> {
  const form = await desk.says(ALEX, 'request');
  await desk.clicks(ALEX, form, 'submit-request', WISH);
  return desk.sees(PLATFORM, WISH.accountName);
}

async function states(desk: Desk): Promise<readonly unknown[]> {
  return (await desk.rows()).flatMap((row) => row['request_state'] ?? []);
}

describe('when the table is away', () => {
  it('a click is told so with a reference, nothing is changed, and the same click works later', async () => {
    await using desk = await openDesk();
    const card = await asked(desk);
    desk.network.meet(() => 'refuse-503');
    const refused = await desk.clicks(MEGAN, card, 'approve', { comment: 'fine' });
    desk.network.meet(() => 'pass');
    expect(await states(desk)).toEqual(['pending']);
    expect(refused.text).toContain('Rootdesk cannot reach its storage');
    expect(refused.text).toMatch(/R-[0-9A-F]{8}/);
    await desk.clicks(MEGAN, card, 'approve', { comment: 'fine' });
    expect((await desk.sees(ALEX, 'Your alias is ready')).text).toContain('fine');
  });

  it('the program says that it is not ready, and recovers by itself', async () => {
    await using desk = await openDesk();
    const ready = async (): Promise<unknown> => (await fetch(`${desk.url}/readyz`)).json();
    expect(await ready()).toEqual({ status: 'ready' });
    desk.network.meet(() => 'refuse-503');
    expect(await ready()).toEqual({ status: 'not ready', missing: ['table'] });
    desk.network.meet(() => 'pass');
    expect(await ready()).toEqual({ status: 'ready' });
  });

  it('an answer that is lost on the way back allots one alias all the same', async () => {
    await using desk = await openDesk();
    const card = await asked(desk);
    let lost = 0;
    desk.network.meet((seen) => {
      if (!seen.includes('$batch') || lost > 0) return 'pass';
      lost += 1;
      return 'lose-answer';
    });
    await desk.clicks(MEGAN, card, 'approve');
    await desk.sees(ALEX, 'Your alias is ready');
    expect(lost).toBe(1);
    expect((await desk.rows()).filter(({ in_use: used }) => used === true)).toHaveLength(1);
    expect(desk.chatOf(ALEX).filter(({ text }) => text.includes('Your alias is ready'))).toHaveLength(1);
  });
});

describe('when the directory is away', () => {
  it('nobody is an approver: the click is refused, nothing is changed, and it works later', async () => {
    await using desk = await openDesk();
    const card = await asked(desk);
    desk.later(2 * 60_000);
    desk.graph.faults.always('checkMemberGroups', { kind: 'error', status: 500 });
    const refused = await desk.clicks(MEGAN, card, 'approve', { comment: 'typed before' });
    expect(refused.text).toContain('could not be checked right now');
    expect(await states(desk)).toEqual(['pending']);
    desk.graph.faults.clear();
    await desk.clicks(MEGAN, refused, 'approve');
    expect(await states(desk)).toEqual(['approved']);
  });
});

describe('when the mailbox was not read for long', () => {
  it('the program says that it is not ready until it was read again', async () => {
    await using desk = await openDesk();
    const ready = async (): Promise<number> => (await fetch(`${desk.url}/readyz`)).status;
    desk.later(60 * 60_000);
    desk.graph.faults.always('/mailFolders/', { kind: 'error', status: 500 });
    await expect(desk.sweeps()).rejects.toThrow('500');
    expect(await ready()).toBe(503);
    desk.graph.faults.clear();
    await desk.sweeps();
    expect(await ready()).toBe(200);
  });
});

describe('the schedule', () => {
  it('sweeps by itself, again after a failure, and never twice at once', async () => {
    await using desk = await openDesk({ sweepSeconds: 1 });
    await desk.owns(ALEX, PAYMENTS, PAY);
    desk.graph.faults.next({ kind: 'error', status: 500 }, 2);
    await desk.mailArrives(mail({ to: PAY }));
    await desk.sees(PAYMENTS, 'your bill is $42.17');
    // A sweep that takes longer than the interval: no other one asks the mailbox beside it.
    const release = desk.graph.faults.hold();
    await vi.waitUntil(() => desk.graph.faults.atOnce.now === 1, { timeout: 5_000 });
    const joined = desk.sweeps();
    expect(desk.graph.faults.atOnce.now).toBe(1);
    release();
    await joined;
    await desk.mailArrives(mail({ to: PAY, text: 'the second bill' }));
    expect((await desk.sees(PAYMENTS, 'the second bill')).text).not.toContain('repeat');
  });
});
