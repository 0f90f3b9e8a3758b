import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runWith } from '../admin/premises.ts';
import { ADELE, ALEX, MEGAN, PAYMENTS, PLATFORM, SAM } from './company.ts';
import { openDesk, type Desk } from './desk.ts';
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

async function log(desk: Desk, ...args: readonly string[]): Promise<readonly z.output<typeof Step>[]> {
  const { out, exitCode } = await runWith(['reveal-log', '--json', ...args], () => desk.config);
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
async function wanted(desk: Desk): Promise<Shown> {
  await desk.says(ALEX, 'help');
  await desk.mailArrives(RESET);
  await desk.sweeps();
  const card = await desk.sees(PAYMENTS, 'Text withheld');
  await desk.clicks(ALEX, card, 'reveal-mail');
  await desk.rests();
  return card;
}

describe('`rootdesk reveal-log`', () => {
  it('tells who wanted, agreed, read, and when it was taken away: with account and topic, without the mail', async () => {
    await using desk = await openDesk();
    await desk.owns(ALEX, PAYMENTS, PAY, ACCOUNT);
    await wanted(desk);
    await desk.clicks(MEGAN, await desk.sees(PLATFORM, 'wants to read'), 'agree-reveal');
    await desk.sees(ALEX, 'TOKENTOKEN42');
    desk.later(10 * MINUTES);
    await desk.rests();

    const entries = await log(desk);
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
    expect(await log(desk, '--alias', PAY)).toEqual(entries);
    expect(await log(desk, '--person', ALEX.id)).toEqual(entries);
    expect(steps(await log(desk, '--person', MEGAN.name))).toEqual([`agreed||${MEGAN.name}|${ALEX.name}`]);
    // The first step is not in the time that was asked for, and its reader is known all the same.
    expect(await log(desk, '--from', entries[2]?.at ?? '')).toEqual(entries.slice(2));
    expect(await log(desk, '--until', entries[2]?.at ?? '')).toEqual(entries.slice(0, 2));
  });

  it('tells what was refused, and what came to nothing', async () => {
    await using desk = await openDesk();
    await desk.owns(ALEX, PAYMENTS, PAY);
    await wanted(desk);
    await desk.clicks(ADELE, await desk.sees(PLATFORM, 'wants to read'), 'refuse-reveal');
    await desk.clicks(ALEX, await desk.sees(PAYMENTS, 'Text withheld'), 'reveal-mail');
    await desk.rests();
    desk.later(60 * MINUTES);
    await desk.rests();
    expect(steps(await log(desk))).toEqual([
      `wanted||${ALEX.name}|${ALEX.name}`,
      `refused||${ADELE.name}|${ALEX.name}`,
      `wanted||${ALEX.name}|${ALEX.name}`,
      `failed|unanswered|reveal|${ALEX.name}`,
    ]);
  });

  it('tells that a former owner’s wish came to nothing, because the mail is not theirs any more', async () => {
    await using desk = await openDesk();
    await desk.owns(ALEX, PAYMENTS, PAY);
    const card = await wanted(desk);
    await desk.gives(MEGAN, `transfer ${PAY} to ${SAM.mail} search-aws`);
    await desk.clicks(SAM, card, 'reveal-mail');
    await desk.clicks(ADELE, await desk.sees(PLATFORM, 'wants to read'), 'agree-reveal');
    await desk.rests();
    expect(steps(await log(desk))).toEqual([
      `wanted||${ALEX.name}|${ALEX.name}`,
      `agreed||${ADELE.name}|${ALEX.name}`,
      `failed|owner-changed|reveal|${ALEX.name}`,
    ]);
    expect(steps(await log(desk, '--person', ALEX.name))).toHaveLength(3);
    expect(await log(desk, '--alias', FIND)).toEqual([]);
  });

  it('is a table for a spreadsheet as well', async () => {
    await using desk = await openDesk();
    await desk.owns(ALEX, PAYMENTS, PAY);
    await wanted(desk);
    const { out } = await runWith(['reveal-log', '--format', 'csv'], () => desk.config);
    const [head, line, ...rest] = out.split('\r\n');
    expect(head).toBe('at,step,why,by,byId,reader,readerId,alias,account,category,mailReceivedAt,revealId');
    expect(line).toContain(
      `,wanted,,${ALEX.name},${ALEX.id},${ALEX.name},${ALEX.id},${PAY},,password-reset,`,
    );
    expect(rest).toEqual(['']);
  });
});
