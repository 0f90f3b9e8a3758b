import { describe, expect, it } from 'vitest';
import { ALEX, PAYMENTS, TRIAGE } from './company.ts';
import { openDesk, type Desk } from './desk.ts';
import { mail, PAY } from './mail.ts';

async function openOffice(): Promise<Desk> {
  const desk = await openDesk();
  await desk.owns(ALEX, PAYMENTS, PAY);
  return desk;
}

const bill = (number: number): string => mail({ to: PAY, text: `Greetings, bill number ${number}.` });

/** Numbers of the bills that stand in the channel, sorted. */
function bills(desk: Desk): readonly number[] {
  return desk
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
    await using desk = await openOffice();
    for (const number of upTo(7)) await desk.mailArrives(bill(number));
    // Each sweep gets one request further than the one before.
    for (let served = 0; served < 6; served += 1) {
      const release = failAfter(desk, served, fault);
      await desk.sweeps().catch(() => undefined);
      release();
    }
    await desk.sweeps();
    expect(bills(desk)).toEqual(upTo(7));
  });

  it('when the mailbox is busy (429): it is given the time that it asks for', async () => {
    await using desk = await openOffice();
    await desk.mailArrives(bill(1));
    desk.graph.faults.next({ kind: 'throttle', retryAfterSeconds: 300 });
    await expect(desk.sweeps()).rejects.toThrow('429');
    const asked = mailboxRequests(desk);
    desk.later(200_000);
    await expect(desk.sweeps()).rejects.toThrow('100 seconds');
    expect(mailboxRequests(desk)).toBe(asked);
    desk.later(100_000);
    await desk.sweeps();
    expect(bills(desk)).toEqual([1]);
  });

  it.each(['gone', 'sync-state-not-found'] as const)('when the cursor expired (%s)', async (way) => {
    await using desk = await openOffice();
    for (const number of upTo(7)) await desk.mailArrives(bill(number));
    await desk.sweeps();
    desk.graph.faults.lostCursor = way;
    await desk.graph.expireCursors();
    await desk.mailArrives(bill(8));
    await desk.sweeps();
    expect(bills(desk)).toEqual(upTo(8));
  });

  it('when the token endpoint refuses', async () => {
    await using desk = await openOffice();
    desk.graph.faults.refuseTokens = true;
    await desk.mailArrives(bill(1));
    await expect(desk.sweeps()).rejects.toThrow('sign in');
    desk.graph.faults.refuseTokens = false;
    await desk.sweeps();
    expect(bills(desk)).toEqual([1]);
  });

  it('when a message is deleted before it could be read: the others arrive', async () => {
    await using desk = await openOffice();
    for (const number of upTo(3)) await desk.mailArrives(bill(number));
    // The first sweep learns of all of them and can read none.
    const release = failAfter(desk, 1, { kind: 'error', status: 500 });
    await desk.sweeps().catch(() => undefined);
    release();
    const [first = ''] = desk.graph.hands.list('inbox');
    await desk.graph.hands.remove(first);
    await desk.sweeps();
    expect(bills(desk)).toEqual([2, 3]);
  });

  it('when a message is deleted between the sweep and its delivery: the card says so', async () => {
    await using desk = await openOffice();
    desk.teams.answerNext({ status: 429, headers: { 'retry-after': '60' } });
    await desk.mailArrives(bill(1));
    await desk.sweeps();
    const [only = ''] = desk.graph.hands.list('inbox');
    await desk.graph.hands.remove(only);
    desk.later(61_000);
    await desk.sweeps();
    expect((await desk.sees(PAYMENTS, 'no longer in the central mailbox')).text).toContain(PAY);
  });

  it('when the mailbox is down at the moment of a delivery: it waits, and is no repeat', async () => {
    await using desk = await openOffice();
    desk.teams.answerNext({ status: 429, headers: { 'retry-after': '60' } });
    await desk.mailArrives(bill(1));
    await desk.sweeps();
    desk.graph.faults.next({ kind: 'error', status: 500 }, 20);
    desk.later(61_000);
    await desk.rests();
    expect(bills(desk)).toEqual([]);
    desk.graph.faults.clear();
    desk.later(61_000);
    await desk.sweeps();
    expect((await desk.sees(PAYMENTS, 'bill number 1')).text).not.toContain('May be a repeat');
    expect(bills(desk)).toEqual([1]);
  });

  it('when the table is away in the middle of a sweep', async () => {
    await using desk = await openOffice();
    for (const number of upTo(7)) await desk.mailArrives(bill(number));
    let writes = 0;
    desk.network.meet((seen) => {
      if (seen.startsWith('POST')) writes += 1;
      return writes > 1 ? 'refuse-503' : 'pass';
    });
    await desk.sweeps().catch(() => undefined);
    desk.network.meet(() => 'pass');
    desk.later(61_000);
    await desk.sweeps();
    expect(bills(desk)).toEqual(upTo(7));
  });
});

describe('a message that Microsoft 365 cannot hand over', () => {
  it('holds up no other, and after some sweeps triage is told that it is there', async () => {
    await using desk = await openOffice();
    await poisonArrives(desk);
    for (const number of upTo(7)) await desk.mailArrives(bill(number));
    for (let sweep = 0; sweep < 4; sweep += 1) await expect(desk.sweeps()).rejects.toThrow('500');
    expect(bills(desk)).not.toEqual([]);
    expect(desk.channel(TRIAGE)).toHaveLength(1);
    await desk.sweeps();
    const card = await desk.sees(TRIAGE, 'could not be read');
    expect(card.text).not.toContain('Text withheld');
    expect(bills(desk)).toEqual(upTo(7));
    await desk.mailArrives(bill(8));
    await desk.sweeps();
    expect(bills(desk)).toEqual(upTo(8));
    expect(desk.channel(TRIAGE)).toHaveLength(2);
  });

  it('does not keep the other folder from being read', async () => {
    await using desk = await openOffice();
    await poisonArrives(desk);
    await desk.graph.deliver(Buffer.from(bill(1)), [PAY], { folder: 'junkemail' });
    await expect(desk.sweeps()).rejects.toThrow('500');
    await desk.rests();
    expect(bills(desk)).toEqual([1]);
  });

  it('is told from a mailbox in trouble: as long as no message can be read, none is given up', async () => {
    await using desk = await openOffice();
    await desk.mailArrives(bill(1));
    await desk.sweeps();
    await desk.mailArrives(bill(2));
    for (let sweep = 0; sweep < 12; sweep += 1) {
      const release = failAfter(desk, 1, { kind: 'error', status: 500 });
      await desk.sweeps().catch(() => undefined);
      release();
    }
    await desk.sweeps();
    expect(bills(desk)).toEqual([1, 2]);
    expect(desk.channel(TRIAGE)).toHaveLength(1);
  });
});

const mailboxRequests = (desk: Desk): number =>
  desk.graph.faults.requests.filter(({ target }) => target.includes('/mailFolders/')).length;

/** After so many requests of the mailbox have been served, all others fail; until the returned function is called. */
function failAfter(
  desk: Desk,
  served: number,
  fault: Parameters<Desk['graph']['faults']['next']>[0],
): () => void {
  const { faults } = desk.graph;
  faults.skip(served);
  faults.next(fault, 200);
  return () => faults.clear();
}

/** A mail that the mailbox lists and cannot hand over. */
async function poisonArrives(desk: Desk): Promise<void> {
  await desk.mailArrives(mail({ to: PAY, subject: 'Poison' }));
  const [id = ''] = desk.graph.hands.list('inbox');
  desk.graph.faults.always(`/messages/${id}`, { kind: 'error', status: 500 });
}
