import { CENTRAL_MAILBOX } from '../local/pool.ts';
import { createAdapter } from '../bot/teams/adapter.ts';
import { createPoster } from '../bot/teams/poster.ts';
import { createTableCursors } from '../src/azure/table-cursors.ts';
import { createTableStores } from '../src/azure/table-stores.ts';
import { openTable, type Table } from '../src/azure/table.ts';
import { systemClock } from '../src/shared/clock.ts';
import { createGraphClient } from '../src/graph/graph-client.ts';
import { createCredential } from '../src/graph/credential.ts';
import { createGraphMailbox } from '../src/graph/graph-mailbox.ts';
import { createLog } from '../src/shared/log.ts';
import { REVEAL_POLICY } from '../src/mail/cases/reveal-policy.ts';
import { MAIL_RULES } from '../src/mail/rules.ts';
import { createSightings } from '../src/mail/reach/sightings.ts';
import { createSweep } from '../src/mail/sweep/sweep.ts';
import { keepHeapSmall } from '../src/shared/small-heap.ts';
import { unwatched } from '../src/shared/telemetry.ts';
import { createWorkers } from '../src/wiring/workers.ts';
import { answerParent, requested } from './child.ts';
import { countOperations } from '../harness/operations.ts';
import { createBareLoop } from './sweep-bare.ts';
import { askedShape, placesShape, type Pass } from './sweep-pass.ts';

const UNLIMITED = 1_000_000;
const SAMPLE_MS = 20;

keepHeapSmall();
const places = requested(placesShape);
const operations = countOperations({ graph: places.graph, connector: places.serviceUrl });
const table = await openTable(
  { kind: 'emulator', connectionString: places.connectionString },
  places.tableName,
);
const credential = rememberToken(createCredential({ kind: 'loopback', tokenUrl: places.tokens }));
const program = createProgram(table);
const bare = createBareLoop(places, credential);

answerParent(askedShape, ({ pass }) => measured(pass === 'program' ? program : bare));

/** Sweep and delivery as the program wires them, with Teams' limits out of the way: they would be all that is measured. */
function createProgram(ofProgram: Table): () => Promise<void> {
  const log = createLog('error');
  const clock = systemClock;
  const storage = createTableStores(ofProgram, log);
  const { register, conversations, seen } = storage;
  const client = createGraphClient({ baseUrl: places.graph, credential });
  const mailbox = createGraphMailbox({ client, mailbox: CENTRAL_MAILBOX });
  const reader = { mailbox, register, rules: { ...MAIL_RULES, domains: ['company.com'] } };
  const teams = createAdapter({ kind: 'playground' }, log, { telemetry: unwatched, callsASecond: UNLIMITED });
  const limits = { perSecond: UNLIMITED, perHalfMinute: UNLIMITED };
  const directory = { localeOf: async () => undefined };
  const poster = createPoster({ teams, conversations, register, directory, log, limits });
  const config = {
    handling: { reveal: REVEAL_POLICY, acknowledgeMinutes: 60 },
    requests: {
      approvers: { kind: 'group', groupId: 'approvers' },
      askers: { kind: 'everyone' },
      approvalsNeeded: 1,
      openRequestsMost: 5,
      approvedByItself: [],
    },
  } as const;
  const sightings = createSightings({ store: seen, clock, log });
  const workers = createWorkers({
    storage,
    reader,
    poster,
    directory: { person: async () => undefined, personByMail: async () => undefined },
    config,
    recording: { noteSighting: sightings.note, recogniseProbe: async () => false },
    clock,
    log,
    telemetry: unwatched,
  });
  const cursors = createTableCursors(ofProgram, clock);
  const sweep = createSweep({ ...workers.recordDeps, mailbox, cursors, caughtUp: workers.caughtUp });
  return async () => {
    await sweep(new AbortController().signal);
    await sightings.keep();
    await workers.run();
  };
}

async function measured(work: () => Promise<void>): Promise<Pass> {
  operations.taken();
  const before = process.memoryUsage.rss();
  let most = before;
  const sampling = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, SAMPLE_MS);
  const cpu = process.cpuUsage();
  const started = performance.now();
  await work();
  const ms = performance.now() - started;
  clearInterval(sampling);
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1_000, operations: operations.taken(), growthBytes: most - before };
}

/** As in Azure, where a token is kept for an hour; the stand's credential asks for each request. */
function rememberToken(asking: ReturnType<typeof createCredential>): ReturnType<typeof createCredential> {
  let token: ReturnType<typeof asking.getToken> | undefined;
  return { getToken: (...asked) => (token ??= asking.getToken(...asked)) };
}
