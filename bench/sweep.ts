import { z } from 'zod';
import { startAzurite } from '../local/azurite.ts';
import { YOUNG_OBJECTS } from '../src/shared/small-heap.ts';
import { startChild } from './child.ts';
import { figureOf, median, type Figure } from './figure.ts';
import type { Operations } from '../harness/operations.ts';
import { openStandTable, TABLE } from '../harness/register.ts';
import { settle } from '../harness/settle.ts';
import { COMPANY } from './sweep-company.ts';
import { passShape, type Pass, type Places } from './sweep-pass.ts';

/** What a mail costs on its whole way from the mailbox to its channel, in medians of interleaved runs. */
export interface SweepBench {
  /** Milliseconds a mail, many under way at once. */
  readonly mailMs: Figure;
  /** The same for a bare loop over the same mails that does the outside operations and nothing else. */
  readonly rawMs: Figure;
  /** Milliseconds of CPU that a mail costs this process: steadier than how long it takes, on a machine that does other things. */
  readonly mailCpuMs: Figure;
  readonly rawCpuMs: Figure;
  /** Of the two, round by round: what else the machine does slows down both halves of a round. */
  readonly ratioToRaw: Figure;
  /** Requests a mail, counted where they leave the process, and of what kind. */
  readonly operationsPerMail: number;
  readonly operationsByKind: Operations;
  readonly rawOperationsPerMail: number;
  /** Most memory above that of the program at rest, through a backlog of ten thousand mails. */
  readonly backlog10000GrowthMiB: number;
  readonly backlog10000Seconds: number;
}

const MAILS_A_ROUND = 100;
const ROUNDS = 15;
/** Rounds until Node has compiled what is used most. */
const WARM_UP = 6;
const BACKLOG = 10_000;
const MIB = 1024 * 1024;

/**
 * Measures sweep and delivery of ordinary mails: the program in one process, Azurite in another, Graph and Connector in a third.
 * Teams' limits are out of the way, and a hundred channels share the mails.
 */
export async function benchSweep(): Promise<SweepBench> {
  return { ...(await compared()), ...(await drained()) };
}

async function compared(): Promise<Omit<SweepBench, 'backlog10000GrowthMiB' | 'backlog10000Seconds'>> {
  await using world = await openWorld();
  const runs: Record<'program' | 'bare', Pass[]> = { program: [], bare: [] };
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    await world.arrive(MAILS_A_ROUND);
    // Each goes first in half of the rounds.
    const order = round % 2 === 0 ? (['program', 'bare'] as const) : (['bare', 'program'] as const);
    for (const pass of order) {
      const ran = await world.pass(pass);
      if (round >= WARM_UP) runs[pass].push(ran);
    }
  }
  const ratios = runs.program.map(({ ms }, round) => ms / (runs.bare[round]?.ms ?? Number.NaN));
  const aMail = (pass: 'program' | 'bare', of: (ran: Pass) => number): Figure =>
    figureOf(runs[pass].map((ran) => of(ran) / MAILS_A_ROUND));
  const operationsByKind = perMail(runs.program);
  return {
    mailMs: aMail('program', ({ ms }) => ms),
    rawMs: aMail('bare', ({ ms }) => ms),
    mailCpuMs: aMail('program', ({ cpuMs }) => cpuMs),
    rawCpuMs: aMail('bare', ({ cpuMs }) => cpuMs),
    ratioToRaw: figureOf(ratios),
    operationsPerMail: sum(operationsByKind),
    operationsByKind,
    rawOperationsPerMail: sum(perMail(runs.bare)),
  };
}

async function drained(): Promise<Pick<SweepBench, 'backlog10000GrowthMiB' | 'backlog10000Seconds'>> {
  await using world = await openWorld();
  await world.arrive(1);
  await world.pass('program');
  await world.arrive(BACKLOG);
  const { ms, growthBytes } = await world.pass('program');
  const posted = await world.posted();
  if (posted !== BACKLOG + 1) throw new Error(`${posted} mails were posted`);
  return { backlog10000GrowthMiB: growthBytes / MIB, backlog10000Seconds: ms / 1_000 };
}

interface World extends AsyncDisposable {
  /** So many mails come in. */
  arrive(mails: number): Promise<void>;
  pass(pass: 'program' | 'bare'): Promise<Pass>;
  posted(): Promise<number>;
}

const outsideShape = z.object({
  graph: z.string(),
  tokens: z.string(),
  serviceUrl: z.string(),
  posted: z.number(),
});

async function openWorld(): Promise<World> {
  const azurite = await startAzurite({ port: 0 });
  const { connectionString } = azurite;
  const outside = startChild(new URL('sweep-outside.ts', import.meta.url));
  const arrive = (mails: number): Promise<z.infer<typeof outsideShape>> =>
    outside.ask({ mails }, outsideShape);
  const { graph, tokens, serviceUrl } = await arrive(0);
  const table = await openStandTable(connectionString);
  await settle(table, COMPANY, serviceUrl);
  const places: Places = { connectionString, tableName: TABLE, graph, tokens, serviceUrl };
  const program = startChild(new URL('sweep-program.ts', import.meta.url), places, [YOUNG_OBJECTS]);
  return {
    arrive: async (mails) => void (await arrive(mails)),
    pass: (pass) => program.ask({ pass }, passShape),
    posted: async () => (await arrive(0)).posted,
    async [Symbol.asyncDispose]() {
      await program[Symbol.asyncDispose]();
      await Promise.all([outside[Symbol.asyncDispose](), azurite.close()]);
    },
  };
}

function perMail(passes: readonly Pass[]): Operations {
  const each = (kind: keyof Operations): number =>
    median(passes.map(({ operations }) => operations[kind])) / MAILS_A_ROUND;
  return {
    graph: each('graph'),
    tableReads: each('tableReads'),
    tableWrites: each('tableWrites'),
    connector: each('connector'),
  };
}

function sum({ graph, tableReads, tableWrites, connector }: Operations): number {
  return graph + tableReads + tableWrites + connector;
}
