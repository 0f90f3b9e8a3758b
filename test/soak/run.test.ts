import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runSoak } from '../../soak/run.ts';

const SECONDS = 8;

it('a soak of some seconds: whoever writes, clicks and calls is answered, and the program tells what it holds', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rootdesk-soak-test-'));
  const onStep = (): void => undefined;
  const wishes = { minutes: SECONDS / 60, accounts: 20, pace: 3, seed: 7, folder, onStep };
  const { windows, done, failed, all } = await runSoak(wishes);
  expect(failed).toEqual([]);
  expect(windows).toHaveLength(40);
  expect(windows.some(({ values: { rss = 0, heap = 0 } }) => rss > heap && heap > 0)).toBe(true);
  expect(windows.some(({ values: { handles = 0 } }) => handles > 0)).toBe(true);
  expect(all.mail).toHaveLength(done.bill + done.urgent);
  expect(done.bill).toBeGreaterThan(0);
  expect(all.raw.length).toBeGreaterThan(0);
  await rm(folder, { recursive: true });
});
