import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readInfrastructure } from '../infra/terraform.ts';
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

/** The figures of one metric by their labels, as Prometheus reads them. */
async function figures(world: World, metric: string): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`${world.url}/metrics`)).text();
  const found = text.matchAll(new RegExp(`^${metric}(?:\\{(.*)\\})? (\\S+)$`, 'gm'));
  return new Map([...found].map(([, labels = '', value]) => [labels, Number(value)]));
}

/** What the alerts of `infra` compare with; their queries name it. */
let bounds: { readonly waitsSeconds: number; readonly failing: readonly string[]; readonly share: number };
beforeAll(async () => {
  const alerts = z
    .record(z.string(), z.looseObject({ query: z.string() }))
    .parse((await readInfrastructure()).locals['log_alerts']);
  const query = (name: string): string => (alerts[name]?.query ?? '').replaceAll('\\', '');
  const [, waits] = /age > (\d+)/.exec(query('mail-waits')) ?? [];
  const [, outcomes = ''] = /Properties\.outcome\) in \((.*?)\)/.exec(query('posts-fail')) ?? [];
  const [, share] = /failed > ([\d.]+) \* posts/.exec(query('posts-fail')) ?? [];
  const failing = [...outcomes.matchAll(/\w+/g)].map(([outcome]) => outcome);
  bounds = z
    .object({ waitsSeconds: z.int(), failing: z.array(z.string()).min(1), share: z.number() })
    .parse({ waitsSeconds: Number(waits), failing, share: Number(share) });
});

async function waitsSeconds(world: World): Promise<number> {
  await world.observes();
  return (await figures(world, 'rootdesk_mail_oldest_undelivered_age_seconds')).get('') ?? Number.NaN;
}

/** The share of what was posted since the former figures that Teams did not take. */
function failingShare(before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): number {
  const grown = [...now].map(([labels, value]) => ({ labels, by: value - (before.get(labels) ?? 0) }));
  const sum = (of: typeof grown): number => of.reduce((total, { by }) => total + by, 0);
  const failed = grown.filter(({ labels }) =>
    bounds.failing.some((outcome) => labels.includes(`outcome="${outcome}"`)),
  );
  return sum(failed) / sum(grown);
}

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
      const share = failingShare(before, await figures(world, 'rootdesk_posts_total'));
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
    await until(async () => expect(await said()).toEqual([1, 2, 4]), 10_000);
    world.graph.faults.clear();
    await until(
      async () =>
        expect(await lines(world, 'what had failed is over')).toMatchObject([
          { thing: CENTRAL, after: expect.stringMatching(/^a sweep/) },
        ]),
      10_000,
    );
  });
});
