import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { drawSoak } from './draw.ts';
import { faultsIn, judge } from './judge.ts';
import { MAILS_A_MONTH } from './month.ts';
import { readOptions, USAGE, type Options } from './options.ts';
import { figuresOf, linesOf } from './report.ts';
import { runSoak } from './run.ts';

/** `npm run soak`: ends with 1 where something rises, could not be told, or did not come to its end. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), MAILS_A_MONTH);
  if ('wrong' in options) {
    console.error(`${options.wrong}\n\n${USAGE}`);
    process.exitCode = 2;
  } else if (options.help) console.log(USAGE);
  else await run(options);
}

async function run(options: Options): Promise<void> {
  const { minutes, accounts, pace, seed, json } = options;
  const folder = resolve(options.folder ?? (await mkdtemp(join(tmpdir(), 'rootdesk-soak-'))));
  await mkdir(folder, { recursive: true });
  const onStep = (step: string): void => {
    if (!json) console.log(`${String(Math.round(performance.now() / 1_000)).padStart(5)} s  ${step}`);
  };
  const soaked = await runSoak({ ...options, folder, onStep });
  const judged = judge(soaked.windows);
  const figures = figuresOf(seed, soaked, judged);
  const subtitle = `${accounts} accounts, ${minutes} minutes, ${Number(pace.toFixed(1))} mails a second, seed ${seed}; grey: warming up`;
  await writeFile(join(folder, 'soak.svg'), drawSoak(judged, 'Rootdesk under steady traffic', subtitle));
  await writeFile(join(folder, 'soak.json'), JSON.stringify({ figures, soaked }, undefined, 2));
  console.log(json ? JSON.stringify(figures) : linesOf(soaked, judged).join('\n'));
  if (!json) console.log(`Picture, figures and log: ${folder}`);
  if (faultsIn(judged).length > 0 || soaked.failed.length > 0) process.exitCode = 1;
}

await main();
