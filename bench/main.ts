import { parseArgs } from 'node:util';
import { benchAllotment } from './allotment.ts';
import { benchCard } from './card.ts';
import { benchClassify } from './classify.ts';
import { benchHistory } from './history.ts';
import { benchMail } from './mail.ts';
import { benchStart } from './start.ts';
import { benchSweep } from './sweep.ts';
import { benchTableSize } from './table-size.ts';
import { inWords } from './in-words.ts';

/** How far a long one is; standard output has the figures alone. */
const onStep = (step: string): void => {
  console.error(`${String(Math.round(performance.now() / 1_000)).padStart(5)} s  ${step}`);
};

/** Every bench by the name under which its figures are printed. */
const BENCHES = {
  allotment: async () => ({
    pool3000: await benchAllotment(3_000),
    pool30000: await benchAllotment(30_000),
  }),
  allotment100000: () => benchAllotment(100_000, onStep),
  card: benchCard,
  classify: benchClassify,
  start: benchStart,
  mail: benchMail,
  sweep: benchSweep,
  tableSize: benchTableSize,
  history: async () => ({ young: await benchHistory(300, 1), old: await benchHistory(300, 170) }),
} as const satisfies Readonly<Record<string, () => Promise<object>>>;

/** So long that they are run only when they are asked for. */
const LONG = ['allotment100000', 'history'];

const USAGE = `Measures Rootdesk on this machine: npm run bench

  npm run bench -- --only card,start   some of ${Object.keys(BENCHES).join(', ')};
                                       where left out, all but ${LONG.join(' and ')}
  npm run bench -- --json              one JSON object and nothing else

docs/bench.md says what the figures mean.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      json: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  const unknown = values.only?.split(',').filter((name) => !Object.hasOwn(BENCHES, name)) ?? [];
  if (values.help || unknown.length > 0) {
    if (unknown.length > 0) process.exitCode = 2;
    console.log(USAGE);
    return;
  }
  const figures: Record<string, object> = {};
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (values.only?.split(',').includes(name) === false) continue;
    if (values.only === undefined && LONG.includes(name)) continue;
    const found = await bench();
    figures[name] = found;
    if (!values.json) for (const [figure, words] of inWords(name, found)) console.log(`${figure}  ${words}`);
  }
  if (values.json) console.log(JSON.stringify(figures, undefined, 2));
}

await main();
