import { describe, expect, it } from 'vitest';
import { runWith } from '../admin/admin-context.ts';
import { figures, readAlertBounds } from './alert-bounds.ts';
import { ALEX, CENTRAL, PAYMENTS, SAM, SEARCH, SECOND_CENTRAL, TRIAGE } from './company.ts';
import { FIND, mail, PAY } from './mail.ts';
import { CODE } from './secret-mails.ts';
import { openWorld, type World } from './world.ts';

const MINUTES = 60_000;
const BILL = 'Billing Statement';
const billsOf = (world: World, channel: typeof PAYMENTS): number =>
  world.channel(channel).filter(({ text }) => text.includes(BILL)).length;

/** Alex's mail ends in the first central mailbox, Sam's in the second. */
async function companyOfTwo(): Promise<World> {
  const world = await openWorld({ atSecondCentral: [FIND], watchedBy: [] });
  await world.owns(ALEX, PAYMENTS, PAY);
  await world.owns(SAM, SEARCH, FIND);
  for (const person of [ALEX, SAM]) await world.says(person, 'help');
  return world;
}

describe('mail of two central mailboxes', () => {
  it('comes to its owners, and a withheld one of the second is shown after a restart too', async () => {
    await using world = await companyOfTwo();
    await world.mailArrives(mail({ to: PAY }), PAY);
    await world.mailArrives(CODE.replaceAll(PAY, FIND), FIND);
    expect(world.graph.hands.list('inbox', SECOND_CENTRAL)).toHaveLength(1);
    await world.sweeps();
    await world.sees(PAYMENTS, BILL);
    await world.restarts();
    await world.clicks(SAM, await world.sees(SEARCH, 'Text withheld'), 'reveal-mail');
    await world.sees(SAM, '731942');
  });

  it('tells by its way to which of them each root mailbox forwards', async () => {
    await using world = await companyOfTwo();
    for (const to of [PAY, FIND]) await world.mailArrives(mail({ to }), to);
    await world.sweeps();
    const { out } = await runWith(['pool'], () => world.config);
    expect(out).toMatch(new RegExp(`^aws-root-01@company.com .*, forwards to ${CENTRAL}$`, 'm'));
    expect(out).toMatch(new RegExp(`^aws-root-11@company.com .*, forwards to ${SECOND_CENTRAL}$`, 'm'));
  });

  it('comes once to each of its owners when both mailboxes have it', async () => {
    await using world = await companyOfTwo();
    await world.mailArrives(
      mail({ to: `${PAY}, ${FIND}`, headers: { 'Message-ID': '<one@aws>' } }),
      PAY,
      FIND,
    );
    expect([CENTRAL, SECOND_CENTRAL].map((box) => world.graph.hands.list('inbox', box).length)).toEqual([
      1, 1,
    ]);
    await world.sweeps();
    await world.sweeps();
    expect([billsOf(world, PAYMENTS), billsOf(world, SEARCH)]).toEqual([1, 1]);
    expect(world.channel(TRIAGE).some(({ text }) => text.includes(BILL))).toBe(false);
  });

  it('is compared with the ledger in both, and what was missed is brought', async () => {
    await using world = await companyOfTwo();
    for (const to of [PAY, FIND]) await world.mailArrives(mail({ to }), to);
    for (const box of [CENTRAL, SECOND_CENTRAL]) {
      for (const id of world.graph.hands.list('inbox', box)) await world.graph.hands.move(id, 'archive');
    }
    // Before any sweep: Graph tells of nothing that came and went.
    world.later(20 * MINUTES);
    await world.reconciles();
    expect([billsOf(world, PAYMENTS), billsOf(world, SEARCH)]).toEqual([1, 1]);
    await world.reconciles();
    expect(world.channel(TRIAGE).filter(({ text }) => text.includes('had been missed'))).toHaveLength(2);
  });

  it('comes from the one while the other does not answer, and from that one afterwards', async () => {
    await using world = await companyOfTwo();
    await world.sweeps();
    world.graph.faults.always(`users/${CENTRAL}/`, { kind: 'error', status: 500 });
    await world.mailArrives(mail({ to: PAY }), PAY);
    await world.mailArrives(mail({ to: FIND }), FIND);
    await expect(world.sweeps()).rejects.toMatchObject({ code: 'mailbox-unavailable' });
    await world.rests();
    expect([billsOf(world, PAYMENTS), billsOf(world, SEARCH)]).toEqual([0, 1]);

    // Who looks is told which of them it is: by the figure that the alert compares, and by doctor.
    world.later(20 * MINUTES);
    await world.sweeps().catch(() => undefined);
    await world.observes();
    const ages = await figures(world, 'rootdesk_cursor_age_seconds');
    expect([...ages.keys()]).toEqual(['mailbox="aws"', 'mailbox="aws2"']);
    const { unreadSeconds } = await readAlertBounds();
    const late = [...ages].filter(([, age]) => age > unreadSeconds);
    expect(late.map(([mailbox]) => mailbox)).toEqual(['mailbox="aws"']);
    const doctor = await runWith(['doctor'], () => world.config);
    expect(doctor.out).toMatch(new RegExp(`^FAILS +central mailbox \\(${CENTRAL}\\)$`, 'm'));
    expect(doctor.out).toMatch(new RegExp(`^works +central mailbox \\(${SECOND_CENTRAL}\\)$`, 'm'));

    world.graph.faults.clear();
    await world.sweeps();
    expect(billsOf(world, PAYMENTS)).toBe(1);
  });
});

describe('the setting of the central mailboxes', () => {
  it('may name them in another order: nothing comes twice, and all can be read', async () => {
    await using world = await companyOfTwo();
    // Nobody vouches for it, so that it would be posted again if it were taken for another mail.
    const doubtful = (to: string): string => mail({ to, subject: `Doubtful ${BILL}` });
    for (const to of [PAY, FIND]) {
      await world.graph.deliver(Buffer.from(doubtful(to)), [to], { verdict: 'none' });
    }
    await world.sweeps();
    const before = world.teams.calls.length;
    world.reads(SECOND_CENTRAL, CENTRAL);
    await world.restarts();
    await world.sweeps();
    expect(world.teams.calls.slice(before)).toEqual([]);
    await world.mailArrives(CODE, PAY);
    await world.sweeps();
    await world.clicks(ALEX, await world.sees(PAYMENTS, 'Text withheld'), 'reveal-mail');
    await world.sees(ALEX, '731942');
  });

  it('may get a second one later', async () => {
    await using world = await companyOfTwo();
    world.reads(CENTRAL);
    await world.restarts();
    await world.mailArrives(mail({ to: PAY }), PAY);
    await world.mailArrives(mail({ to: FIND }), FIND);
    await world.sweeps();
    expect([billsOf(world, PAYMENTS), billsOf(world, SEARCH)]).toEqual([1, 0]);
    world.reads(CENTRAL, SECOND_CENTRAL);
    await world.restarts();
    await world.sweeps();
    expect([billsOf(world, PAYMENTS), billsOf(world, SEARCH)]).toEqual([1, 1]);
  });

  it('may lose one: what lies there cannot be shown until it is back, and nothing is taken for deleted', async () => {
    await using world = await companyOfTwo();
    await world.mailArrives(CODE.replaceAll(PAY, FIND), FIND);
    await world.sweeps();
    const card = await world.sees(SEARCH, 'Text withheld');
    world.reads(CENTRAL);
    await world.restarts();
    await world.clicks(SAM, card, 'reveal-mail');
    expect(world.chatOf(SAM).some(({ text }) => text.includes('731942'))).toBe(false);
    world.reads(CENTRAL, SECOND_CENTRAL);
    await world.restarts();
    world.later(MINUTES);
    await world.rests();
    await world.sees(SAM, '731942');
  });
});
