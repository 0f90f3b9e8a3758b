import * as fc from '../fast-check.ts';
import { expect, it } from 'vitest';
import { noteAwsMail } from '../../src/aliases/aws-mail.ts';
import { endQuarantines } from '../../src/aliases/end-quarantines.ts';
import { Refusal } from '../../src/store/refusal.ts';
import { createTableConversations } from '../../src/azure/table-conversations.ts';
import { createTableLedger } from '../../src/azure/table-ledger.ts';
import { createTableRegister } from '../../src/azure/table-register.ts';
import { newId } from '../../src/shared/identifiers.ts';
import { createFindOwner } from '../../src/mail/delivery/find-owner.ts';
import { tellOwner } from '../../src/mail/delivery/tell-owner.ts';
import { deliver } from '../../src/mail/delivery/deliver.ts';
import { createMails } from '../../src/mail/cases/create-mails.ts';
import { REVEAL_POLICY } from '../../src/mail/cases/reveal-policy.ts';
import { ledgerIdOf, type LedgerEntry } from '../../src/mail/ledger.ts';
import { MAIL_RULES } from '../../src/mail/rules.ts';
import type { Genuine } from '../../src/mail/analysis.ts';
import type { Target } from '../../src/messages/job.ts';
import type { Notice } from '../../src/notice.ts';
import type { Poster, PostOutcome } from '../../src/messages/poster.ts';
import type { Person } from '../../src/people/person.ts';
import type { PersonCaller } from '../../src/rights/caller.ts';
import { NoRight } from '../../src/rights/no-right.ts';
import { ADA, BEA, CARL, PAYMENTS } from '../fakes/aliases.ts';
import { APPROVER, createCompany, fillPool, linkChannel, QUARANTINE_DAYS } from '../fakes/company.ts';
import type { Doer } from '../fakes/callers.ts';
import { silentLog } from '../fakes/log.ts';
import { createMemoryTable } from '../../harness/memory-table.ts';

const PEOPLE: readonly Person[] = [ADA, BEA, CARL, APPROVER];
const OTHER_CHANNEL = '19:ledger@thread.tacv2';
const CHANNELS = [PAYMENTS, OTHER_CHANNEL] as const;
const POOL = 2;
const PIPELINE: Doer = { kind: 'trusted', actor: { kind: 'client', name: 'pipeline' } };
const START = Date.UTC(2026, 2, 1);
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const person = fc.constantFrom(...PEOPLE);
const channel = fc.constantFrom(...CHANNELS);
const alias = fc.nat({ max: POOL - 1 });
const step = fc.oneof(
  fc.record({ kind: fc.constant('allot' as const), to: person, channel }),
  fc.record({ kind: fc.constant('give' as const), alias, by: person, to: person }),
  fc.record({ kind: fc.constant('move' as const), alias, by: person, channel }),
  fc.record({ kind: fc.constant('release' as const), alias, by: person }),
  fc.record({ kind: fc.constant('wait' as const), days: fc.constantFrom(1, 91) }),
  fc.record({
    kind: fc.constant('mail' as const),
    alias,
    genuine: fc.constantFrom<Genuine>('yes', 'suspicious', 'suspicious'),
    /** As a version recorded it that took no note on aliases. */
    isOld: fc.boolean(),
  }),
  /** Whatever was recorded and not delivered yet; also while the channel cannot be reached. */
  fc.record({ kind: fc.constant('deliver' as const), channelIsGone: fc.boolean() }),
);
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;

/** From when until when somebody, or a channel, had an alias: as the story saw it, whatever is stored. */
interface Tenure {
  readonly who: string;
  readonly from: number;
  until: number;
}

/** The services over a table in memory, and what happened so far. */
async function openWorld() {
  const table = createMemoryTable(() => Promise.resolve());
  const register = createTableRegister(table);
  const log = silentLog();
  const ledger = createTableLedger(table, log);
  const company = createCompany(register, {}, undefined, ledger);
  for (const each of PEOPLE) company.meet(each);
  let now = START;
  const clock = (): Date => new Date(now);
  const pass = (ms: number): void => {
    now += ms;
    company.setTime(clock());
  };
  pass(0);
  await linkChannel(register);
  await linkChannel(register, { id: OTHER_CHANNEL, name: 'ledger', teamName: 'Finance' });
  await fillPool(register, POOL);
  const pool = (await register.freeAliases('', POOL)).map(({ value }) => value);
  const ids = pool.map(({ id }) => id);
  const mailbox = { message: async () => undefined, mime: async () => undefined };
  const mails = createMails({
    mailbox,
    register,
    ledger,
    conversations: createTableConversations(table),
    rules: MAIL_RULES,
    policy: { reveal: REVEAL_POLICY, acknowledgeMinutes: 60 },
    clock,
    log,
    wake: () => undefined,
  });

  const owners = new Map(ids.map((id): [string, Tenure[]] => [id, []]));
  const channels = new Map(ids.map((id): [string, Tenure[]] => [id, []]));
  const used = new Set<string>();
  const wrong: string[] = [];
  const recorded: LedgerEntry[] = [];
  const undelivered: LedgerEntry[] = [];
  const lastOf = (tenures: Map<string, Tenure[]>, id: string): Tenure | undefined => tenures.get(id)?.at(-1);
  const begin = (tenures: Map<string, Tenure[]>, id: string, who: string): void => {
    const last = lastOf(tenures, id);
    if (last !== undefined && last.until > now) last.until = now;
    tenures.get(id)?.push({ who, from: now, until: Number.POSITIVE_INFINITY });
  };

  /** The mail came while the alias was this person's, and it was nobody else's since. */
  function isTheirs(who: string, { aliasId = '', receivedAt }: LedgerEntry): boolean {
    const tenure = lastOf(owners, aliasId);
    const at = receivedAt.getTime();
    return tenure?.who === who && tenure.from <= at && at < tenure.until;
  }

  /** It came while it was this channel's, or its present owner's who brought it here. */
  function isOfChannel(channelId: string, { aliasId = '', receivedAt }: LedgerEntry): boolean {
    const tenure = lastOf(channels, aliasId);
    const from = Math.min(tenure?.from ?? Infinity, lastOf(owners, aliasId)?.from ?? Infinity);
    return tenure?.who === channelId && from <= receivedAt.getTime();
  }

  return {
    register,
    ledger,
    company,
    mails,
    clock,
    pass,
    pool,
    ids,
    mailbox,
    log,
    owners,
    channels,
    used,
    wrong,
    recorded,
    undelivered,
    lastOf,
    begin,
    isTheirs,
    isOfChannel,
  };
}
type World = Awaited<ReturnType<typeof openWorld>>;

/** Does something; what the register refuses changes nothing. */
async function tried<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal || error instanceof NoRight) return undefined;
    throw error;
  }
}

const byHand = (by: Person): Doer => ({ kind: 'person', person: by });

async function take(world: World, each: Step): Promise<void> {
  const { company, pool, begin, owners, channels } = world;
  const { aliases } = company;
  const address = 'alias' in each ? (pool[each.alias]?.address ?? '') : '';
  const id = 'alias' in each ? (pool[each.alias]?.id ?? '') : '';
  switch (each.kind) {
    case 'allot': {
      const form = { owner: { ...each.to }, channelId: each.channel };
      const allotted = await tried(() => aliases.allot(PIPELINE, form));
      if (allotted === undefined) return;
      if (world.used.has(allotted.id)) world.wrong.push('an alias that an account uses was handed out');
      begin(owners, allotted.id, each.to.id);
      begin(channels, allotted.id, each.channel);
      return;
    }
    case 'give': {
      const given = await tried(() =>
        aliases.transfer(byHand(each.by), address, { owner: { ...each.to } }, ''),
      );
      if (given !== undefined && world.lastOf(owners, id)?.who !== each.to.id) begin(owners, id, each.to.id);
      return;
    }
    case 'move': {
      const { channel: channelId } = each;
      const moved = await tried(() => aliases.transfer(byHand(each.by), address, { channelId }, ''));
      if (moved !== undefined && world.lastOf(channels, id)?.who !== channelId)
        begin(channels, id, channelId);
      return;
    }
    case 'release': {
      const released = await tried(() => aliases.release(byHand(each.by), address, ''));
      if (released === undefined) return;
      if ((released.state === 'retired') !== world.used.has(id))
        world.wrong.push(`released: ${released.state}`);
      const tenure = world.lastOf(owners, id);
      if (tenure !== undefined) tenure.until = world.clock().getTime();
      return;
    }
    case 'wait':
      world.pass(each.days * DAY_MS);
      await endQuarantines({ register: world.register, clock: world.clock });
      for (const rested of world.ids) {
        const until = world.lastOf(owners, rested)?.until ?? Infinity;
        if (world.used.has(rested) || until + QUARANTINE_DAYS * DAY_MS > world.clock().getTime()) continue;
        // Free again, as if nobody had ever had it.
        owners.set(rested, []);
        channels.set(rested, []);
      }
      return;
    case 'mail':
      return receive(world, id, each.genuine, each.isOld);
    case 'deliver':
      return deliverAll(world, each.channelIsGone);
  }
}

/** As the sweep records it: the note first. */
async function receive(world: World, aliasId: string, genuine: Genuine, isOld: boolean): Promise<void> {
  const messageId = newId();
  const receivedAt = world.clock();
  if (genuine === 'yes') {
    world.used.add(aliasId);
    if (!isOld) await noteAwsMail({ register: world.register, clock: world.clock }, aliasId, receivedAt);
  }
  const entry: LedgerEntry = {
    id: ledgerIdOf(messageId, aliasId),
    messageId,
    aliasId,
    triageReason: undefined,
    receivedAt,
    category: 'sign-in-verification',
    severity: 'action',
    genuine,
    withheld: true,
    announced: false,
    accountId: undefined,
    readable: false,
  };
  await world.ledger.record([entry]);
  world.recorded.push(entry);
  world.undelivered.push(entry);
}

async function deliverAll(world: World, channelIsGone: boolean): Promise<void> {
  for (const entry of world.undelivered.splice(0)) {
    const poster = watchingPoster(channelIsGone, (target, notice) => {
      if (notice.kind !== 'mail') return;
      const { kind } = target;
      if (kind === 'person' && !world.isTheirs(target.personId, entry)) world.wrong.push('told to a person');
      if (kind === 'channel' && !world.isOfChannel(target.channelId, entry))
        world.wrong.push('told in a channel');
    });
    const { register, mailbox, log } = world;
    const nothing = async (): Promise<undefined> => undefined;
    const queued = {
      id: entry.id,
      attempts: 1,
      dueAt: new Date(0),
      mayBeRepeat: false,
      blocked: false,
      version: '1',
    };
    const { signal } = new AbortController();
    await deliver(
      {
        mailbox,
        register,
        ledger: world.ledger,
        rules: MAIL_RULES,
        clock: () => new Date(),
        log,
        poster,
        watch: nothing,
        bury: nothing,
        recover: async () => false,
        async tellOwners({ id: ledgerId }, _notice, reason) {
          const job = { kind: 'mail-fell-back', ledgerId, reason } as const;
          await tellOwner(
            {
              mailbox,
              register,
              ledger: world.ledger,
              rules: MAIL_RULES,
              log,
              poster,
              clock: world.clock,
              conversations: { rememberCopy: nothing },
              outbox: { add: async () => '' },
              wake: () => undefined,
              findOwner: createFindOwner({ register, findByMail: nothing }),
            },
            { ...queued, job },
            job,
            signal,
          );
        },
        keepForDigest: nothing,
        take: () => undefined,
      },
      { ...queued, job: entry },
      signal,
    );
  }
}

function watchingPoster(
  channelIsGone: boolean,
  seen: (target: Target, notice: Notice) => void,
): Poster<Notice> {
  const posted: PostOutcome = {
    kind: 'posted',
    copy: { serviceUrl: 'https://teams.example', conversationId: 'c', activityId: '1' },
  };
  return {
    async post(target, notice) {
      if (target.kind === 'channel' && channelIsGone) return { kind: 'unreachable', reason: 'gone' };
      seen(target, notice);
      return posted;
    },
    reply: async () => posted,
    redraw: async () => posted,
  };
}

function inChat(who: Person): PersonCaller {
  return { kind: 'person', person: who, place: { kind: 'personal' }, conversationId: `chat of ${who.id}` };
}

function inChannel(channelId: string): PersonCaller {
  const place = { kind: 'channel', teamId: '19:team@x', channelId } as const;
  return { kind: 'person', person: ADA, place, conversationId: channelId };
}

/** Nobody gets anything of a mail that came when the alias was not theirs; and the owner does not lose theirs. */
async function nobodySeesTooMuch(world: World): Promise<void> {
  const { mails, recorded } = world;
  const { rights } = world.company;
  for (const someone of PEOPLE) {
    for (const mail of recorded) {
      const theirs = world.isTheirs(someone.id, mail);
      const may = async (work: () => Promise<unknown>): Promise<boolean> =>
        (await tried(async () => [await work()])) !== undefined;
      const caller = inChat(someone);
      const reveals = async (): Promise<unknown> =>
        mails.reveal(await rights.grant('reveal-mail', caller, mail.id));
      const acknowledges = async (): Promise<unknown> =>
        mails.acknowledge(await rights.grant('acknowledge-mail', caller, mail.id));
      expect(await may(reveals), 'reveals').toBe(theirs);
      expect(await may(acknowledges), 'acknowledges').toBe(theirs);
    }
    const { mails: listed } = await mails.list(await rights.own(inChat(someone)), 'owner', 0);
    expect(
      listed.every(({ entry }) => world.isTheirs(someone.id, entry)),
      'lists',
    ).toBe(true);
  }
  for (const channelId of CHANNELS) {
    const { mails: listed } = await mails.list(await rights.here(inChannel(channelId)), 'channel', 0);
    expect(
      listed.every(({ entry }) => world.isOfChannel(channelId, entry)),
      'lists in the channel',
    ).toBe(true);
  }
}

it('nobody ever sees, lists, acknowledges or is told of a mail that came when the alias was not theirs', async () => {
  expect.hasAssertions();
  const stories = fc.array(step, { maxLength: 16, size: 'max' });
  await fc.assert(
    fc.asyncProperty(stories, async (steps) => {
      const world = await openWorld();
      for (const each of steps) {
        world.pass(MINUTE_MS);
        await take(world, each);
      }
      await deliverAll(world, true);
      await nobodySeesTooMuch(world);
      expect(world.wrong).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
