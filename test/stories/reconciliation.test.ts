import { describe, expect, it } from 'vitest';
import { openTable } from '../../src/azure/table.ts';
import { ALEX, PAYMENTS, SAM, SEARCH, TRIAGE } from './company.ts';
import { openDesk, type Desk } from './desk.ts';
import { FIND, mail, PAY } from './mail.ts';

const MINUTES = 60_000;
const HOURS = 60 * MINUTES;
const BILL = 'Billing Statement';
const billsIn = (desk: Desk): number =>
  [PAYMENTS, SEARCH].flatMap(desk.channel).filter(({ text }) => text.includes(BILL)).length;

/** How many of how many were missing, comparison by comparison. */
async function outcomes(desk: Desk): Promise<readonly string[]> {
  const rows = (await desk.rows()).filter(({ action }) => action === 'reconcile');
  return rows
    .map(({ after }) => String(after).replace(/^(\d+) messages since .*, (\d+) missing .*$/, '$2 of $1'))
    .toSorted();
}

/** Makes the sweep believe that it has read everything, without having recorded it. */
async function missesWhatIsThere(desk: Desk): Promise<void> {
  const { place, name } = desk.config.table;
  if (place.kind !== 'emulator') throw new Error('stories run on the emulator');
  const table = await openTable(place, name);
  const rows = await table.range('ledger', '', '~~');
  for (const { rowKey } of rows) await table.write({ kind: 'delete', partition: 'ledger', key: rowKey });
}

describe('the daily comparison of mailbox and ledger', () => {
  it('finds what the sweep has missed, in both folders and over several pages; delivers it, and tells triage', async () => {
    await using desk = await openDesk();
    await desk.sweeps();
    const heal = desk.teams.answerBy(({ body }) =>
      JSON.stringify(body).includes(BILL) ? { status: 429 } : undefined,
    );
    await desk.owns(ALEX, PAYMENTS, PAY);
    await desk.owns(SAM, SEARCH, FIND);
    for (let number = 0; number < 27; number += 1) {
      await desk.mailArrives(mail({ to: PAY }));
      await desk.mailArrives(mail({ to: FIND }));
    }
    await desk.graph.deliver(Buffer.from(mail({ to: PAY })), [PAY], { folder: 'junkemail' });
    await desk.sweeps();
    await missesWhatIsThere(desk);
    heal();
    desk.later(20 * MINUTES);
    await desk.sweeps();
    expect(billsIn(desk)).toBe(0);

    await desk.reconciles();
    expect((await desk.sees(TRIAGE, 'Mail had been missed')).text).toContain('Of 55 mails');
    await desk.rests();
    expect(billsIn(desk)).toBe(55);
    await desk.reconciles();
    expect(desk.channel(TRIAGE).filter(({ text }) => text.includes('had been missed'))).toHaveLength(1);
  });

  it('says nothing when nothing is missing, but leaves a record', async () => {
    await using desk = await openDesk();
    await desk.owns(ALEX, PAYMENTS, PAY);
    await desk.mailArrives(mail({ to: PAY }));
    await desk.sweeps();
    desk.later(20 * MINUTES);
    await desk.reconciles();
    await desk.reconciles();
    expect(desk.channel(TRIAGE).some(({ text }) => text.includes('missed'))).toBe(false);
    const done = (await desk.rows()).filter(({ action }) => action === 'reconcile');
    expect(done.map(({ after }) => after)).toEqual([
      expect.stringMatching(/^1 messages since \S+, 0 missing in the ledger$/),
    ]);
    expect(billsIn(desk)).toBe(1);
  });

  it('leaves alone what came just now', async () => {
    await using desk = await openDesk();
    await desk.owns(ALEX, PAYMENTS, PAY);
    await desk.mailArrives(mail({ to: PAY }));
    await desk.reconciles();
    expect(await outcomes(desk)).toEqual(['0 of 0']);
  });

  it('leaves alone what is older than two days, where nothing was compared before', async () => {
    await using desk = await openDesk();
    await desk.owns(ALEX, PAYMENTS, PAY);
    await desk.mailArrives(mail({ to: PAY }));
    desk.later(72 * HOURS);
    await desk.reconciles();
    expect(await outcomes(desk)).toEqual(['0 of 0']);
  });

  it('goes back to the last comparison after a standstill of days', async () => {
    await using desk = await openDesk();
    await desk.owns(ALEX, PAYMENTS, PAY);
    await desk.reconciles();
    await desk.mailArrives(mail({ to: PAY }));
    desk.later(72 * HOURS);
    await desk.reconciles();
    expect(await outcomes(desk)).toEqual(['0 of 0', '1 of 1']);
  });

  it('is tried again when the mailbox did not answer', async () => {
    await using desk = await openDesk();
    desk.graph.faults.always('receivedDateTime', { kind: 'error', status: 500 });
    await expect(desk.reconciles()).rejects.toThrow('Microsoft Graph');
    desk.graph.faults.clear();
    await desk.reconciles();
    expect((await desk.rows()).filter(({ action }) => action === 'reconcile')).toHaveLength(1);
  });
});
