import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { z } from 'zod';

const SHOWS = `console.log(JSON.stringify({
  now: Date.now(),
  made: new Date().getTime(),
  told: Date.parse(Date()),
  fixed: new Date('2026-03-02T08:00:00Z').toISOString(),
  isDate: new Date() instanceof Date,
}))`;
const Shown = z.object({
  now: z.number(),
  made: z.number(),
  told: z.number(),
  fixed: z.string(),
  isDate: z.boolean(),
});
const HOUR_MS = 60 * 60 * 1000;

it('a process shows the time that it is given from outside, and knows nothing of it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rootdesk-clock-'));
  const script = join(folder, 'shows.mjs');
  await writeFile(script, SHOWS);
  const preload = new URL('../../faults/clock.ts', import.meta.url).href;
  const clock = JSON.stringify({ clock: { aheadMs: -HOUR_MS, rate: 1 } });
  const before = Date.now();
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', preload, script, '{}', clock]);
  const after = Date.now();
  await rm(folder, { recursive: true });
  const shown = Shown.parse(JSON.parse(stdout));
  for (const moment of [shown.now, shown.made]) {
    expect(moment).toBeGreaterThanOrEqual(before - HOUR_MS);
    expect(moment).toBeLessThanOrEqual(after - HOUR_MS);
  }
  // Written to the second.
  expect(Math.abs(shown.told - shown.now)).toBeLessThanOrEqual(1_000);
  expect(shown).toMatchObject({ fixed: '2026-03-02T08:00:00.000Z', isDate: true });
});
