import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { newId } from '../src/shared/identifiers.ts';
import { burst, CLICKS, counted, burstShape, type Burst, type Click } from './card-pass.ts';
import { openCardWorld, type CardWorld, type Pressed } from './card-world.ts';
import { figureOf, median, quantile, type Figure } from './figure.ts';

/** How a hundred people are answered who click at the same moment. */
export interface CardBench {
  /** From the click to its answer, the slowest of a hundred; over the rounds. */
  readonly p99Ms: Figure;
  readonly medianMs: Figure;
  /** How many of a hundred are told that it takes longer. */
  readonly late: Figure;
  /** Until all are answered. */
  readonly allMs: Figure;
  /** Until the storage operations that they need are done, as many at once, by themselves. */
  readonly rawAllMs: Figure;
  /** Of the two, over the rounds. */
  readonly ratioToRaw: Figure;
  /** Requests to the table until all were answered, for each click; what the first ones bring about behind them counts as well. */
  readonly tableOperations: number;
  readonly cpuMs: number;
}

const ROUNDS = 3;
/** Until Node has compiled what is used most, and everybody's memberships are remembered. */
const WARM_UP = 1;

/** Measures clicks through HTTP, token check, rights, storage and drawing, against the storage operations alone, in turns. */
export async function benchCard(): Promise<Readonly<Record<Click, CardBench>>> {
  await using world = await openCardWorld((ROUNDS + WARM_UP) * 100);
  const runs: Record<Click, Run[]> = { submit: [], approve: [], acknowledge: [] };
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const clicks: Readonly<Record<Click, () => Promise<readonly Pressed[]>>> = {
      submit: () => world.forms(newId),
      approve: async () => world.requests(),
      acknowledge: () => world.mails(round),
    };
    for (const click of CLICKS) {
      const pressed = await clicks[click]();
      // Each goes first in half of the rounds.
      const before = round % 2 === 0 ? undefined : await bare(world, click);
      const program = await pressedAtOnce(world, pressed);
      const raw = before ?? (await bare(world, click));
      if (round >= WARM_UP) runs[click].push({ ...program, raw });
    }
  }
  return { submit: bench(runs.submit), approve: bench(runs.approve), acknowledge: bench(runs.acknowledge) };
}

interface Run {
  readonly program: Burst;
  readonly raw: Burst;
  readonly tableOperations: number;
  readonly cpuMs: number;
}

async function pressedAtOnce(world: CardWorld, pressed: readonly Pressed[]): Promise<Omit<Run, 'raw'>> {
  await world.program.ask({ do: 'count' }, z.object({}));
  const program = await burst(pressed, (each) => world.press(each));
  const { operations, cpuMs } = await world.program.ask({ do: 'counted' }, counted);
  const { tableReads, tableWrites } = operations;
  await world.program.ask({ do: 'work-off' }, z.object({}));
  const { length } = pressed;
  return { program, tableOperations: (tableReads + tableWrites) / length, cpuMs: cpuMs / length };
}

function bare({ program, clicksAtOnce }: CardWorld, click: Click): Promise<Burst> {
  const names = Array.from({ length: clicksAtOnce }, () => randomUUID());
  return program.ask({ do: 'bare', click, names }, burstShape);
}

function bench(runs: readonly Run[]): CardBench {
  const over = (figure: (run: Run) => number): Figure => figureOf(runs.map((run) => figure(run)));
  return {
    p99Ms: over(({ program }) => quantile(program.eachMs, 0.99)),
    medianMs: over(({ program }) => median(program.eachMs)),
    late: over(({ program }) => program.late),
    allMs: over(({ program }) => program.allMs),
    rawAllMs: over(({ raw }) => raw.allMs),
    ratioToRaw: over(({ program, raw }) => program.allMs / raw.allMs),
    tableOperations: median(runs.map(({ tableOperations }) => tableOperations)),
    cpuMs: median(runs.map(({ cpuMs }) => cpuMs)),
  };
}
