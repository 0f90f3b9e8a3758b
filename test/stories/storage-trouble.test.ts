import { describe, expect, it } from 'vitest';
import { ALEX, MEGAN, PAYMENTS, PLATFORM } from './company.ts';
import { openWorld, type World } from './world.ts';
import { mail, PAY } from './mail.ts';
import type { Shown } from './shown.ts';
import { untilTrue } from '../until.ts';

const FORM = {
  accountName: 'payments-prod',
  purpose: 'Card payments',
  environment: 'production',
  channelId: PAYMENTS.id,
};

async function asked(world: World): Promise<Shown> {
  const form = await world.says(ALEX, 'request');
  await world.clicks(ALEX, form, 'submit-request', FORM);
  return world.sees(PLATFORM, FORM.accountName);
}

async function states(world: World): Promise<readonly unknown[]> {
  return (await world.rows()).flatMap((row) => row['request_state'] ?? []);
}

describe('when the table is away', () => {
  it('a click is told so with a reference, nothing is changed, and the same click works later', async () => {
    await using world = await openWorld();
    const card = await asked(world);
    world.network.meet(() => 'refuse-503');
    const refused = await world.clicks(MEGAN, card, 'approve', { comment: 'fine' });
    world.network.meet(() => 'pass');
    expect(await states(world)).toEqual(['pending']);
    expect(refused.text).toContain('Rootdesk cannot reach its storage');
    expect(refused.text).toMatch(/R-[0-9A-F]{8}/);
    await world.clicks(MEGAN, card, 'approve', { comment: 'fine' });
    expect((await world.sees(ALEX, 'Your alias is ready')).text).toContain('fine');
  });

  it('the program says that it is not ready, and recovers by itself', async () => {
    await using world = await openWorld();
    const ready = async (): Promise<unknown> => (await fetch(`${world.url}/readyz`)).json();
    expect(await ready()).toEqual({ status: 'ready' });
    world.network.meet(() => 'refuse-503');
    expect(await ready()).toEqual({ status: 'not ready', missing: ['table'] });
    world.network.meet(() => 'pass');
    expect(await ready()).toEqual({ status: 'ready' });
  });

  it('an answer that is lost on the way back allots one alias all the same', async () => {
    await using world = await openWorld();
    const card = await asked(world);
    let lost = 0;
    world.network.meet((seen) => {
      if (!seen.includes('$batch') || lost > 0) return 'pass';
      lost += 1;
      return 'lose-answer';
    });
    await world.clicks(MEGAN, card, 'approve');
    await world.sees(ALEX, 'Your alias is ready');
    expect(lost).toBe(1);
    expect((await world.rows()).filter(({ in_use: used }) => used === true)).toHaveLength(1);
    expect(world.chatOf(ALEX).filter(({ text }) => text.includes('Your alias is ready'))).toHaveLength(1);
  });
});

describe('when the directory is away', () => {
  it('nobody is an approver: the click is refused, nothing is changed, and it works later', async () => {
    await using world = await openWorld();
    const card = await asked(world);
    world.later(2 * 60_000);
    world.graph.faults.always('checkMemberGroups', { kind: 'error', status: 500 });
    const refused = await world.clicks(MEGAN, card, 'approve', { comment: 'typed before' });
    expect(refused.text).toContain('could not be checked right now');
    expect(await states(world)).toEqual(['pending']);
    world.graph.faults.clear();
    await world.clicks(MEGAN, refused, 'approve');
    expect(await states(world)).toEqual(['approved']);
  });
});

describe('when the mailbox was not read for long', () => {
  it('chat and API go on: the program can serve', async () => {
    await using world = await openWorld();
    world.later(60 * 60_000);
    world.graph.faults.always('/mailFolders/', { kind: 'error', status: 500 });
    await expect(world.sweeps()).rejects.toThrow('500');
    expect((await fetch(`${world.url}/readyz`)).status).toBe(200);
    await world.says(ALEX, 'help');
    expect((await world.sees(ALEX, 'request')).text).not.toBe('');
  });
});

describe('the schedule', () => {
  it('sweeps by itself, again after a failure, and never twice at once', async () => {
    await using world = await openWorld({ sweepSeconds: 1 });
    await world.owns(ALEX, PAYMENTS, PAY);
    world.graph.faults.next({ kind: 'error', status: 500 }, 2);
    await world.mailArrives(mail({ to: PAY }));
    await world.sees(PAYMENTS, 'your bill is $42.17');
    // A sweep that takes longer than the interval: no other one asks the mailbox beside it.
    const release = world.graph.faults.hold();
    await untilTrue(() => world.graph.faults.atOnce.now === 1);
    const joined = world.sweeps();
    expect(world.graph.faults.atOnce.now).toBe(1);
    release();
    await joined;
    await world.mailArrives(mail({ to: PAY, text: 'the second bill' }));
    expect((await world.sees(PAYMENTS, 'the second bill')).text).not.toContain('repeat');
  });
});
