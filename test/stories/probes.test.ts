import { describe, expect, it } from 'vitest';
import { runWith } from '../admin/admin-context.ts';
import { createTableProbes } from '../../src/azure/table-probes.ts';
import { openTable } from '../../src/azure/table.ts';
import { createCredential } from '../../src/graph/credential.ts';
import { createGraphClient } from '../../src/graph/graph-client.ts';
import { createGraphMailbox } from '../../src/graph/graph-mailbox.ts';
import { makeProbeMail } from '../../src/mail/reach/probe-mail.ts';
import { ADDRESSES, ALEX, CENTRAL, PAYMENTS, ROOT_MAILBOXES, TRIAGE } from './company.ts';
import { mail, NOBODYS, PAY } from './mail.ts';
import { openWorld, type World } from './world.ts';
import { until } from '../until.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Machines may be busy. */
/** As quick as a story can be: one probe at each look. */
const PROBES = {
  withinDays: 1,
  mailboxEveryMs: 60_000,
  patienceMs: 3 * MINUTE,
  perMinuteMost: 5,
  lookMs: 1_000,
};
const [FIRST = '', SECOND = '', THIRD = ''] = ROOT_MAILBOXES;
const SILENT = 'A root mailbox does not forward';
const ALL_SILENT = 'No probe mail comes back';
const MISSING = 'An alias does not receive mail';

/** Minutes of a company, in each of which is looked at what is due, and the mailbox is swept. */
async function minutesPass(world: World, minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    await world.probes();
    await world.sweeps();
    world.later(MINUTE);
  }
}

const told = (world: World, words: string): readonly string[] =>
  world
    .channel(TRIAGE)
    .map(({ text }) => text)
    .filter((text) => text.includes(words));

async function probesOf({ surroundings: { storage, tableName } }: World) {
  const table = await openTable({ kind: 'emulator', connectionString: storage }, tableName);
  return createTableProbes(table, () => undefined);
}

/** What a command prints that an administrator calls beside the program. */
async function toldBy(world: World, command: string): Promise<string> {
  return (await runWith([command], () => world.config)).out;
}

/** Subjects of what lies in the inbox of the central mailbox. */
async function subjects({ config, graph }: World): Promise<readonly string[]> {
  const client = createGraphClient({ baseUrl: graph.url, credential: createCredential(config.credential) });
  const mailbox = createGraphMailbox({ client, mailbox: CENTRAL });
  const ids = graph.hands.list('inbox');
  const signal = AbortSignal.timeout(10_000);
  const messages = await Promise.all(ids.map((id) => mailbox.message(id, signal)));
  return messages.flatMap((message) => message?.subject ?? []);
}

/** A subject in the inbox with these words in it. */
async function subjectWith(world: World, words: string): Promise<string> {
  const found = (await subjects(world)).find((subject) => subject.includes(words));
  if (found === undefined) throw new Error(`No subject has "${words}".`);
  return found;
}

describe('probe mails', () => {
  it('go round through the whole pool, come back, and nobody hears of them', async () => {
    await using world = await openWorld({ rootMailboxes: 3, probes: PROBES });
    await minutesPass(world, 7);
    const probed = await (await probesOf(world)).every();
    expect(probed.map(({ address }) => address).toSorted()).toEqual(ADDRESSES.toSorted());
    expect(new Set(probed.flatMap(({ sent }) => sent.map(({ outcome }) => outcome)))).toEqual(
      new Set(['answered']),
    );
    expect(world.channel(TRIAGE).filter(({ text }) => text.includes('probe'))).toEqual([]);
    expect(await world.rows()).not.toContainEqual(
      expect.objectContaining({ triage_reason: expect.anything() }),
    );
  });

  it('show a root mailbox that stopped forwarding, by name and once, and that it was mended', async () => {
    await using world = await openWorld({ rootMailboxes: 3, probes: PROBES });
    await minutesPass(world, 6);
    world.graph.upsets.stop(SECOND);
    await minutesPass(world, 14);
    expect(told(world, SILENT)).toEqual([expect.stringContaining(SECOND)]);
    expect(told(world, SILENT)[0]).not.toContain(FIRST);
    expect(told(world, MISSING)).toEqual([]);
    expect(await world.log()).toContain('probes through a root mailbox do not come back');
    world.graph.upsets.repair(SECOND);
    await minutesPass(world, 10);
    expect(await world.log()).toContain('probes come back again');
    expect(told(world, SILENT)).toHaveLength(1);
    expect(told(world, MISSING)).toEqual([]);
  });

  it('say so where none comes back at all: it is not the root mailboxes', async () => {
    await using world = await openWorld({ rootMailboxes: 3, probes: PROBES });
    for (const each of [FIRST, SECOND, THIRD]) world.graph.upsets.stop(each);
    await minutesPass(world, 14);
    expect(told(world, ALL_SILENT)).toHaveLength(1);
    expect(told(world, SILENT)).toEqual([]);
    expect(told(world, MISSING)).toEqual([]);
  });

  it('name an alias that takes no mail after two tries; it is handed to nobody until it answers', async () => {
    await using world = await openWorld({ rootMailboxes: 3, probes: PROBES });
    await minutesPass(world, 6);
    world.graph.upsets.stop(NOBODYS);
    await minutesPass(world, 14);
    expect(told(world, MISSING)).toEqual([expect.stringContaining(NOBODYS)]);
    expect((await world.register.aliasByAddress(NOBODYS))?.value.state).toBe('missing');
    expect(await toldBy(world, 'pool')).toContain(
      `\nProbe mails to these aliases do not come back:\n${NOBODYS}\n`,
    );
    expect(await toldBy(world, 'doctor')).toMatch(
      new RegExp(
        `^FAILS +probes +none comes back from ${NOBODYS}\n +> Compare table and mailboxes with verify`,
        'm',
      ),
    );
    expect(told(world, SILENT)).toEqual([]);
    // What Exchange could not deliver is no mail for anybody either.
    expect(await subjects(world)).toContainEqual(expect.stringMatching(/^Undeliverable: Rootdesk probe /));
    expect(told(world, 'Undeliverable')).toEqual([]);
    world.graph.upsets.repair(NOBODYS);
    await minutesPass(world, 10);
    expect((await world.register.aliasByAddress(NOBODYS))?.value.state).toBe('free');
    expect(told(world, MISSING)).toHaveLength(1);
  });

  it('leave the owner of an alias that takes no mail what they have', async () => {
    await using world = await openWorld({ rootMailboxes: 3, probes: PROBES });
    await world.owns(ALEX, PAYMENTS, PAY);
    world.graph.upsets.stop(PAY);
    await minutesPass(world, 14);
    expect(told(world, MISSING)).toEqual([expect.stringContaining(PAY)]);
    expect((await world.register.aliasByAddress(PAY))?.value.state).toBe('allotted');
  });
});

describe('what is no probe is mail like any other', () => {
  const NOT_AWS = 'AWS did not send this mail';
  const probe = (subject: string, written: Partial<Parameters<typeof mail>[0]> = {}): string =>
    mail({ to: PAY, from: `AWS <${CENTRAL}>`, subject, text: 'Give me your password.', ...written });

  it.each([
    ['a secret that was never sent', () => makeProbeMail(/aws_([^@]+)@/.exec(PAY)?.[1] ?? '').subject],
    ['an alias that was never probed', () => makeProbeMail('00000000-0000-4000-8000-000000000000').subject],
  ])('with %s', async (_, subject) => {
    await using world = await openWorld({ probes: PROBES });
    await minutesPass(world, 3);
    await world.mailArrives(probe(subject()));
    await world.sweeps();
    expect(told(world, NOT_AWS)).toHaveLength(1);
  });

  it('be it a probe that comes once more, too late, from somebody else, with something before its subject or another alias', async () => {
    await using world = await openWorld({ probes: PROBES });
    await minutesPass(world, 6);
    const used = await subjectWith(world, 'Rootdesk probe');
    await world.mailArrives(probe(used));
    await world.sweeps();
    expect(told(world, NOT_AWS)).toHaveLength(1);

    // The root mailboxes keep the probes from now on: their secrets are known to whoever reads there, and not used.
    const store = await probesOf(world);
    const id = /aws_([^@]+)@/.exec(PAY)?.[1] ?? '';
    const { subject, secretSha256 } = makeProbeMail(id);
    const stored = await store.load(id);
    const sent = { sentAt: new Date(), secretSha256, isAccepted: true, outcome: 'open' } as const;
    const record = stored ?? {
      aliasId: id,
      address: PAY,
      rootMailbox: FIRST,
      isMissing: false,
      isTold: false,
      sent: [],
    };
    await store.save({ ...record, sent: [sent] }, stored);
    await world.mailArrives(probe(subject, { from: 'Mallory <mallory@example.org>' }));
    await world.mailArrives(probe(`Fwd: ${subject}`));
    await world.mailArrives(probe(subject, { to: `${PAY}, ${NOBODYS}` }));
    await world.sweeps();
    expect(told(world, NOT_AWS)).toHaveLength(4);
    world.later(8 * DAY);
    await world.mailArrives(probe(subject));
    await world.sweeps();
    expect(told(world, NOT_AWS)).toHaveLength(5);
  });

  it('and what AWS writes is AWS’s mail, whatever somebody made its subject say', async () => {
    await using world = await openWorld({ probes: PROBES });
    await world.owns(ALEX, PAYMENTS, PAY);
    await minutesPass(world, 6);
    const used = await subjectWith(world, PAY.slice(4, 40));
    const before = world.channel(PAYMENTS).length;
    await world.mailArrives(mail({ to: PAY, subject: used }));
    await world.sweeps();
    // One card; whether it shows the text is no matter here: the random subject may look like a code.
    expect(world.channel(PAYMENTS)).toHaveLength(before + 1);
    expect(told(world, NOT_AWS)).toHaveLength(0);
  });
});

describe('sending', () => {
  it('that Exchange refuses is said once, asked again an hour later, and goes on when it is allowed', async () => {
    await using world = await openWorld({ probes: PROBES });
    world.graph.faults.refusesSending = true;
    await minutesPass(world, 3);
    world.later(60 * MINUTE);
    await minutesPass(world, 2);
    const said = (await world.log()).split('\n').filter((line) => line.includes('probes are not sent'));
    expect(said).toHaveLength(1);
    const asked = world.graph.faults.requests.filter(({ target }) => target.endsWith('/sendMail'));
    expect(asked).toHaveLength(2);
    expect((await (await probesOf(world)).status()).refusedSince).toBeInstanceOf(Date);
    expect(await toldBy(world, 'doctor')).toMatch(
      new RegExp(
        `^FAILS +probes +Exchange Online has not let Rootdesk send as ${CENTRAL} since 20[-0-9T:]+Z\n +> Run the script of plan with -Probes`,
        'm',
      ),
    );
    world.graph.faults.refusesSending = false;
    world.later(60 * MINUTE);
    await minutesPass(world, 2);
    expect(await world.log()).toContain('probes are sent again');
    expect((await (await probesOf(world)).status()).refusedSince).toBeUndefined();
    expect(told(world, SILENT)).toEqual([]);
  });

  it('that was throttled or cut off blames no mailbox, and is never done twice by itself', async () => {
    await using world = await openWorld({ probes: PROBES });
    world.graph.faults.always('/sendMail', { kind: 'throttle', retryAfterSeconds: 1 });
    await minutesPass(world, 3);
    const tries = (): number =>
      world.graph.faults.requests.filter(({ target }) => target.endsWith('/sendMail')).length;
    // One a look.
    expect(tries()).toBe(3);
    world.graph.faults.clear();
    world.graph.faults.always('/sendMail', { kind: 'cut' });
    await minutesPass(world, 14);
    world.graph.faults.clear();
    await minutesPass(world, 10);
    expect(told(world, SILENT)).toEqual([]);
    expect(told(world, ALL_SILENT)).toEqual([]);
    expect(told(world, MISSING)).toEqual([]);
  });

  it('waits while the central mailbox is not read: what nobody looks for is not missed', async () => {
    await using world = await openWorld({ rootMailboxes: 3, probes: PROBES });
    await minutesPass(world, 2);
    for (let minute = 0; minute < 20; minute += 1) {
      await world.probes();
      world.later(MINUTE);
    }
    const open = (await (await probesOf(world)).every())
      .flatMap(({ sent }) => sent)
      .filter(({ outcome }) => outcome !== 'answered');
    expect(open.length).toBeLessThan(20);
    expect(open.map(({ outcome }) => outcome)).not.toContain('unanswered');
    await minutesPass(world, 10);
    for (const words of [SILENT, ALL_SILENT, MISSING]) expect(told(world, words)).toEqual([]);
  });
});

it('in a program that runs, a root mailbox that is stopped is named soon, and its recovery is seen', async () => {
  const quick = { withinDays: 1, mailboxEveryMs: 900, patienceMs: 2_500, perMinuteMost: 200, lookMs: 100 };
  await using world = await openWorld({ rootMailboxes: 3, probes: quick, sweepSeconds: 1 });
  const store = await probesOf(world);
  await until(async () => {
    const answered = (await store.every()).filter(({ sent }) =>
      sent.some(({ outcome }) => outcome === 'answered'),
    );
    expect(answered).toHaveLength(ADDRESSES.length);
  });
  world.graph.upsets.stop(THIRD);
  await until(() => expect(told(world, SILENT)).toEqual([expect.stringContaining(THIRD)]));
  world.graph.upsets.repair(THIRD);
  await until(async () => expect(await world.log()).toContain('probes come back again'));
  expect(told(world, MISSING)).toEqual([]);
});
