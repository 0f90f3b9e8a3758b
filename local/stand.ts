import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importAliases, type ImportProgress } from '../src/aliases/import.ts';
import { createTableRegister } from '../src/azure/table-register.ts';
import { openTable } from '../src/azure/table.ts';
import type { Register } from '../src/register.ts';
import { API_KEY_FILE, sha256Of, standApiKey } from './api-key.ts';
import { startAzurite } from './azurite.ts';
import { startGraphServer, urlAt, type GraphServer } from './graph/server.ts';
import { linkChannels } from './link-channels.ts';
import { PORTS, type StandPorts } from './options.ts';
import { approver, cloudPlatform, engineer, groups, payments, people } from './people.ts';
import { startPlayground, type Playground } from './playground/playground.ts';
import { centralMailboxes, standPool } from './pool.ts';
import { requireFreePort } from './ports.ts';
import { startPart, type Part, type PartError } from './processes.ts';
import { STAND_SETTINGS, type StandSettings } from './rootdesk-settings.ts';
import { startSmtpIntake } from './smtp.ts';

export interface StandDeps {
  /** State between runs: tables, mails, logs. */
  readonly folder: string;
  readonly fresh: boolean;
  /** Open the windows in the browser. */
  readonly open: boolean;
  /** Send probe mails; none where left out. */
  readonly probes?: boolean;
  /** In which people have Teams there; American English where left out. */
  readonly locale?: string | undefined;
  readonly ports: StandPorts;
  /** How many central mailboxes there are. */
  readonly mailboxes: number;
  readonly onStep: (step: string) => void;
  readonly onPoolProgress: (progress: ImportProgress) => void;
}

/** Everything that runs, on loopback. */
export interface Stand {
  readonly engineer: Playground;
  readonly approver: Playground;
  readonly graph: GraphServer;
  readonly register: Register;
  /** Whether the mailbox was empty before Rootdesk and its probe mails ran. */
  readonly isNew: boolean;
  readonly smtpPort: number;
  readonly logFile: string;
  /** Opens the API. */
  readonly apiKey: string;
  /** Resolves with the first part that ends by itself. */
  readonly died: Promise<PartError>;
  /** Ends Rootdesk, as a deployment would. */
  stopRootdesk(): Promise<void>;
  startRootdesk(): Promise<void>;
  /** Ends every part, the last started first. Safe to call again. */
  close(): Promise<void>;
}

/**
 * Starts the stand; when a part does not start, the others are ended again.
 * @throws {PortTakenError} {PartError} {LinkError}
 */
export async function startStand(deps: StandDeps): Promise<Stand> {
  const running: Closing[] = [];
  const close = async (): Promise<void> => {
    for (let part = running.pop(); part !== undefined; part = running.pop()) await part.close();
  };
  try {
    return await start(deps, running, close);
  } catch (error) {
    await close();
    throw error;
  }
}

interface Closing {
  close(): Promise<unknown>;
}

async function start(deps: StandDeps, running: Closing[], close: () => Promise<void>): Promise<Stand> {
  const { folder, ports, onStep } = deps;
  await requireFreePorts(ports);
  if (deps.fresh) await forget(folder);
  await mkdir(folder, { recursive: true });
  const logFile = join(folder, 'rootdesk.log');

  onStep('Starting the table storage (Azurite)');
  const azurite = await startAzurite({ port: ports.table, folder: join(folder, 'azurite') });
  running.push(azurite);
  const { connectionString } = azurite;
  const register = createTableRegister(
    await openTable({ kind: 'emulator', connectionString }, 'awsrootaccounts'),
  );

  onStep('Starting Exchange and Entra (local Graph server)');
  const centrals = centralMailboxes(deps.mailboxes);
  const pool = standPool(centrals);
  const graph = await startGraphServer({
    port: ports.graph,
    stateFolder: join(folder, 'graph'),
    mailboxes: pool.mailboxes,
    directory: standDirectory(deps.locale),
  });
  running.push(graph);
  const isNew = graph.hands.list('inbox').length === 0;
  const smtp = await startSmtpIntake({ port: ports.smtp, deliver: graph.take, accepts: graph.accepts });
  running.push(smtp);

  onStep('Starting Rootdesk and two Teams windows (Agents Playground)');
  const apiKey = await standApiKey(folder);
  const settings: StandSettings = {
    port: ports.rootdesk,
    publicUrl: urlAt(ports.rootdesk),
    tableConnectionString: connectionString,
    graphUrl: graph.url,
    tokenUrl: graph.tokenUrl,
    centralMailboxes: [...centrals],
    logFile,
    apiKeySha256: sha256Of(apiKey),
    probes: deps.probes,
  };
  const [rootdesk, engineerWindow, approverWindow] = await allStarted(running, [
    startRootdesk(settings),
    startWindow(deps, 'engineer'),
    startWindow(deps, 'approver'),
    importAliases(register, pool.aliases, deps.onPoolProgress),
  ]);
  let current = rootdesk;
  const died = Promise.withResolvers<PartError>();
  const watch = async (part: Part): Promise<void> => died.resolve(await part.died);
  for (const part of [azurite, rootdesk, engineerWindow, approverWindow]) void watch(part);

  onStep('Linking the channels');
  await Promise.all([engineerWindow.installBot(), approverWindow.installBot()]);
  await linkChannels(register, { engineer: engineerWindow.url, approver: approverWindow.url });

  return {
    engineer: engineerWindow,
    approver: approverWindow,
    graph,
    register,
    isNew,
    smtpPort: smtp.port,
    logFile,
    apiKey,
    died: died.promise,
    async stopRootdesk() {
      await current.close();
    },
    async startRootdesk() {
      current = await startRootdesk(settings);
      running.push(current);
      void watch(current);
    },
    close,
  };
}

/** What the stand keeps in its folder. Nothing else in there is ever deleted. */
const STATE = [
  'azurite',
  'graph',
  'playground-engineer',
  'playground-approver',
  'rootdesk.log',
  API_KEY_FILE,
] as const;

/** Forgets the state of earlier runs. */
export async function forget(folder: string): Promise<void> {
  await Promise.all(STATE.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

/** All of them at once; whatever has started is noted for closing, also when another did not. */
async function allStarted(
  running: Closing[],
  [rootdesk, first, second, filling]: [
    Promise<Part>,
    Promise<Playground>,
    Promise<Playground>,
    Promise<unknown>,
  ],
): Promise<[Part, Playground, Playground]> {
  const note = async <T extends Closing>(starting: Promise<T>): Promise<T> => {
    const part = await starting;
    running.push(part);
    return part;
  };
  const all = [note(rootdesk), note(first), note(second), filling] as const;
  await Promise.allSettled(all);
  const [started, engineerWindow, approverWindow] = await Promise.all(all);
  return [started, engineerWindow, approverWindow];
}

async function requireFreePorts(ports: StandPorts): Promise<void> {
  const asking = {
    table: 'Azurite',
    graph: 'the local Graph server',
    smtp: 'the SMTP intake',
    rootdesk: 'Rootdesk',
    engineer: 'the engineer window',
    approver: 'the approver window',
  } as const;
  for (const part of ['table', 'graph', 'smtp', 'rootdesk', 'engineer', 'approver'] as const) {
    await requireFreePort(ports[part], { by: asking[part], variable: PORTS[part].variable });
  }
}

async function startRootdesk(settings: StandSettings): Promise<Part> {
  return startPart({
    name: 'Rootdesk',
    script: fileURLToPath(new URL('rootdesk.ts', import.meta.url)),
    env: { [STAND_SETTINGS]: JSON.stringify(settings) },
    isReady: async (signal) => (await fetch(`http://127.0.0.1:${settings.port}/healthz`, { signal })).ok,
  });
}

async function startWindow(deps: StandDeps, who: 'engineer' | 'approver'): Promise<Playground> {
  const seats = {
    engineer: { person: engineer, team: payments },
    approver: { person: approver, team: cloudPlatform },
  };
  const seat = seats[who];
  return startPlayground({
    name: `Agents Playground (${who})`,
    folder: join(deps.folder, `playground-${who}`),
    port: deps.ports[who],
    portVariable: PORTS[who].variable,
    botEndpoint: `http://127.0.0.1:${deps.ports.rootdesk}/api/messages`,
    seat: { ...seat, others: people.filter((person) => person !== seat.person) },
    locale: deps.locale,
    open: deps.open,
  });
}

/** The stand's people and groups as the directory lists them. */
function standDirectory(locale = 'en-US'): Parameters<typeof startGraphServer>[0]['directory'] {
  return {
    users: people.map(({ id, name, mail }) => ({
      id,
      displayName: name,
      userPrincipalName: mail,
      mail,
      preferredLanguage: locale,
    })),
    groups: groups.map(({ id, name, members }) => ({
      id,
      displayName: name,
      members: members.map((member) => member.id),
    })),
  };
}
