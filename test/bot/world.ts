import { createServer, plugins } from 'restify';
import { z } from 'zod';
import type { TeamsAccess } from '../../bot/teams/teams-access.ts';
import { createAnswers, type Answers } from '../../bot/teams/answers.ts';
import { createRateLimiter } from '../../bot/teams/rate-limiter.ts';
import type { Job } from '../../src/messages/job.ts';
import type { Outbox } from '../../src/messages/queue.ts';
import { newId } from '../../src/shared/identifiers.ts';
import { createAdapter, type AdapterOptions } from '../../bot/teams/adapter.ts';
import { createBot, type Bot } from '../../bot/bot.ts';
import { createMessagesRoute } from '../../bot/teams/messages-route.ts';
import { createAliases } from '../../src/aliases/create-aliases.ts';
import type { Register } from '../../src/register.ts';
import type { Versioned } from '../../src/store/change.ts';
import { createTableRegister } from '../../src/azure/table-register.ts';
import { createMails } from '../../src/mail/cases/create-mails.ts';
import { REVEAL_POLICY } from '../../src/mail/cases/reveal-policy.ts';
import { MAIL_RULES } from '../../src/mail/rules.ts';
import type { Person } from '../../src/people/person.ts';
import { createRights } from '../../src/rights/rights.ts';
import { unwatched } from '../../src/shared/telemetry.ts';
import { createFakeChannels } from '../fakes/channels.ts';
import { startConnector, type FakeConnector } from '../fakes/connector.ts';
import { createFakeConversations, type FakeConversations } from '../fakes/conversations.ts';
import { silentLog } from '../fakes/log.ts';
import { createMemoryTable } from '../../harness/memory-table.ts';
import { openOffice, requestsOf, type FakeOffice } from '../fakes/requests.ts';

export const ADA = { id: 'ada-id', name: 'Ada Lovelace', mail: 'ada@company.com' } as const;
export const GRACE = { id: 'grace-id', name: 'Grace Hopper', mail: 'grace@company.com' } as const;
const APPROVERS = 'group-approvers';
const PEOPLE: readonly Person[] = [ADA, GRACE];
export const CHANNEL = '19:aws-root@thread.tacv2';
export const TEAM = '19:payments@thread.tacv2';
/** The channel as it is once Ada linked it. */
export const LINKED = {
  id: CHANNEL,
  name: 'aws-root',
  teamId: TEAM,
  teamName: 'Payments',
  groupId: 'group-payments',
  roles: ['owner'],
  linkedBy: 'Ada Lovelace',
  linkedAt: new Date(0),
} as const;

/** The bot behind real HTTP and botbuilder's real adapter; Teams and the services are fakes. */
export interface World extends AsyncDisposable {
  readonly bot: Bot;
  readonly connector: FakeConnector;
  readonly requests: FakeOffice;
  /** What is queued apart from any change, by its id. */
  readonly queued: ReadonlyMap<string, Job>;
  /** Nothing can be queued while this is so. */
  refuseToQueue(refuse: boolean): void;
  readonly conversations: FakeConversations;
  /** Real rules over a table in memory. */
  readonly register: Register;
  /** Sends an activity; the parts that every activity has are filled in. */
  send(activity: Record<string, unknown>, authorization?: string): Promise<{ status: number; body: unknown }>;
  /** A person writes in their own chat. */
  write(person: Person, text: string): Promise<void>;
  /** A person writes in the channel; the text has to hold the mention. */
  writeInChannel(person: Person, text: string): Promise<void>;
  /** A person clicks a button in their own chat or, with a channel conversation, there. */
  click(
    person: Person,
    verb: string,
    input: Record<string, unknown>,
    where?: Record<string, unknown>,
  ): Promise<Clicked>;
  /** All text of the last card that was sent. */
  lastCard(): string;
}

export interface Clicked {
  readonly status: number;
  readonly type: string;
  /** The card as JSON text, or the sentence. */
  readonly text: string;
  readonly card: Record<string, unknown>;
}

interface WorldOptions {
  readonly access?: TeamsAccess;
  readonly adapter?: Partial<AdapterOptions>;
  readonly clickMs?: number;
  /** How long an answer is tried that Teams does not take, in milliseconds; as long as the turn where left out. */
  readonly patienceMs?: number;
  /** In place of parts of the table. */
  readonly register?: Partial<Register>;
}

/** What is tried here are answers, thousands in one chat; Teams' limits are tried in `teams/rate-limiter.test.ts`. */
const UNLIMITED = { perSecond: 100_000, perHalfMinute: 100_000 };

function answersWithin(patienceMs: number | undefined): Answers {
  const answers = createAnswers(createRateLimiter(() => new Date(), UNLIMITED));
  if (patienceMs === undefined) return answers;
  return {
    send: (where, send, signal) =>
      answers.send(where, send, AbortSignal.any([signal, AbortSignal.timeout(patienceMs)])),
  };
}

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const connector = await startConnector();
  const office = openOffice();
  const conversations = createFakeConversations();
  const stored = createTableRegister(createMemoryTable());
  // Channels live in the office; everything else of the register is real.
  const register: Register = {
    ...stored,
    channel: async (id) => versioned(office.linked.find((channel) => channel.id === id)),
    channels: async () => office.linked.map((value) => ({ value, version: '1' })),
    ...options.register,
  };
  const log = silentLog();
  const queued = new Map<string, Job>();
  let refusesToQueue = false;
  const outbox: Pick<Outbox<Job>, 'add' | 'withdraw'> = {
    async add(job) {
      if (refusesToQueue) throw new Error('the storage is away');
      const id = newId();
      queued.set(id, job);
      return id;
    },
    withdraw: async (id) => void queued.delete(id),
  };
  const teams = createAdapter(options.access ?? { kind: 'playground' }, log, {
    telemetry: unwatched,
    ...options.adapter,
  });
  const rights = createRights({
    register,
    ledger: { entry: async () => undefined },
    conversations,
    directory: {
      person: async (id) => PEOPLE.find((person) => person.id === id),
      memberOf: async (id, groups) =>
        new Set(groups.filter((group) => group !== APPROVERS || office.approvers.has(id))),
      isInChannel: async () => false,
    },
    policy: { approvers: { kind: 'group', groupId: APPROVERS }, askers: { kind: 'everyone' } },
    log,
  });
  const bot = createBot(
    {
      teams,
      rights,
      requests: requestsOf(office, register, rights),
      aliases: createAliases({
        register,
        rights,
        policy: { quarantineDays: 90 },
        clock: () => new Date(),
      }),
      mails: createMails({
        register,
        ledger: { listed: async () => [], state: async () => undefined },
        conversations,
        mailbox: { message: async () => undefined, mime: async () => undefined },
        rules: MAIL_RULES,
        policy: { reveal: REVEAL_POLICY, acknowledgeMinutes: 60 },
        clock: () => new Date(),
        log,
        wake() {},
      }),
      channels: createFakeChannels(office.linked),
      conversations,
      directory: {
        person: async (id) => PEOPLE.find((person) => person.id === id),
        personByMail: async (mail) => PEOPLE.find((person) => person.mail === mail),
      },
      register,
      policy: { approvalsNeeded: 1, quarantineDays: 90 },
      outbox,
      wake() {},
      clock: () => new Date(),
      answers: answersWithin(options.patienceMs),
      log,
      telemetry: unwatched,
    },
    options.clickMs,
  );
  const server = createServer();
  server.use(plugins.bodyParser({ maxBodySize: 100_000 }));
  server.post('/api/messages', createMessagesRoute(bot));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());

  async function send(
    activity: Record<string, unknown>,
    authorization?: string,
  ): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(authorization === undefined ? {} : { authorization }),
      },
      body: JSON.stringify({
        channelId: 'msteams',
        serviceUrl: connector.serviceUrl,
        recipient: { id: '28:bot', name: 'Rootdesk' },
        ...activity,
      }),
    });
    const text = await response.text();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, body };
  }

  return {
    bot,
    connector,
    requests: office,
    queued,
    refuseToQueue(refuse) {
      refusesToQueue = refuse;
    },
    conversations,
    register,
    send,
    async write(person, text) {
      await send({ type: 'message', id: 'm1', text, ...personal(person) });
      await bot.settled();
    },
    async writeInChannel(person, text) {
      await send({ type: 'message', id: 'm1', text, ...inChannel(person) });
      await bot.settled();
    },
    async click(person, verb, input, where = personal(person)) {
      const { status, body } = await send({
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: 'card-1',
        value: { action: { type: 'Action.Execute', verb, data: input }, trigger: 'manual' },
        ...where,
      });
      return clicked(status, body);
    },
    lastCard: () => JSON.stringify(connector.cards().at(-1)),
    async [Symbol.asyncDispose]() {
      await bot.settled();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await connector[Symbol.asyncDispose]();
    },
  };
}

function versioned<T>(value: T | undefined): Versioned<T> | undefined {
  return value === undefined ? undefined : { value, version: '1' };
}

export function personal(person: Person): Record<string, unknown> {
  return {
    from: { id: `29:${person.id}`, name: person.name, aadObjectId: person.id },
    conversation: { id: `chat-of-${person.id}`, conversationType: 'personal', tenantId: 'tenant-1' },
    channelData: { tenant: { id: 'tenant-1' } },
  };
}

export function inChannel(person: Person): Record<string, unknown> {
  return {
    from: { id: `29:${person.id}`, name: person.name, aadObjectId: person.id },
    conversation: {
      id: `${CHANNEL};messageid=1`,
      conversationType: 'channel',
      isGroup: true,
      tenantId: 'tenant-1',
    },
    channelData: { tenant: { id: 'tenant-1' }, team: { id: TEAM }, channel: { id: CHANNEL } },
  };
}

const ClickAnswer = z.object({ statusCode: z.number(), type: z.string(), value: z.unknown() });

function clicked(status: number, body: unknown): Clicked {
  const { type, value } = ClickAnswer.parse(body);
  const card = z.record(z.string(), z.unknown()).safeParse(value);
  return { status, type, text: JSON.stringify(value), card: card.data ?? {} };
}
