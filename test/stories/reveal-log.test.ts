import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runWith } from '../admin/admin-context.ts';
import { ADELE, ALEX, MEGAN, PAYMENTS, PLATFORM, SAM } from './company.ts';
import { openWorld, type World } from './world.ts';
import { FIND, PAY } from './mail.ts';
import { RESET, SECRETS } from './secret-mails.ts';
import type { Shown } from './shown.ts';

const MINUTES = 60_000;
const ACCOUNT = '481216253649';

const Step = z.object({
  at: z.iso.datetime(),
  step: z.string(),
  why: z.string(),
  by: z.string(),
  reader: z.string(),
  readerId: z.string(),
  alias: z.string(),
  account: z.string(),
  category: z.string(),
  mailReceivedAt: z.iso.datetime(),
  revealId: z.string(),
});

async function log(world: World, ...args: readonly string[]): Promise<readonly z.output<typeof Step>[]> {
  const { out, exitCode } = await runWith(['reveal-log', '--json', ...args], () => world.config);
  expect(exitCode).toBe(0);
  expect(out).not.toMatch(SECRETS);
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Step.parse(JSON.parse(line)));
}
const steps = (entries: readonly z.output<typeof Step>[]): readonly string[] =>
  entries.map(({ step, why, by, reader }) => [step, why, by, reader].join('|'));

/** A reset mail has come for Alex, who wants to read it. */
async function wanted(world: World): Promise<Shown> {
  await world.says(ALEX, 'help');
  await world.mailArrives(RESET);
  await world.sweeps();
  const card = await world.sees(PAYMENTS, 'Text withheld');
  await world.clicks(ALEX, card, 'reveal-mail');
  await world.rests();
  return card;
}

describe('`rootdesk reveal-log`', () => {
  it('tells who wanted, agreed, read, and when it was taken away: with account and topic, without the mail', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY, ACCOUNT);
    await wanted(world);
    await world.clicks(MEGAN, await world.sees(PLATFORM, 'wants to read'), 'agree-reveal');
    await world.sees(ALEX, 'TOKENTOKEN42');
    world.later(10 * MINUTES);
    await world.rests();

    const entries = await log(world);
    expect(steps(entries)).toEqual([
      `wanted||${ALEX.name}|${ALEX.name}`,
      `agreed||${MEGAN.name}|${ALEX.name}`,
      `shown||reveal|${ALEX.name}`,
      `taken-away|time|reveal|${ALEX.name}`,
    ]);
    expect(new Set(entries.map(({ revealId }) => revealId)).size).toBe(1);
    for (const entry of entries) {
      expect(entry).toMatchObject({
        readerId: ALEX.id,
        alias: PAY,
        account: ACCOUNT,
        category: 'password-reset',
      });
    }
    expect(await log(world, '--alias', PAY)).toEqual(entries);
    expect(await log(world, '--person', ALEX.id)).toEqual(entries);
    expect(steps(await log(world, '--person', MEGAN.name))).toEqual([`agreed||${MEGAN.name}|${ALEX.name}`]);
    // The first step is not in the time that was asked for, and its reader is known all the same.
    expect(await log(world, '--from', entries[2]?.at ?? '')).toEqual(entries.slice(2));
    expect(await log(world, '--until', entries[2]?.at ?? '')).toEqual(entries.slice(0, 2));
  });

  it('tells what was refused, and what came to nothing', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await wanted(world);
    await world.clicks(ADELE, await world.sees(PLATFORM, 'wants to read'), 'refuse-reveal');
    await world.clicks(ALEX, await world.sees(PAYMENTS, 'Text withheld'), 'reveal-mail');
    await world.rests();
    world.later(60 * MINUTES);
    await world.rests();
    expect(steps(await log(world))).toEqual([
      `wanted||${ALEX.name}|${ALEX.name}`,
      `refused||${ADELE.name}|${ALEX.name}`,
      `wanted||${ALEX.name}|${ALEX.name}`,
      `failed|unanswered|reveal|${ALEX.name}`,
    ]);
  });

  it('tells that a former owner’s wish came to nothing, because the mail is not theirs any more', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    const card = await wanted(world);
    await world.gives(MEGAN, `transfer ${PAY} to ${SAM.mail} search-aws`);
    await world.clicks(SAM, card, 'reveal-mail');
    await world.clicks(ADELE, await world.sees(PLATFORM, 'wants to read'), 'agree-reveal');
    await world.rests();
    expect(steps(await log(world))).toEqual([
      `wanted||${ALEX.name}|${ALEX.name}`,
      `agreed||${ADELE.name}|${ALEX.name}`,
      `failed|owner-changed|reveal|${ALEX.name}`,
    ]);
    expect(steps(await log(world, '--person', ALEX.name))).toHaveLength(3);
    expect(await log(world, '--alias', FIND)).toEqual([]);
  });

  it('is a table for a spreadsheet as well', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await wanted(world);
    const { out } = await runWith(['reveal-log', '--format', 'csv'], () => world.config);
    const [head, line, ...rest] = out.split('\r\n');
    expect(head).toBe('at,step,why,by,byId,reader,readerId,alias,account,category,mailReceivedAt,revealId');
    expect(line).toContain(
      `,wanted,,${ALEX.name},${ALEX.id},${ALEX.name},${ALEX.id},${PAY},,password-reset,`,
    );
    expect(rest).toEqual(['']);
  });
});
