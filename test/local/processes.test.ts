import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPart, type PartOptions } from '../../local/processes.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rootdesk-parts-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A part that runs the given lines after writing its process id to a file; ready once that file is there. */
async function partOf(name: string, lines: string): Promise<PartOptions & { readonly pidFile: string }> {
  const script = join(folder, `${name}.mjs`);
  const pidFile = join(folder, `${name}.pid`);
  await writeFile(
    script,
    `import { writeFileSync } from 'node:fs';
    ${lines}
    writeFileSync(${JSON.stringify(pidFile)}, String(process.pid));`,
  );
  const isReady = async (): Promise<boolean> => (await readFile(pidFile, 'utf8')) !== '';
  return { name, script, pidFile, isReady };
}

const stayAlive = 'setInterval(() => {}, 1000);';
const pidIn = async (file: string): Promise<number> => Number(await readFile(file, 'utf8'));

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('a part that is closed ends, in its own way where it has one', async () => {
  const told = join(folder, 'told');
  const options = await partOf(
    'polite',
    `${stayAlive} process.on('SIGTERM', () => { writeFileSync(${JSON.stringify(told)}, 'bye'); process.exit(0); });`,
  );
  const part = await startPart(options);
  await part.close();
  expect(isAlive(await pidIn(options.pidFile))).toBe(false);
  expect(await readFile(told, 'utf8')).toBe('bye');
});

test('a part that will not end is ended by force', async () => {
  const options = await partOf('stubborn', `${stayAlive} process.on('SIGTERM', () => {});`);
  const part = await startPart({ ...options, endWithinMs: 100 });
  await part.close();
  expect(isAlive(await pidIn(options.pidFile))).toBe(false);
});

test('a part that ends by itself is named, with its last lines', async () => {
  const sign = join(folder, 'disk-full');
  const options = await partOf(
    'fragile',
    `import { existsSync } from 'node:fs';
    setInterval(() => {
      if (existsSync(${JSON.stringify(sign)})) process.stderr.write('the disk is full', () => process.exit(3));
    }, 10);`,
  );
  const part = await startPart({ ...options, name: 'The fragile part' });
  await writeFile(sign, '');
  const error = await part.died;
  expect(error.code).toBe('local-part-died');
  expect(error.message).toMatch(/^The fragile part ended by itself \(exit code 3\)[^]*the disk is full/);
  await part.close();
});

test('a part that ends before it answers fails the start', async () => {
  const options = await partOf('stillborn', `console.error('no such option'); process.exit(1);`);
  await expect(startPart(options)).rejects.toMatchObject({
    code: 'local-part-died',
    message: expect.stringContaining('no such option'),
  });
});

test('a part that never answers is ended, and said to be silent', async () => {
  const options = await partOf('mute', stayAlive);
  await expect(
    startPart({ ...options, readyWithinMs: 1000, isReady: () => Promise.resolve(false) }),
  ).rejects.toMatchObject({ code: 'local-part-silent' });
  expect(isAlive(await pidIn(options.pidFile))).toBe(false);
});

test('a part ends when the stand is killed', async () => {
  const ended = join(folder, 'ended');
  const options = await partOf(
    'orphan',
    `${stayAlive} process.on('exit', () => writeFileSync(${JSON.stringify(ended)}, ''));`,
  );
  const stand = join(folder, 'stand.mjs');
  const processes = new URL('../../local/processes.ts', import.meta.url).href;
  await writeFile(
    stand,
    `import { existsSync } from 'node:fs';
    import { startPart } from ${JSON.stringify(processes)};
    await startPart({ ...${JSON.stringify(options)}, isReady: async () => existsSync(${JSON.stringify(options.pidFile)}) });
    console.log('started');
    setInterval(() => {}, 1000);`,
  );
  const parent = spawn(process.execPath, [stand], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(parent.stdout, 'data');
  expect(existsSync(ended)).toBe(false);

  parent.kill('SIGKILL');
  await expect.poll(() => existsSync(ended)).toBe(true);
});
