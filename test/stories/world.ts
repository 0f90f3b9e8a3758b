import type { RateLimits } from '../../bot/teams/rate-limiter.ts';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { odata, TableClient } from '@azure/data-tables';
import { inject } from 'vitest';
import { z } from 'zod';
import { startGraphServer, type GraphServer } from '../../local/graph/server.ts';
import { importAliases } from '../../src/aliases/import.ts';
import { allotted } from '../../src/aliases/allot.ts';
import type { Alias } from '../../src/aliases/alias.ts';
import type { Register } from '../../src/register.ts';
import { createApp, type App } from '../../src/app.ts';
import { createTableRegister } from '../../src/azure/table-register.ts';
import { openTable } from '../../src/azure/table.ts';
import type { Config } from '../../src/config.ts';
import { newId } from '../../src/shared/identifiers.ts';
import { createLog } from '../../src/shared/log.ts';
import type { Destination } from '../../src/monitoring/destination.ts';
import type { Person } from '../../src/people/person.ts';
import { startConnector, type FakeConnector } from '../fakes/connector.ts';
import { openLossyNetwork, type LossyNetwork } from '../fakes/lossy-network.ts';
import { createOldScheme, type oldRow } from '../fakes/old-scheme.ts';
import { secret } from '../fakes/secrets.ts';
import {
  ADDRESSES,
  CENTRAL,
  DIRECTORY,
  GUEST,
  PAYMENTS,
  PLATFORM,
  ROOT_MAILBOX,
  ROOT_MAILBOXES,
  SECOND_CENTRAL,
  SECOND_ROOT,
  SEARCH,
  TEAMS,
  TRIAGE,
  type Channel,
} from './company.ts';
import { worldConfig, type Surroundings } from './world-config.ts';
import { leaksIn } from './leaks.ts';
import { asShown, buttonsOf, shownIn, typedIn, type Shown } from './shown.ts';
import { until } from '../until.ts';

/**
 * The whole program with its own table, mailbox and Teams; only the ends of the wires are ours. At its end log and table are
 * searched: a secret or a word of a mail in them fails the story.
 */
export interface World extends AsyncDisposable {
  readonly config: Config;
  readonly teams: FakeConnector;
  readonly graph: GraphServer;
  readonly register: Register;
  /** For a program in a process of its own, beside or instead of the world's. */
  readonly surroundings: Surroundings;
  /** The way to the table; things can be made to go wrong on it. */
  readonly network: LossyNetwork;
  readonly url: string;

  /** A person writes in their own chat, or in a channel with a mention; gives the bot's answer. */
  says(
    person: Person,
    text: string,
    channel?: Channel,
    entities?: readonly Record<string, unknown>[],
  ): Promise<Shown>;
  /** The same for `transfer <alias> <mail>`, with a yes to the question; gives the card that they see then. */
  gives(person: Person, text: string): Promise<Shown>;
  /** A person presses a button of the card, with what they typed; gives the card that they see then. */
  clicks(person: Person, card: Shown, verb: string, fields?: Record<string, unknown>): Promise<Shown>;
  /** Somebody sends what no card of ours can send; gives what comes back. */
  forges(person: Person, verb: unknown, data: unknown, channel?: Channel): Promise<string>;
  /** Teams tells of something that happened to a channel or its team, and perhaps who did it. */
  tells(
    activity: Record<string, unknown>,
    channel: Channel,
    channelData: Record<string, unknown>,
    by: Person | undefined,
  ): Promise<void>;
  /** Cards as they stand now, oldest first. */
  chatOf(person: Person): readonly Shown[];
  channel(channel: Channel): readonly Shown[];
  /** Waits until a card with these words is there, and gives it. */
  sees(where: Person | Channel, words: string | RegExp): Promise<Shown>;

  /** An alias of the pool in the hands of a person and their channel. */
  owns(person: Person, channel: Channel, address: string, accountId?: string): Promise<Alias>;
  mailArrives(mail: string, ...to: readonly string[]): Promise<void>;
  sweeps(): Promise<void>;
  /** A look at the probe mails: what is due is sent. */
  probes(): Promise<void>;
  /** The daily comparison of mailbox and ledger. */
  reconciles(): Promise<void>;
  /** One round of reminders, expiry, ends of quarantines and the pool's watch, with the messages that it queued. */
  doesHousekeeping(): Promise<void>;
  /** Looks at what gauges show, as the schedule does every minute. */
  observes(): Promise<void>;
  /** Waits until nothing is under way, and nothing due is left. */
  rests(): Promise<void>;
  /** Lets time pass. */
  later(ms: number): void;
  /** Stops as a deployment does, and starts again. */
  /** @param meanwhile what happens while nothing runs */
  restarts(meanwhile?: () => Promise<void>): Promise<void>;
  /** Central mailboxes that the setting names from the next start on. */
  reads(...mailboxes: readonly string[]): void;
  /** Ends as if the power had gone: from this moment nothing reaches the table or Teams. Then starts again. */
  crashes(): Promise<void>;

  /** Every row of the table. */
  rows(): Promise<readonly Record<string, unknown>[]>;
  log(): Promise<string>;
  /** Everything that was ever posted, stored or logged. */
  everything(): Promise<string>;
}

interface WorldOptions {
  /** Which channels are linked at the beginning; all of them where left out. */
  readonly linked?: readonly Channel[];
  /** How many free aliases the pool has; all of {@link ADDRESSES} where left out. */
  readonly pool?: number;
  /** The rows of an older scheme that Rootdesk takes over, in place of a pool. */
  readonly takesOver?: readonly ReturnType<typeof oldRow>[];
  /** Over how many root mailboxes the pool is spread in turn; one where left out. */
  readonly rootMailboxes?: number;
  /** Sends probe mails so; none where left out. */
  readonly probes?: NonNullable<Config['probes']>;
  readonly requests?: Partial<Config['requests']>;
  readonly handling?: Partial<Config['handling']>;
  readonly api?: Partial<Config['api']>;
  /** Lets the schedule run, with this interval; without it the mailbox is swept when a story says so. */
  readonly sweepSeconds?: number;
  /** Fewer free aliases are few; 0 where left out. */
  readonly lowWater?: number;
  /** What everybody's Teams speaks; English where left out. */
  readonly locale?: string;
  /** How much may be written into one channel or chat; as much as Teams takes where left out. */
  readonly limits?: RateLimits;
  /** Aliases whose mail ends in a second central mailbox. */
  readonly atSecondCentral?: readonly string[];
  /** Serves the metrics, and brings metrics and traces there. */
  readonly watchedBy?: readonly Destination[];
}

const AZURITE_WAIT_MS = 10_000;

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'rootdesk-desk-'));
  const logFile = join(folder, 'rootdesk.log');
  const teams = await startConnector(TEAMS);
  const { rootMailboxes = 1, atSecondCentral = [] } = options;
  const rootOf = (address: string, place: number): string =>
    atSecondCentral.includes(address) ? SECOND_ROOT : (ROOT_MAILBOXES[place % rootMailboxes] ?? ROOT_MAILBOX);
  const { takesOver } = options;
  const inExchange =
    takesOver?.map(({ aws_mail: address, root_mailbox: rootMailbox }) => ({ address, rootMailbox })) ??
    ADDRESSES.map((address, place) => ({ address, rootMailbox: rootOf(address, place) }));
  const roots = [...Map.groupBy(inExchange, ({ rootMailbox }) => rootMailbox)].map(([address, carried]) => ({
    address,
    aliases: carried.map((alias) => alias.address),
    central: address === SECOND_ROOT ? SECOND_CENTRAL : CENTRAL,
  }));
  const furtherCentrals = atSecondCentral.length === 0 ? [] : [SECOND_CENTRAL];
  const mailboxes = { central: CENTRAL, furtherCentrals, roots };
  const graph = remembering(
    await startGraphServer({ port: 0, stateFolder: join(folder, 'graph'), directory: DIRECTORY, mailboxes }),
  );
  const azurite = inject('azurite');
  secret(/AccountKey=([^;]+)/.exec(azurite)?.[1] ?? azurite);
  const tableName = `stories${newId().toLowerCase()}`;
  if (takesOver !== undefined) await (await createOldScheme(azurite, tableName)).write(takesOver);
  const register = createTableRegister(
    await openTable({ kind: 'emulator', connectionString: azurite }, tableName, AZURITE_WAIT_MS),
  );
  if (takesOver === undefined) await importAliases(register, inExchange.slice(0, options.pool));

  const surroundings: Surroundings = {
    tableName,
    storage: azurite,
    graphUrl: graph.url,
    tokenUrl: graph.tokenUrl,
  };

  let offsetMs = 0;
  const clock = (): Date => new Date(Date.now() + offsetMs);
  let current: Running;
  let centrals = [CENTRAL, ...furtherCentrals];

  interface Running {
    readonly app: App;
    readonly network: LossyNetwork;
    readonly config: Config;
    readonly url: string;
  }

  async function start(): Promise<Running> {
    const network = await openLossyNetwork(azurite);
    const usual = worldConfig({ ...surroundings, storage: network.connectionString });
    const config: Config = {
      ...usual,
      graph: { ...usual.graph, mailboxes: centrals },
      // What a slow machine needs more time for is no other answer.
      teams: { kind: 'playground', clickMs: 60_000, ...(options.limits && { limits: options.limits }) },
      requests: { ...usual.requests, ...options.requests },
      handling: { ...usual.handling, ...options.handling },
      pool: { lowWater: options.lowWater ?? 0 },
      ...(options.probes && { probes: options.probes }),
      api: { ...usual.api, ...options.api },
      schedule: { ...usual.schedule, sweepSeconds: options.sweepSeconds ?? 60 },
      ...(options.watchedBy !== undefined && { monitoring: { metricsPort: usual.http.port } }),
    };
    const app = await createApp(config, createLog('debug', logFile), clock, options.watchedBy);
    const port = await (options.sweepSeconds === undefined ? app.listen() : app.start());
    return { app, network, config, url: `http://127.0.0.1:${port}` };
  }

  async function send(activity: Record<string, unknown>): Promise<unknown> {
    const response = await fetch(`${current.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        channelId: 'msteams',
        serviceUrl: teams.serviceUrl,
        recipient: { id: '28:rootdesk', name: 'Rootdesk' },
        ...(options.locale !== undefined && { locale: options.locale }),
        ...activity,
      }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`Rootdesk answered ${response.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  async function click(person: Person, action: unknown, where: Where): Promise<unknown> {
    const { place, conversationId, activityId } = where;
    const answer = ClickAnswer.parse(
      await send({
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: activityId,
        value: { action, trigger: 'manual' },
        ...(place === undefined ? inChat(person) : inChannel(person, place, conversationId)),
      }),
    );
    // The answer is there, whatever becomes of what it set in motion: stories take the table away.
    await Promise.allSettled([world.rests()]);
    return answer.value;
  }

  const at = (where: Person | Channel): readonly Shown[] => {
    const place = 'team' in where ? where.id : chatId(where);
    return shownIn(teams).filter((card) => card.place === place);
  };

  const world: World = {
    get config() {
      return current.config;
    },
    get network() {
      return current.network;
    },
    get url() {
      return current.url;
    },
    teams,
    graph,
    register,
    surroundings,
    async says(person, text, channel, entities) {
      const place = channel === undefined ? inChat(person) : inChannel(person, channel);
      const before = teams.calls.length;
      await send({
        type: 'message',
        id: String(Date.now()),
        text: channel === undefined ? text : `<at>Rootdesk</at>&nbsp;${text}`,
        ...(entities !== undefined && { entities }),
        ...place,
      });
      const calls = teams.calls.slice(before);
      await world.rests();
      const answer = shownIn({ ...teams, calls }).at(-1);
      if (answer === undefined) throw new Error(`Nobody answered "${text}".`);
      return answer;
    },
    async gives(person, text) {
      const question = await world.says(person, text);
      return world.clicks(person, question, 'confirm-transfer', typedIn(question.card));
    },
    async clicks(person, card, verb, fields = {}) {
      const carried = buttonsOf(card.card).get(verb);
      if (carried === undefined) throw new Error(`There is no button "${verb}" on:\n${card.text}`);
      const action = { type: 'Action.Execute', verb, data: { ...carried, ...fields } };
      const place = CHANNELS.find(({ id }) => id === card.place);
      const answer = await click(person, action, { ...card, place });
      // A sentence comes beside the card, which stays as it was.
      if (typeof answer === 'string') return { ...card, text: `${answer}\n${card.text}` };
      const drawn = z.record(z.string(), z.unknown()).parse(answer);
      return asShown(card.conversationId, card.activityId, drawn);
    },
    async forges(person, verb, data, channel) {
      const where = { conversationId: `${channel?.id};messageid=1`, activityId: '1', place: channel };
      return JSON.stringify(await click(person, { type: 'Action.Execute', verb, data }, where));
    },
    async tells(activity, channel, channelData, by) {
      const place = inChannel(by ?? GUEST, channel, channel.id);
      await send({
        ...place,
        ...activity,
        from: by === undefined ? { id: '29:teams' } : from(by),
        channelData: {
          tenant: { id: TENANT },
          team: { id: channel.team },
          channel: { id: channel.id },
          ...channelData,
        },
      });
      await world.rests();
    },
    chatOf: at,
    channel: at,
    async sees(where, words) {
      const matches = ({ text }: Shown): boolean =>
        typeof words === 'string' ? text.includes(words) : words.test(text);
      return until(() => {
        const found = at(where).findLast(matches);
        if (found !== undefined) return found;
        throw new Error(
          `No card says ${String(words)}; there are:\n${at(where)
            .map(({ text }) => text)
            .join('\n—\n')}`,
        );
      });
    },
    async owns(person, channel, address, accountId) {
      const free = await register.aliasByAddress(address);
      if (free === undefined) throw new Error(`${address} is not in the pool`);
      const allotment = {
        owner: { mail: person.mail, id: person.id, name: person.name },
        channelId: channel.id,
        accountId,
        accountName: `account of ${person.name}`,
        requestId: undefined,
      };
      // Since a while: what comes at this moment is theirs.
      const alias = allotted(free.value, allotment, new Date(clock().getTime() - 60_000));
      await register.commit({
        id: newId(),
        aliases: [{ before: free, after: alias }],
        audit: [
          {
            at: clock(),
            actor: { kind: 'system', name: 'story' },
            action: 'allot',
            aliasId: alias.id,
            requestId: undefined,
            before: { code: 'state', state: 'free' },
            after: { code: 'allotted-to' },
          },
        ],
      });
      return alias;
    },
    mailArrives: (mail, ...to) => graph.deliver(Buffer.from(mail, 'utf8'), to.length > 0 ? to : [CENTRAL]),
    async sweeps() {
      await current.app.sweepNow();
      await world.rests();
    },
    async probes() {
      await current.app.probeNow();
      await world.rests();
    },
    async reconciles() {
      await current.app.reconcileNow();
      await world.rests();
    },
    async doesHousekeeping() {
      await current.app.housekeepingNow();
      await current.app.watchPoolNow();
      await world.rests();
    },
    observes: () => current.app.observeNow(),
    rests: () => current.app.workOff(),
    later(ms) {
      offsetMs += ms;
    },
    reads(...addresses) {
      centrals = [...addresses];
    },
    async restarts(meanwhile = async () => undefined) {
      await stopped(current);
      await meanwhile();
      current = await start();
    },
    async crashes() {
      const { network } = current;
      network.meet(() => 'refuse-503');
      const heal = teams.answerBy(() => 'reset');
      teams.cutSilent();
      await stopped(current);
      heal();
      current = await start();
    },
    async rows() {
      const table = TableClient.fromConnectionString(azurite, tableName, { allowInsecureConnection: true });
      const rows: Record<string, unknown>[] = [];
      const filter = odata`PartitionKey ge ${''}`;
      for await (const row of table.listEntities({ queryOptions: { filter } })) rows.push(row);
      return rows;
    },
    log: () => readFile(logFile, 'utf8'),
    async everything() {
      return [JSON.stringify(teams.calls), JSON.stringify(await world.rows()), await world.log()].join('\n');
    },
    async [Symbol.asyncDispose]() {
      teams.cutSilent();
      graph.faults.clear();
      await stopped(current);
      const places = { 'the log': await world.log(), 'the table': JSON.stringify(await world.rows()) };
      const leaks = [
        ...(await leaksIn(places, graph.arrived)),
        ...(await leaksIn({ Teams: JSON.stringify(teams.calls) }, [])),
      ];
      await Promise.all([graph.close(), teams[Symbol.asyncDispose]()]);
      await rm(folder, { recursive: true, force: true });
      if (leaks.length > 0) throw new Error(`What nobody may keep was kept:\n${leaks.join('\n')}`);
    },
  };

  current = await start();
  for (const channel of options.linked ?? CHANNELS) {
    const words = ['link', ...channel.roles].join(' ');
    await world.says(channel.member, words, channel);
  }
  return world;
}

/** The server, with the texts of all mails that came. */
function remembering(server: GraphServer): GraphServer & { readonly arrived: ReadonlySet<string> } {
  const arrived = new Set<string>();
  return {
    ...server,
    arrived,
    deliver(mail, ...others) {
      arrived.add(Buffer.from(mail).toString('utf8'));
      return server.deliver(mail, ...others);
    },
  };
}

async function stopped({ app, network }: { app: App; network: LossyNetwork }): Promise<void> {
  await app.stop();
  await network.close();
}

interface Where {
  readonly conversationId: string;
  readonly activityId: string;
  readonly place: Channel | undefined;
}

const CHANNELS: readonly Channel[] = [PAYMENTS, SEARCH, PLATFORM, TRIAGE];
const TENANT = 'tenant-1';

const chatId = (person: Person): string => `chat-of-${person.id}`;

function from(person: Person): Record<string, unknown> {
  return { id: `29:${person.id}`, name: person.name, aadObjectId: person.id };
}

function inChat(person: Person): Record<string, unknown> {
  return {
    from: from(person),
    conversation: { id: chatId(person), conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
  };
}

function inChannel(
  person: Person,
  channel: Channel,
  conversationId = `${channel.id};messageid=1`,
): Record<string, unknown> {
  return {
    from: from(person),
    conversation: { id: conversationId, conversationType: 'channel', isGroup: true, tenantId: TENANT },
    channelData: { tenant: { id: TENANT }, team: { id: channel.team }, channel: { id: channel.id } },
  };
}

const ClickAnswer = z.object({ statusCode: z.literal(200), type: z.string(), value: z.unknown() });
