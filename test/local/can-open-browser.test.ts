import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { canOpenBrowser } from '../../local/can-open-browser.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rootdesk-path-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('a Linux machine without xdg-open opens no browser', () => {
  expect(canOpenBrowser('linux', ['', folder].join(delimiter))).toBe(false);
});

it('one with it opens a browser, and so does every other system', async () => {
  await writeFile(join(folder, 'xdg-open'), '', { mode: 0o755 });
  expect(canOpenBrowser('linux', folder)).toBe(true);
  expect(canOpenBrowser('darwin', '')).toBe(true);
  expect(canOpenBrowser('win32', '')).toBe(true);
});
