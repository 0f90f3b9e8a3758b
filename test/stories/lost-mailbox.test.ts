import { describe, expect, it } from 'vitest';
import { ALEX, MEGAN, PAYMENTS, PLATFORM } from './company.ts';
import { mail, PAY } from './mail.ts';
import { openWorld, type World } from './world.ts';

const REFUSED = { kind: 'error', status: 403, code: 'ErrorAccessDenied' } as const;
const HEADERS = { 'Message-ID': '<1@eu-west-1.amazonses.com>', Date: 'Sun, 22 Nov 2026 12:00:00 +0000' };
const bill = (number: number): string => mail({ to: PAY, text: `Greetings, bill number ${number}.` });
const bills = (world: World, number: number): number =>
  world.channel(PAYMENTS).filter(({ text }) => text.includes(`bill number ${number}`)).length;

async function openOffice(): Promise<World> {
  const world = await openWorld();
  await world.owns(ALEX, PAYMENTS, PAY);
  return world;
}

describe('a central mailbox that was lost and made again', () => {
  it('is read from its beginning; what a person copies into it comes unless it came before', async () => {
    await using world = await openOffice();
    const first = mail({ to: PAY, text: 'Greetings, bill number 1.', headers: HEADERS });
    await world.mailArrives(first);
    await world.sweeps();
    for (const id of world.graph.hands.list('inbox')) await world.graph.hands.remove(id);
    world.graph.faults.lostCursor = 'gone';
    await world.graph.expireCursors();

    await world.mailArrives(bill(2));
    // A root mailbox has a copy of both: of the one that was posted, and of one that came while there was no central mailbox.
    await world.mailArrives(first);
    await world.mailArrives(bill(3));
    await world.sweeps();
    expect([1, 2, 3].map((number) => bills(world, number))).toEqual([1, 1, 1]);
  });
});

describe('the app in the tenant', () => {
  it('without its permission in Exchange Online reads no mail, still answers, and brings all of it afterwards', async () => {
    await using world = await openOffice();
    world.graph.faults.always('/mailFolders/', REFUSED);
    await world.mailArrives(bill(1));
    await expect(world.sweeps()).rejects.toThrow('403');
    await world.says(ALEX, 'aliases');
    await world.sees(ALEX, PAY);
    world.graph.faults.clear();
    await world.sweeps();
    expect(bills(world, 1)).toBe(1);
  });

  it('without its permissions in Entra ID lets nobody decide, loses nothing, and goes on when they are back', async () => {
    await using world = await openOffice();
    const form = await world.says(ALEX, 'request');
    await world.clicks(ALEX, form, 'submit-request', {
      accountName: 'payments-prod',
      purpose: 'card payments',
      environment: 'production',
      channelId: PAYMENTS.id,
    });
    const card = await world.sees(PLATFORM, 'payments-prod');
    world.later(2 * 60_000);
    for (const path of ['/users/', '/teams/']) world.graph.faults.always(path, REFUSED);
    const refused = await world.clicks(MEGAN, card, 'approve');
    expect(refused.text).toContain('could not be checked right now');
    // Mail needs no directory.
    world.graph.faults.clear();
    world.graph.faults.always('/checkMemberGroups', REFUSED);
    await world.mailArrives(bill(1));
    await world.sweeps();
    expect(bills(world, 1)).toBe(1);
    world.graph.faults.clear();
    await world.clicks(MEGAN, refused, 'approve');
    await world.sees(ALEX, 'Your alias is ready');
  });
});
