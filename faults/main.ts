import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Patience } from './close-day.ts';
import { readOptions, USAGE, type Options } from './options.ts';
import { planOf } from './plan.ts';
import { figuresOf, reportOf } from './report.ts';
import { runFaults } from './run.ts';

const PATIENCE: Patience = { finishMs: 60_000, healMs: 60_000, restMs: 90_000, housekeeping: true };

/** `npm run faults`: ends with 1 where something was found, or where the comparison would not have seen it. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if ('wrong' in options) {
    console.error(`${options.wrong}\n\n${USAGE}`);
    process.exitCode = 2;
  } else if (options.help) console.log(USAGE);
  else if (options.plan) console.log(JSON.stringify(planOf(options), undefined, 2));
  else await run(options);
}

async function run(options: Options): Promise<void> {
  const folder =
    options.folder === undefined
      ? await mkdtemp(join(tmpdir(), 'rootdesk-faults-'))
      : resolve(options.folder);
  await mkdir(folder, { recursive: true });
  const onStep = (step: string): void => {
    const line = `${String(Math.round(performance.now() / 1_000)).padStart(5)} s  ${step}`;
    // Standard output has the figures alone.
    (options.json ? console.error : console.log)(line);
  };
  const outcome = await runFaults({ ...options, folder, patience: PATIENCE, onStep });
  console.log(options.json ? JSON.stringify(figuresOf(outcome)) : reportOf(outcome));
  if (outcome.unseen.length > 0) console.error(`The comparison did not see: ${outcome.unseen.join('; ')}`);
  const found = Object.values(outcome.findings).flat().length + outcome.unseen.length;
  if (found > 0) {
    process.exitCode = 1;
    if (!options.json) console.log(`Logs: ${folder}`);
  } else if (options.folder === undefined) await rm(folder, { recursive: true });
}

await main();
