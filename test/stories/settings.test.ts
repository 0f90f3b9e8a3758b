import { describe, expect, it } from 'vitest';
import { ALEX, ISAIAH, PAYMENTS, PLATFORM, MEGAN } from './company.ts';
import { linesOf } from './history-lines.ts';
import { mail, PAY } from './mail.ts';
import { chosenIn, type Shown } from './shown.ts';
import { openWorld, type World } from './world.ts';

const BILL = 'Billing Statement';

async function billArrives(world: World): Promise<void> {
  await world.mailArrives(mail({ to: PAY }));
  await world.sweeps();
}

/** The form with one topic chosen otherwise. */
const saved = (world: World, form: Shown, chosen: Record<string, string>): Promise<Shown> =>
  world.clicks(ALEX, form, 'save-settings', { ...chosenIn(form.card), ...chosen });

describe('the settings of a channel', () => {
  it('are chosen in a form, hold for the next mail, and are told on the card for everybody', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    const form = await world.says(ALEX, 'settings', PAYMENTS);
    expect(chosenIn(form.card)).toMatchObject({ billing: 'unruled', info: 'unruled' });
    const card = await saved(world, form, { billing: 'mute' });
    expect(card.text).toContain('Billing\nNot at all');
    expect((await world.sees(PAYMENTS, 'The settings are saved')).activityId).toBe(form.activityId);
    await billArrives(world);
    expect(world.channel(PAYMENTS).filter(({ text }) => text.includes(BILL))).toEqual([]);
    expect((await linesOf(world, 'quiet')).map(({ after }) => after)).toEqual(['billing mute']);
  });

  it('let a topic come at once whose level is quiet, typed or chosen', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.says(ALEX, 'MUTE Info, notice', PAYMENTS);
    await world.restarts();
    const form = await world.says(ALEX, 'settings', PAYMENTS);
    expect(chosenIn(form.card)).toMatchObject({ info: 'mute', notice: 'mute', billing: 'unruled' });
    await saved(world, form, { billing: 'at-once' });
    await world.restarts();
    await billArrives(world);
    expect((await world.sees(PAYMENTS, BILL)).text).toContain('Billing');
    await world.says(ALEX, 'digest Daily Billing', PAYMENTS);
    expect((await world.says(ALEX, 'unmute Billing', PAYMENTS)).text).toContain('Billing\nAt once');
  });

  it('keep what somebody else changed since the form was drawn', async () => {
    await using world = await openWorld();
    const form = await world.says(ALEX, 'settings', PAYMENTS);
    await world.says(ISAIAH, 'mute marketing', PAYMENTS);
    const card = await saved(world, form, { billing: 'weekly' });
    expect(card.text).toContain('Billing\nOnce a week\nMarketing\nNot at all');
    expect((await saved(world, form, {})).text).toContain('Marketing\nNot at all');
  });

  it('are opened by a mail’s card, with its topic, in a message of their own', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await billArrives(world);
    const bill = await world.sees(PAYMENTS, BILL);
    expect((await world.clicks(ALEX, bill, 'settings-form')).text).toContain('in a new message below');
    const form = await world.sees(PAYMENTS, 'is set to once a day below');
    expect(form.conversationId).toBe(bill.conversationId);
    expect(chosenIn(form.card)).toMatchObject({ billing: 'daily', marketing: 'unruled' });
    expect((await saved(world, form, {})).text).toContain('Billing\nOnce a day');
    expect((await world.sees(PAYMENTS, BILL)).text).toBe(bill.text);
  });

  it('are in the place of the card where nothing can be posted below it', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await billArrives(world);
    const bill = await world.sees(PAYMENTS, BILL);
    const heal = world.teams.answerBy(({ body }) =>
      JSON.stringify(body).includes('is set to once a day below') ? { status: 403 } : undefined,
    );
    expect((await world.clicks(ALEX, bill, 'settings-form')).text).toContain('is set to once a day below');
    heal();
  });

  it('are not there for a channel that owns no aliases, which is linked with one click', async () => {
    await using world = await openWorld();
    expect((await world.says(MEGAN, 'settings', PLATFORM)).text).toContain('not linked to own aliases');
    const linked = await world.says(MEGAN, 'link approvals', PLATFORM);
    const owning = await world.clicks(MEGAN, linked, 'link-channel');
    expect(owning.text).toContain('It can own aliases');
    await world.clicks(MEGAN, owning, 'settings-form');
    await world.sees(PLATFORM, 'Settings of this channel');
  });
});
