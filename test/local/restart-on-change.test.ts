import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { restartOnChange } from '../../local/restart-on-change.ts';
import { until } from '../until.ts';

let folder: string;
let done: string[];
let end: () => Promise<void>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rootdesk-watch-'));
  await mkdir(join(folder, 'deep'));
  done = [];
});
afterEach(async () => {
  await end();
  await rm(folder, { recursive: true });
});

function watched(start: () => Promise<void>): void {
  end = restartOnChange(
    [pathToFileURL(folder)],
    {
      async stop() {
        done.push('stop');
      },
      start,
    },
    (sentence) => done.push(sentence),
  );
}

it('a change anywhere in the program restarts it', async () => {
  watched(async () => {
    done.push('start');
  });
  await writeFile(join(folder, 'deep', 'a.ts'), 'export const a = 1;');
  await until(() => expect(done).toContain('Rootdesk is running again.'));
  expect(done.slice(0, 3)).toEqual(['Something was changed: Rootdesk is restarted.', 'stop', 'start']);
});

it('a change with which it does not start is told, and the next one tries again', async () => {
  let starts = 0;
  watched(async () => {
    starts += 1;
    if (starts === 1) throw new Error('a bracket is missing');
  });
  await writeFile(join(folder, 'a.ts'), '{');
  await until(() => expect(done.join()).toContain('a bracket is missing'));
  await writeFile(join(folder, 'a.ts'), '{}');
  await until(() => expect(done).toContain('Rootdesk is running again.'));
});
