import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openStandTable } from '../../harness/register.ts';
import { sha256Of } from '../../local/api-key.ts';
import { startAzurite } from '../../local/azurite.ts';
import { startGraphServer, type GraphServer } from '../../local/graph/server.ts';
import { centralMailboxes } from '../../local/pool.ts';
import { findFreePort } from '../../local/ports.ts';
import { startPart, type Part } from '../../local/processes.ts';
import { STAND_SETTINGS, type StandSettings } from '../../local/rootdesk-settings.ts';
import { companyOf, settle } from './company.ts';
import { alarm, STORM_NAME, stormMails, type StormMail } from './mails.ts';
import { startPartitionFront } from './partition-front.ts';
import { startTeamsFront, type TeamsFront } from './teams-front.ts';

export interface StormOptions {
  readonly accounts: number;
  /** The accounts are shared out evenly among them. */
  readonly channels: number;
  readonly mailboxes: number;
  /** Urgent mails that lie among the notices, and as many that come while their cards wait. */
  readonly urgent: number;
  /** How long Graph and Teams take for an answer. */
  readonly graphMs: number;
  readonly teamsMs: number;
  readonly onStep: (step: string) => void;
}

/** A mail and what became of it; moments are milliseconds since 1970. */
export interface Arrival {
  readonly name: string;
  readonly kind: 'notice' | 'among' | 'meanwhile';
  readonly arrivedAt: number;
  /** Each time a card with its name was taken, first to last. */
  readonly postedAt: readonly number[];
}

export interface Storm {
  /** In the order in which they lay in the mailbox. */
  readonly arrivals: readonly Arrival[];
  readonly graph: { readonly mostAtOnce: number; readonly refused: number };
  readonly teams: { readonly mostASecond: number; readonly refused: number };
  readonly partition: { readonly mostASecond: number; readonly refused: number };
  /** The most memory (RSS) of Rootdesk, in MiB; undefined where the system does not tell. */
  readonly memoryMiB: number | undefined;
}

const PROGRAM = fileURLToPath(new URL('../../local/rootdesk.ts', import.meta.url));
const PAGE_OF_GRAPH = 50;
const PATIENCE_MS = 60_000;
/** Nothing came for so long: what is missing does not come. */
const STANDSTILL_MS = 120_000;
const LOOK_MS = 200;

/**
 * One notice of AWS to every account, with urgent mails among and after it, on servers with Microsoft's limits.
 * @throws {Error} when cards are missing at the end
 */
export async function runStorm(options: StormOptions): Promise<Storm> {
  const { accounts, channels, mailboxes, graphMs, teamsMs, onStep } = options;
  const folder = await mkdtemp(join(tmpdir(), 'rootdesk-storm-'));
  const running: { close(): Promise<unknown> }[] = [];
  const kept = <T extends { close(): Promise<unknown> }>(part: T): T => {
    running.push(part);
    return part;
  };
  try {
    const azurite = kept(await startAzurite({ port: 0 }));
    const teams = kept(await startTeamsFront(teamsMs));
    const company = companyOf(accounts, channels, mailboxes);
    onStep('giving every account its alias');
    await settle(await openStandTable(azurite.connectionString), company, teams.serviceUrl);
    const partition = kept(await startPartitionFront(azurite.connectionString));
    const graph = kept(
      await startGraphServer({
        port: 0,
        stateFolder: join(folder, 'graph'),
        directory: { users: [], groups: [] },
        mailboxes: company.mailboxes,
        largestPage: PAGE_OF_GRAPH,
        answerMs: graphMs,
      }),
    );
    const mails = stormMails(company.aliases, options.urgent);
    onStep('putting the notices into the mailbox');
    const arrived = new Map<string, Pick<Arrival, 'kind' | 'arrivedAt'>>();
    for (const each of mails) await arrives(graph, arrived, each, each.isUrgent ? 'among' : 'notice');
    onStep('starting Rootdesk');
    const rootdesk = kept(
      await startRootdesk(folder, {
        tableConnectionString: partition.connectionString,
        graphUrl: graph.url,
        tokenUrl: graph.tokenUrl,
        centralMailboxes: [...centralMailboxes(mailboxes)],
      }),
    );
    await watch(teams, arrived, async (posted) => {
      const later = [...arrived.values()].filter(({ kind }) => kind === 'meanwhile').length;
      if (later === options.urgent || posted < (mails.length * (later + 1)) / (options.urgent + 1)) return;
      const to = company.aliases[(later * channels) % accounts] ?? '';
      await arrives(graph, arrived, alarm(to, accounts + later), 'meanwhile');
    });
    return {
      arrivals: outcomes(teams, arrived),
      graph: graph.faults.concurrency,
      teams: teams.figures(),
      partition: partition.figures(),
      memoryMiB: await mostMemoryOf(rootdesk),
    };
  } finally {
    for (const part of running.toReversed()) await part.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function arrives(
  graph: GraphServer,
  arrived: Map<string, Pick<Arrival, 'kind' | 'arrivedAt'>>,
  { name, to, mime }: StormMail,
  kind: Arrival['kind'],
): Promise<void> {
  arrived.set(name, { kind, arrivedAt: Date.now() });
  await graph.deliver(mime, [to]);
}

async function startRootdesk(
  folder: string,
  given: Pick<StandSettings, 'tableConnectionString' | 'graphUrl' | 'tokenUrl' | 'centralMailboxes'>,
): Promise<Part> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const apiKeySha256 = sha256Of(randomUUID());
  const settings: StandSettings = {
    ...given,
    port,
    publicUrl: url,
    logFile: join(folder, 'log'),
    apiKeySha256,
  };
  return startPart({
    name: 'Rootdesk',
    script: PROGRAM,
    env: { [STAND_SETTINGS]: JSON.stringify(settings) },
    isReady: async (signal) => (await fetch(`${url}/readyz`, { signal })).ok,
    readyWithinMs: PATIENCE_MS,
    readLog: () => readFile(settings.logFile, 'utf8'),
  });
}

/** As Linux counts it (proc_pid_status(5), VmHWM). */
async function mostMemoryOf({ pid }: Part): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const [, kiB] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return kiB === undefined ? undefined : Math.round(Number(kiB) / 1_024);
}

/** Waits until every mail that arrived has its card. @param onLook told how many have */
async function watch(
  teams: TeamsFront,
  arrived: ReadonlyMap<string, unknown>,
  onLook: (posted: number) => Promise<void>,
): Promise<void> {
  let seen = { cards: 0, at: performance.now() };
  for (;;) {
    const names = new Set(teams.posted.flatMap(({ words }) => words.match(STORM_NAME) ?? []));
    await onLook(names.size);
    if (names.size === arrived.size) return;
    if (names.size > seen.cards) seen = { cards: names.size, at: performance.now() };
    if (performance.now() - seen.at > STANDSTILL_MS) {
      throw new Error(`${arrived.size - names.size} of ${arrived.size} mails have no card.`);
    }
    await pause(LOOK_MS);
  }
}

function outcomes(
  { posted }: TeamsFront,
  arrived: ReadonlyMap<string, Pick<Arrival, 'kind' | 'arrivedAt'>>,
): readonly Arrival[] {
  const times = new Map<string, number[]>();
  for (const { at, words } of posted) {
    for (const name of new Set(words.match(STORM_NAME))) times.set(name, [...(times.get(name) ?? []), at]);
  }
  return [...arrived].map(([name, mail]) => ({ name, ...mail, postedAt: times.get(name) ?? [] }));
}
