import { describe, expect, it } from 'vitest';
import { ALEX, PAYMENTS, TRIAGE } from './company.ts';
import { openWorld, type World } from './world.ts';
import { mail, PAY } from './mail.ts';

async function openOffice(): Promise<World> {
  const world = await openWorld();
  await world.owns(ALEX, PAYMENTS, PAY);
  return world;
}

const bill = (number: number): string => mail({ to: PAY, text: `Greetings, bill number ${number}.` });

/** Numbers of the bills that stand in the channel, sorted. */
function bills(world: World): readonly number[] {
  return world
    .channel(PAYMENTS)
    .flatMap(({ text }) => [...text.matchAll(/bill number (\d+)/g)].map((match) => Number(match[1])))
    .toSorted((one, other) => one - other);
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('nothing is lost and nothing comes twice', () => {
  it.each([
    ['an error of the server', { kind: 'error', status: 500 }],
    ['a cut connection', { kind: 'cut' }],
    ['a refusal', { kind: 'error', status: 403, code: 'ErrorAccessDenied' }],
  ] as const)('with %s at any request of a sweep', async (_name, fault) => {
    await using world = await openOffice();
    for (const number of upTo(7)) await world.mailArrives(bill(number));
    // Each sweep gets one request further than the one before.
    for (let served = 0; served < 6; served += 1) {
      const release = failAfter(world, served, fault);
      await world.sweeps().catch(() => undefined);
      release();
    }
    await world.sweeps();
    expect(bills(world)).toEqual(upTo(7));
  });

  it('when the mailbox is busy (429): it is given the time that it asks for', async () => {
    await using world = await openOffice();
    await world.mailArrives(bill(1));
    world.graph.faults.next({ kind: 'throttle', retryAfterSeconds: 300 });
    await expect(world.sweeps()).rejects.toThrow('429');
    const asked = mailboxRequests(world);
    world.later(200_000);
    await expect(world.sweeps()).rejects.toThrow('100 seconds');
    expect(mailboxRequests(world)).toBe(asked);
    world.later(100_000);
    await world.sweeps();
    expect(bills(world)).toEqual([1]);
  });

  it.each(['gone', 'sync-state-not-found'] as const)('when the cursor expired (%s)', async (way) => {
    await using world = await openOffice();
    for (const number of upTo(7)) await world.mailArrives(bill(number));
    await world.sweeps();
    world.graph.faults.lostCursor = way;
    await world.graph.expireCursors();
    await world.mailArrives(bill(8));
    await world.sweeps();
    expect(bills(world)).toEqual(upTo(8));
  });

  it('when the token endpoint refuses', async () => {
    await using world = await openOffice();
    world.graph.faults.refuseTokens = true;
    await world.mailArrives(bill(1));
    await expect(world.sweeps()).rejects.toThrow('sign in');
    world.graph.faults.refuseTokens = false;
    await world.sweeps();
    expect(bills(world)).toEqual([1]);
  });

  it('when a message is deleted before it could be read: the others arrive', async () => {
    await using world = await openOffice();
    for (const number of upTo(3)) await world.mailArrives(bill(number));
    // The first sweep learns of all of them and can read none.
    const release = failAfter(world, 1, { kind: 'error', status: 500 });
    await world.sweeps().catch(() => undefined);
    release();
    const [first = ''] = world.graph.hands.list('inbox');
    await world.graph.hands.remove(first);
    await world.sweeps();
    expect(bills(world)).toEqual([2, 3]);
  });

  it('when a message is deleted between the sweep and its delivery: the card says so', async () => {
    await using world = await openOffice();
    world.teams.answerNext({ status: 429, headers: { 'retry-after': '60' } });
    await world.mailArrives(bill(1));
    await world.sweeps();
    const [only = ''] = world.graph.hands.list('inbox');
    await world.graph.hands.remove(only);
    world.later(61_000);
    await world.sweeps();
    world.later(31_000);
    await world.sweeps();
    expect((await world.sees(PAYMENTS, 'no longer in the central mailbox')).text).toContain(PAY);
  });

  it('when the mailbox is down at the moment of a delivery: it waits, and is no repeat', async () => {
    await using world = await openOffice();
    world.teams.answerNext({ status: 429, headers: { 'retry-after': '60' } });
    await world.mailArrives(bill(1));
    await world.sweeps();
    world.graph.faults.next({ kind: 'error', status: 500 }, 20);
    world.later(61_000);
    await world.rests();
    expect(bills(world)).toEqual([]);
    world.graph.faults.clear();
    world.later(61_000);
    await world.sweeps();
    expect((await world.sees(PAYMENTS, 'bill number 1')).text).not.toContain('May be a repeat');
    expect(bills(world)).toEqual([1]);
  });

  it('when the table is away in the middle of a sweep', async () => {
    await using world = await openOffice();
    for (const number of upTo(7)) await world.mailArrives(bill(number));
    let writes = 0;
    world.network.meet((seen) => {
      if (seen.startsWith('POST')) writes += 1;
      return writes > 1 ? 'refuse-503' : 'pass';
    });
    await world.sweeps().catch(() => undefined);
    world.network.meet(() => 'pass');
    world.later(61_000);
    await world.sweeps();
    expect(bills(world)).toEqual(upTo(7));
  });
});

describe('a message that Microsoft 365 cannot hand over', () => {
  it('holds up no other, and after some sweeps triage is told that it is there', async () => {
    await using world = await openOffice();
    await poisonArrives(world);
    for (const number of upTo(7)) await world.mailArrives(bill(number));
    for (let sweep = 0; sweep < 4; sweep += 1) await expect(world.sweeps()).rejects.toThrow('500');
    expect(bills(world)).not.toEqual([]);
    expect(world.channel(TRIAGE)).toHaveLength(1);
    await world.sweeps();
    const card = await world.sees(TRIAGE, 'could not be read');
    expect(card.text).not.toContain('Text withheld');
    expect(bills(world)).toEqual(upTo(7));
    await world.mailArrives(bill(8));
    await world.sweeps();
    expect(bills(world)).toEqual(upTo(8));
    expect(world.channel(TRIAGE)).toHaveLength(2);
  });

  it('does not keep the other folder from being read', async () => {
    await using world = await openOffice();
    await poisonArrives(world);
    await world.graph.deliver(Buffer.from(bill(1)), [PAY], { folder: 'junkemail' });
    await expect(world.sweeps()).rejects.toThrow('500');
    await world.rests();
    expect(bills(world)).toEqual([1]);
  });

  it('is told from a mailbox in trouble: as long as no message can be read, none is given up', async () => {
    await using world = await openOffice();
    await world.mailArrives(bill(1));
    await world.sweeps();
    await world.mailArrives(bill(2));
    for (let sweep = 0; sweep < 12; sweep += 1) {
      const release = failAfter(world, 1, { kind: 'error', status: 500 });
      await world.sweeps().catch(() => undefined);
      release();
    }
    await world.sweeps();
    expect(bills(world)).toEqual([1, 2]);
    expect(world.channel(TRIAGE)).toHaveLength(1);
  });
});

const mailboxRequests = (world: World): number =>
  world.graph.faults.requests.filter(({ target }) => target.includes('/mailFolders/')).length;

/** After so many requests of the mailbox have been served, all others fail; until the returned function is called. */
function failAfter(
  world: World,
  served: number,
  fault: Parameters<World['graph']['faults']['next']>[0],
): () => void {
  const { faults } = world.graph;
  faults.skip(served);
  faults.next(fault, 200);
  return () => faults.clear();
}

/** A mail that the mailbox lists and cannot hand over. */
async function poisonArrives(world: World): Promise<void> {
  await world.mailArrives(mail({ to: PAY, subject: 'Poison' }));
  const [id = ''] = world.graph.hands.list('inbox');
  world.graph.faults.always(`/messages/${id}`, { kind: 'error', status: 500 });
}
