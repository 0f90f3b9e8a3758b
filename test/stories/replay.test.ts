import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runWith } from '../admin/admin-context.ts';
import { ALEX, PAYMENTS, SAM, SEARCH, TRIAGE } from './company.ts';
import { openWorld, type World } from './world.ts';
import { linesOf } from './history-lines.ts';
import { BILL, givesUp } from './given-up.ts';
import { FIND, mail, PAY } from './mail.ts';
import type { Channel } from './company.ts';

const run = (world: World, ...args: readonly string[]): ReturnType<typeof runWith> =>
  runWith(['replay', ...args], () => world.config);
const billsIn = (world: World, channel: Channel): number =>
  world.channel(channel).filter(({ text }) => text.includes(BILL)).length;
const replays = (world: World): ReturnType<typeof linesOf> => linesOf(world, 'replay');

const Listed = z.object({
  mails: z.array(z.object({ id: z.string(), alias: z.string(), ended: z.string() })),
  waiting: z.array(z.object({ id: z.string() })),
  unknown: z.array(z.string()),
  replayed: z.array(z.string()),
  left: z.number(),
});
const listed = ({ out }: { readonly out: string }): z.output<typeof Listed> => Listed.parse(JSON.parse(out));

describe('`rootdesk replay`', () => {
  it('lists the mails that were given up, and has the running program deliver them', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.owns(SAM, SEARCH, FIND);
    const heal = await givesUp(world);
    heal();
    await world.mailArrives(mail({ to: FIND }));
    await world.sweeps();

    const shown = await run(world, '--dead');
    expect(shown.exitCode).toBe(1);
    expect(shown.out).toContain('1 mail to deliver once more.');
    expect(shown.out).toContain(`${PAY} billing (dead): `);
    await world.doesHousekeeping();
    expect(billsIn(world, PAYMENTS)).toBe(0);

    const applied = await run(world, '--dead', '--apply');
    expect(applied.exitCode).toBe(0);
    expect(applied.out).toContain('1 put back');
    expect((await run(world, '--dead')).out).toContain('0 mails');
    await world.doesHousekeeping();
    expect((await world.sees(PAYMENTS, BILL)).text).toContain('May be a repeat');
    expect([billsIn(world, PAYMENTS), billsIn(world, SEARCH)]).toEqual([1, 1]);
    const [line, ...more] = await replays(world);
    expect(more).toEqual([]);
    expect(line).toMatchObject({ by: 'replay', before: 'dead' });
    expect((await world.sees(TRIAGE, BILL)).text).toContain('given up');
  });

  it('has the mails of an alias posted once more, since a day, and no other alias’s', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.owns(SAM, SEARCH, FIND);
    await world.mailArrives(mail({ to: PAY }));
    await world.mailArrives(mail({ to: FIND }));
    await world.sweeps();
    const today = new Date().toISOString().slice(0, 10);
    const later = new Date(Date.now() + 60_000).toISOString();
    expect(listed(await run(world, '--alias', PAY, '--from', later, '--json')).mails).toEqual([]);
    const found = listed(await run(world, '--alias', PAY.toUpperCase(), '--from', '2020-01-01', '--json'));
    expect(found.mails).toMatchObject([{ alias: PAY, ended: 'told' }]);

    expect((await run(world, '--alias', PAY, '--from', today, '--apply')).exitCode).toBe(0);
    await world.doesHousekeeping();
    const texts = world.channel(PAYMENTS).map(({ text }) => text);
    const bills = texts.filter((text) => text.includes(BILL));
    expect(bills.map((text) => text.includes('May be a repeat'))).toEqual([false, true]);
    expect(billsIn(world, SEARCH)).toBe(1);
  });

  it('has single mails delivered by their ids, and says which it does not know or which wait anyway', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    const [{ id } = { id: '' }] = listed(
      await run(world, '--alias', PAY, '--from', '2020-01-01', '--json'),
    ).mails;
    const done = await run(world, id, id, 'no-such-mail', '--apply', '--json');
    expect(done.exitCode).toBe(1);
    expect(listed(done)).toMatchObject({ replayed: [id], unknown: ['no-such-mail'], left: 1 });

    // Taken out of the outbox, and not posted yet.
    const heal = world.teams.answerBy(() => ({ status: 429, headers: { 'retry-after': '60' } }));
    await world.doesHousekeeping();
    const waits = await run(world, id, '--apply', '--json');
    expect(listed(waits)).toMatchObject({ mails: [], waiting: [{ id }], replayed: [] });
    heal();
    world.later(60_000);
    await world.doesHousekeeping();
    expect(billsIn(world, PAYMENTS)).toBe(2);
    expect(await replays(world)).toHaveLength(1);
  });

  it('is not understood without a word which mails', async () => {
    await using world = await openWorld();
    for (const args of [[], ['--alias', PAY], ['--dead', 'an-id'], ['--dead', '--from', 'yesterday']]) {
      const { exitCode, err } = await run(world, ...args);
      expect([exitCode, err === '']).toEqual([2, false]);
    }
    const { exitCode, err } = await run(world, '--dead', '--alias', 'aws_nobody@company.com');
    expect([exitCode, err]).toEqual([1, expect.stringContaining('no such alias')]);
  });
});
