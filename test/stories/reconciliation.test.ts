import { describe, expect, it } from 'vitest';
import { openTable } from '../../src/azure/table.ts';
import { ALEX, PAYMENTS, SAM, SEARCH, TRIAGE } from './company.ts';
import { openWorld, type World } from './world.ts';
import { linesOf } from './history-lines.ts';
import { FIND, mail, PAY } from './mail.ts';

const MINUTES = 60_000;
const HOURS = 60 * MINUTES;
const BILL = 'Billing Statement';
const billsIn = (world: World): number =>
  [PAYMENTS, SEARCH].flatMap(world.channel).filter(({ text }) => text.includes(BILL)).length;

/** How many of how many were missing, comparison by comparison. */
async function outcomes(world: World): Promise<readonly string[]> {
  return (await linesOf(world, 'reconcile'))
    .map(({ after }) => after.replace(/^(\d+) messages? since .*, (\d+) missing .*$/, '$2 of $1'))
    .toSorted();
}

/** Makes the sweep believe that it has read everything, without having recorded it. */
async function missesWhatIsThere(world: World): Promise<void> {
  const { place, name } = world.config.table;
  if (place.kind !== 'emulator') throw new Error('stories run on the emulator');
  const table = await openTable(place, name);
  const rows = await table.range('ledger', '', '~~');
  for (const { rowKey } of rows) await table.write({ kind: 'delete', partition: 'ledger', key: rowKey });
}

describe('the daily comparison of mailbox and ledger', () => {
  it('finds what the sweep has missed, in both folders and over several pages; delivers it, and tells triage', async () => {
    await using world = await openWorld();
    await world.sweeps();
    const heal = world.teams.answerBy(({ body }) =>
      JSON.stringify(body).includes(BILL) ? { status: 429 } : undefined,
    );
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.owns(SAM, SEARCH, FIND);
    for (let number = 0; number < 27; number += 1) {
      await world.mailArrives(mail({ to: PAY }));
      await world.mailArrives(mail({ to: FIND }));
    }
    await world.graph.deliver(Buffer.from(mail({ to: PAY })), [PAY], { folder: 'junkemail' });
    await world.sweeps();
    await missesWhatIsThere(world);
    heal();
    world.later(20 * MINUTES);
    await world.sweeps();
    expect(billsIn(world)).toBe(0);

    await world.reconciles();
    expect((await world.sees(TRIAGE, 'Mail had been missed')).text).toContain('Of 55 mails');
    await world.rests();
    expect(billsIn(world)).toBe(55);
    await world.reconciles();
    expect(world.channel(TRIAGE).filter(({ text }) => text.includes('had been missed'))).toHaveLength(1);
  });

  it('says nothing when nothing is missing, but leaves a record', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    world.later(20 * MINUTES);
    await world.reconciles();
    await world.reconciles();
    expect(world.channel(TRIAGE).some(({ text }) => text.includes('missed'))).toBe(false);
    const done = await linesOf(world, 'reconcile');
    expect(done.map(({ after }) => after)).toEqual([
      expect.stringMatching(/^1 message since \S+, 0 missing in the ledger$/),
    ]);
    expect(billsIn(world)).toBe(1);
  });

  it('leaves alone what came just now', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.mailArrives(mail({ to: PAY }));
    await world.reconciles();
    expect(await outcomes(world)).toEqual(['0 of 0']);
  });

  it('leaves alone what is older than two days, where nothing was compared before', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.mailArrives(mail({ to: PAY }));
    world.later(72 * HOURS);
    await world.reconciles();
    expect(await outcomes(world)).toEqual(['0 of 0']);
  });

  it('goes back to the last comparison after a standstill of days', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.reconciles();
    await world.mailArrives(mail({ to: PAY }));
    world.later(72 * HOURS);
    await world.reconciles();
    expect(await outcomes(world)).toEqual(['0 of 0', '1 of 1']);
  });

  it('is tried again when the mailbox did not answer', async () => {
    await using world = await openWorld();
    world.graph.faults.always('receivedDateTime', { kind: 'error', status: 500 });
    await expect(world.reconciles()).rejects.toThrow('Microsoft Graph');
    world.graph.faults.clear();
    await world.reconciles();
    expect((await world.rows()).filter(({ action }) => action === 'reconcile')).toHaveLength(1);
  });
});
