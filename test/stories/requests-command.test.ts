import { describe, expect, it } from 'vitest';
import { ADELE, ALEX, ISAIAH, MEGAN, PAYMENTS, PLATFORM } from './company.ts';
import { PAY } from './mail.ts';
import { buttonsOf, type Shown } from './shown.ts';
import { openWorld, type World } from './world.ts';

const FORM = {
  accountName: 'payments-eu',
  purpose: 'card payments in Europe',
  environment: 'production',
  channelId: PAYMENTS.id,
  expectedAccountId: '',
};

async function asked(world: World, by = ALEX): Promise<void> {
  await world.clicks(by, await world.says(by, 'request'), 'submit-request', FORM);
}

const shown = async (world: World, person: typeof ALEX): Promise<Shown> =>
  world.clicks(person, await world.says(person, 'requests'), 'show-request');

describe('`requests`', () => {
  it('shows whoever asked their own with its state, to be canceled there', async () => {
    await using world = await openWorld();
    await asked(world);
    expect((await world.says(ALEX, 'requests')).text).toMatch(
      /Your requests\s+Show\s+payments-eu\s+Waiting · Production/,
    );
    expect((await world.says(ISAIAH, 'requests')).text).toContain('You have not asked for an alias yet');
    await world.clicks(ALEX, await shown(world, ALEX), 'cancel-request');
    expect((await world.says(ALEX, 'requests')).text).toContain('Canceled · Production');
  });

  it('shows approvers what waits, decided in their own chat as in the channel', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await asked(world);
    expect((await world.says(MEGAN, 'requests')).text).toContain('One waits for your decision.');
    const card = await shown(world, MEGAN);
    for (const words of ['Free aliases\n5', 'Asker’s aliases\n1: account of Alex Wilber'])
      expect(card.text).toContain(words);
    expect((await world.sees(PLATFORM, FORM.purpose)).text).toContain('Free aliases\n5');
    expect((await world.clicks(MEGAN, card, 'deny')).text).toContain('A denial needs a comment');
    await world.clicks(MEGAN, card, 'approve', { comment: 'fine' });
    await world.sees(ALEX, 'Your alias is ready');
    expect((await world.sees(PLATFORM, FORM.purpose)).text).toContain('Approved by');
    expect((await world.says(MEGAN, 'requests')).text).not.toContain('payments-eu');
    expect((await world.says(ALEX, 'requests')).text).toContain('Approved · Production');
  });

  it('is offered by a greeting to whoever has something to decide, with how many wait', async () => {
    await using world = await openWorld();
    await asked(world);
    const hello = await world.says(MEGAN, 'hello');
    expect(hello.text).toContain('One request waits for your decision.');
    await world.clicks(MEGAN, hello, 'page-requests');
    await world.sees(MEGAN, FORM.accountName);
    // Their own waits for others, and what waits in the channel is nobody's in particular.
    for (const greeted of [await world.says(ALEX, 'hello'), await world.says(MEGAN, 'hello', PLATFORM)]) {
      expect(greeted.text).not.toContain('your decision');
      expect([...buttonsOf(greeted.card).keys()]).not.toContain('page-requests');
    }
  });

  it('lets nobody decide their own in the chat either', async () => {
    await using world = await openWorld();
    await world.says(ADELE, 'link', PLATFORM);
    const form = await world.says(ADELE, 'request');
    await world.clicks(ADELE, form, 'submit-request', { ...FORM, channelId: PLATFORM.id });
    expect((await world.says(ADELE, 'requests')).text).not.toContain('your decision.');
    const card = await shown(world, ADELE);
    expect([...buttonsOf(card.card).keys()]).toEqual(['cancel-request', 'page-requests']);
    const { requestId } = buttonsOf(card.card).get('cancel-request') ?? {};
    expect(await world.forges(ADELE, 'approve', { requestId }, PLATFORM)).toContain('your own request');
  });

  it('is filled in again with what was asked, after a denial', async () => {
    await using world = await openWorld();
    await asked(world);
    await world.clicks(MEGAN, await shown(world, MEGAN), 'deny', { comment: 'too broad' });
    const denial = await world.sees(ALEX, 'You got no alias');
    await world.clicks(ALEX, denial, 'request-form');
    const again = await world.sees(ALEX, 'Request an AWS root alias');
    expect((await world.sees(ALEX, 'You got no alias')).activityId).toBe(denial.activityId);
    expect(again.text).toContain('payments-eu');
    expect(again.text).toContain(FORM.purpose);
  });
});
