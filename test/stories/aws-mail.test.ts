import { expect, it } from 'vitest';
import { ALEX, PAYMENTS, TRIAGE } from './company.ts';
import { openWorld, type World } from './world.ts';
import { mail, NOBODYS, PAY } from './mail.ts';

const state = async (world: World, address: string): Promise<string | undefined> =>
  (await world.register.aliasByAddress(address))?.value.state;

it('an alias to which AWS wrote is retired at its release, and the card says why before and after', async () => {
  await using world = await openWorld();
  await world.owns(ALEX, PAYMENTS, PAY);
  await world.mailArrives(mail({ to: PAY }));
  await world.sweeps();
  const question = await world.says(ALEX, `release ${PAY}`);
  const why = 'AWS has written to this address, which means that an account uses it, so it is retired';
  expect(question.text).toContain(why);
  const done = await world.clicks(ALEX, question, 'release-alias');
  expect(done.text).toContain(why);
  expect(await state(world, PAY)).toBe('retired');
  expect((await world.says(ALEX, `history ${PAY}`)).text).toContain('AWS wrote to it');
});

it('a free alias to which AWS writes leaves the pool, and triage hears of that once', async () => {
  await using world = await openWorld();
  await world.mailArrives(mail({ to: NOBODYS }));
  await world.mailArrives(mail({ to: NOBODYS, subject: 'Your AWS account is on hold' }));
  await world.mailArrives(mail({ to: PAY, from: 'AWS <aws@evil.example>' }));
  await world.sweeps();
  await world.rests();
  expect(await state(world, NOBODYS)).toBe('retired');
  // Nobody can be sure who wrote that one.
  expect(await state(world, PAY)).toBe('free');
  const told = world
    .channel(TRIAGE)
    .filter(({ text }) => text.includes('AWS wrote to an alias that nobody has'));
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain(NOBODYS);
});
