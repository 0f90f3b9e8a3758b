import { describe, expect, it } from 'vitest';
import { ALEX, MEGAN, PAYMENTS, PLATFORM } from './company.ts';
import { openWorld, type World } from './world.ts';
import { mail, PAY } from './mail.ts';
import type { Shown } from './shown.ts';
import { untilTrue } from '../until.ts';

const BILL = 'your bill is $42.17';
const REPEAT = 'May be a repeat';
/** Longer than a claim lasts. */
const CLAIM = 61_000;

async function openOffice(): Promise<World> {
  const world = await openWorld();
  await world.owns(ALEX, PAYMENTS, PAY);
  return world;
}

async function asks(world: World): Promise<Shown> {
  const form = await world.says(ALEX, 'request');
  return world.clicks(ALEX, form, 'submit-request', {
    accountName: 'payments-prod',
    purpose: 'Card payments',
    environment: 'production',
    channelId: PAYMENTS.id,
  });
}

const cards = (world: World): readonly string[] =>
  world.channel(PAYMENTS).flatMap(({ text }) => (text.includes(BILL) ? [text] : []));

describe('over a restart', () => {
  it('a pending request stays pending, its card still works, and the asker is still reached', async () => {
    await using world = await openWorld();
    const receipt = await asks(world);
    const card = await world.sees(PLATFORM, 'payments-prod');
    await world.restarts();
    await world.clicks(MEGAN, card, 'approve');
    await world.sees(ALEX, 'Your alias is ready');
    expect((await world.sees(PLATFORM, 'Approved by')).activityId).toBe(card.activityId);
    expect((await world.sees(ALEX, 'The next steps are in a separate message')).activityId).toBe(
      receipt.activityId,
    );
  });

  it('a form that was open can still be sent', async () => {
    await using world = await openWorld();
    const form = await world.says(ALEX, 'request');
    await world.restarts();
    const answer = await world.clicks(ALEX, form, 'submit-request', {
      accountName: 'payments-prod',
      purpose: 'Card payments',
      environment: 'production',
      channelId: PAYMENTS.id,
    });
    expect(answer.text).toContain('with the approvers');
  });

  it('channels stay linked and reachable: the next mail arrives though nobody wrote since', async () => {
    await using world = await openOffice();
    await world.restarts();
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    expect(cards(world)).toHaveLength(1);
  });

  it('the mailbox is read on from where it was read to', async () => {
    await using world = await openOffice();
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    const first = requests(world, 'delta').length;
    await world.restarts();
    await world.sweeps();
    const since = requests(world, 'delta').slice(first);
    expect(since.every((target) => target.includes('deltatoken'))).toBe(true);
    expect(cards(world)).toHaveLength(1);
  });
});

describe('over a crash', () => {
  it('a mail that was recorded and not yet posted is posted after it, once, as no repeat', async () => {
    await using world = await openOffice();
    await world.mailArrives(mail({ to: PAY }));
    world.network.meet((seen) => (isClaim(seen) ? 'refuse-503' : 'pass'));
    await world.sweeps();
    expect(cards(world)).toEqual([]);
    await world.crashes();
    await world.sweeps();
    world.later(CLAIM);
    await world.sweeps();
    expect(cards(world)).toHaveLength(1);
    expect(cards(world)[0]).not.toContain(REPEAT);
  });

  it('a mail that was claimed and maybe posted is posted again, and says so', async () => {
    await using world = await openOffice();
    const heal = world.teams.answerBy(({ path }) => (path === '/v3/conversations' ? 'silence' : undefined));
    await world.mailArrives(mail({ to: PAY }));
    const before = world.teams.calls.length;
    // The power goes while it works: whether it still hears that the table is away depends on the moment.
    const sweeping = world.sweeps().catch(() => undefined);
    await untilTrue(() => world.teams.calls.length > before);
    heal();
    await world.crashes();
    await sweeping;
    await world.sweeps();
    expect(cards(world)).toEqual([]);
    world.later(CLAIM);
    await world.sweeps();
    expect(cards(world)).toHaveLength(1);
    expect(cards(world)[0]).toContain(REPEAT);
  });

  it('a mail that was posted, though not written down, comes again and says so', async () => {
    await using world = await openOffice();
    await world.mailArrives(mail({ to: PAY }));
    const posted = new Set<string>();
    world.teams.answerBy(({ path }) => {
      if (path === '/v3/conversations') posted.add(path);
      return undefined;
    });
    world.network.meet(() => (posted.size > 0 ? 'refuse-503' : 'pass'));
    await world.sweeps().catch(() => undefined);
    await world.crashes();
    world.later(CLAIM);
    await world.sweeps();
    expect(cards(world).map((text) => text.includes(REPEAT))).toEqual([false, true]);
  });

  it('a decision is there with all its messages, or not at all', async () => {
    await using world = await openWorld();
    await asks(world);
    const card = await world.sees(PLATFORM, 'payments-prod');
    // The transaction is done, its answer is lost, and the power goes before anything is told.
    world.network.meet((seen) =>
      seen.includes('$batch') ? 'lose-answer' : isClaim(seen) ? 'refuse-503' : 'pass',
    );
    await world.clicks(MEGAN, card, 'approve');
    await world.crashes();
    world.later(CLAIM);
    await world.rests();
    await world.sees(ALEX, 'Your alias is ready');
    await world.sees(PLATFORM, 'Approved by');
    const used = (await world.rows()).filter(({ in_use: inUse }) => inUse === true);
    expect(used).toHaveLength(1);
  });
});

/** Whether a request to the table claims a job of a queue. */
function isClaim(seen: string): boolean {
  return /^(PATCH|MERGE|PUT|POST) .*~(waiting|errand)/.test(decodeURIComponent(seen));
}

function requests(world: World, part: string): readonly string[] {
  return world.graph.faults.requests.map(({ target }) => target).filter((target) => target.includes(part));
}
