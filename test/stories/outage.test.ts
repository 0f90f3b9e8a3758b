import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { failingShare, figures, readAlertBounds, waitsSeconds, type AlertBounds } from './alert-bounds.ts';
import { ALEX, CENTRAL, PAYMENTS } from './company.ts';
import { mail, PAY } from './mail.ts';
import { openWorld, type World } from './world.ts';
import { until } from '../until.ts';

const MINUTE = 60_000;
const BILL = 'your bill is $42.17';

const Line = z.looseObject({ level: z.number(), msg: z.string(), times: z.number().default(1) });

/** Lines of the log whose message begins so. */
async function lines(world: World, begins: string): Promise<readonly z.output<typeof Line>[]> {
  const written = (await world.log()).split('\n').filter((line) => line !== '');
  return written.map((line) => Line.parse(JSON.parse(line))).filter(({ msg }) => msg.startsWith(begins));
}

let bounds: AlertBounds;
beforeAll(async () => {
  bounds = await readAlertBounds();
});

describe('when Teams takes nothing for two hours', () => {
  it('the alerts see it from the first quarter of an hour, the log tells of it by doubling, and both of its end', async () => {
    await using world = await openWorld({ watchedBy: [] });
    await world.owns(ALEX, PAYMENTS, PAY);
    const before = await figures(world, 'rootdesk_posts_total');
    const heal = world.teams.answerBy(() => ({ status: 503 }));
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    for (let quarter = 0; quarter < 8; quarter += 1) {
      world.later(15 * MINUTE);
      await world.sweeps();
      const share = failingShare(bounds, before, await figures(world, 'rootdesk_posts_total'));
      expect(share).toBeGreaterThan(bounds.share);
      expect(await waitsSeconds(world)).toBeGreaterThan(bounds.waitsSeconds);
    }
    const waited = await lines(world, 'a mail has to wait');
    expect(waited.map(({ times }) => times)).toEqual([1, 2, 4, 8]);
    expect(waited[0]).toMatchObject({
      worker: 'deliveries',
      entry: expect.stringMatching(/./),
      reason: expect.stringContaining('503'),
    });

    heal();
    world.later(15 * MINUTE);
    await world.sweeps();
    await world.sees(PAYMENTS, BILL);
    expect(await waitsSeconds(world)).toBe(0);
    expect(await lines(world, 'what had failed is over')).toMatchObject([{ times: 9 }]);
  });
});

describe('when the mailbox is away for long', () => {
  it('the log says so at once, by doubling, and when it is over', async () => {
    await using world = await openWorld({ sweepSeconds: 1 });
    world.graph.faults.always('/mailFolders/', { kind: 'error', status: 500 });
    const said = async (): Promise<readonly number[]> =>
      (await lines(world, 'a sweep ended early')).map(({ times }) => times);
    await until(async () => expect(await said()).toEqual([1, 2, 4]));
    world.graph.faults.clear();
    await until(async () =>
      expect(await lines(world, 'what had failed is over')).toMatchObject([
        { thing: CENTRAL, after: expect.stringMatching(/^a sweep/) },
      ]),
    );
  });
});
