import { expect, it } from 'vitest';
import { ALEX, PAYMENTS, TRIAGE } from './company.ts';
import { openDesk, type Desk } from './desk.ts';
import { mail, NOBODYS, PAY } from './mail.ts';

const state = async (desk: Desk, address: string): Promise<string | undefined> =>
  (await desk.register.aliasByAddress(address))?.value.state;

it('an alias to which AWS wrote is retired at its release, and the card says why before and after', async () => {
  await using desk = await openDesk();
  await desk.owns(ALEX, PAYMENTS, PAY);
  await desk.mailArrives(mail({ to: PAY }));
  await desk.sweeps();
  const question = await desk.says(ALEX, `release ${PAY}`);
  const why = 'AWS has written to this address, which means that an account uses it, so it is retired';
  expect(question.text).toContain(why);
  const done = await desk.clicks(ALEX, question, 'release-alias');
  expect(done.text).toContain(why);
  expect(await state(desk, PAY)).toBe('retired');
  expect((await desk.says(ALEX, `history ${PAY}`)).text).toContain('AWS wrote to it');
});

it('a free alias to which AWS writes leaves the pool, and triage hears of that once', async () => {
  await using desk = await openDesk();
  await desk.mailArrives(mail({ to: NOBODYS }));
  await desk.mailArrives(mail({ to: NOBODYS, subject: 'Your AWS account is on hold' }));
  await desk.mailArrives(mail({ to: PAY, from: 'AWS <aws@evil.example>' }));
  await desk.sweeps();
  await desk.rests();
  expect(await state(desk, NOBODYS)).toBe('retired');
  // Nobody can be sure who wrote that one.
  expect(await state(desk, PAY)).toBe('free');
  const told = desk
    .channel(TRIAGE)
    .filter(({ text }) => text.includes('AWS wrote to an alias that nobody has'));
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain(NOBODYS);
});
