import { parseArgs } from 'node:util';
import { benchAllotment } from './allotment.ts';
import { benchClassify } from './classify.ts';
import { benchHistory } from './history.ts';
import { benchStart } from './start.ts';
import { benchSweep } from './sweep.ts';
import { benchTableSize } from './table-size.ts';

/** Runs every bench, or with `--table-size` or `--history` that one alone, and prints its figures: a table for people, or with `--json` one JSON object. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      'table-size': { type: 'boolean', default: false },
      history: { type: 'boolean', default: false },
    },
  });
  if (values['table-size']) {
    const size = await benchTableSize();
    if (values.json) console.log(JSON.stringify({ tableSize: size }, undefined, 2));
    else console.table({ 'what a table holds': rounded(size) });
    return;
  }
  if (values.history) {
    const [young, old] = [await benchHistory(300, 1), await benchHistory(300, 170)];
    if (values.json) console.log(JSON.stringify({ history: { young, old } }, undefined, 2));
    else for (const { rows, ...reads } of [young, old]) console.table({ [`of ${rows} rows`]: {}, ...reads });
    return;
  }
  const pool3000 = await benchAllotment(3_000);
  const pool30000 = await benchAllotment(30_000);
  const figures = {
    allotment: { pool3000, pool30000 },
    classify: await benchClassify(),
    start: await benchStart(),
    sweep: await benchSweep(),
    tableSize: await benchTableSize(),
  };
  if (values.json) {
    console.log(JSON.stringify(figures, undefined, 2));
    return;
  }
  console.table({ 'pool of 3,000': rounded(pool3000), 'pool of 30,000': rounded(pool30000) });
  console.table({ 'root mail': rounded(figures.classify) });
  console.table({ 'one copy': rounded(figures.start) });
  console.table({ 'what a table holds': rounded(figures.tableSize) });
  const { operationsByKind, ...sweep } = figures.sweep;
  console.table({ 'a mail, from the mailbox to its channel': rounded(sweep) });
  console.table({ 'requests of a mail': rounded(operationsByKind) });
}

function rounded(figures: object): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Math.round(Number(value) * 100) / 100]),
  );
}

await main();
