import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const PROGRAM = fileURLToPath(new URL('terminal-program.ts', import.meta.url));
const PLAN = ['plan', '--mailboxes', '1', '--aliases', '1', '--domain', 'company.com'];

function start(args: readonly string[], stdio: StdioOptions, env: Record<string, string> = {}) {
  return spawn(process.execPath, [PROGRAM, ...args], { stdio, env: { ...process.env, ...env } });
}

/** What it writes on standard error until its end. */
async function said({ stderr }: ChildProcess): Promise<string> {
  return stderr === null ? '' : text(stderr);
}

it('a command that is stopped (Ctrl-C) says what that means, and ends as one that was stopped', async () => {
  await using server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const child = start(['pool', '--json'], ['ignore', 'pipe', 'pipe'], { TABLE_PORT: String(port) });
  const words = said(child);
  // It asks the table, which never answers.
  const [socket] = await once(server, 'connection');
  child.kill('SIGINT');
  const [exitCode, signal] = await once(child, 'close');
  socket.destroy();
  expect({ exitCode, signal }).toEqual({ exitCode: null, signal: 'SIGINT' });
  expect(JSON.parse(await words)).toEqual({
    code: 'stopped',
    error: 'The command was stopped before it was done. What it had written into the table stays.',
    remedy: 'Run it again: it goes on, and does nothing twice.',
  });
});

it('a command whose output nobody can take says so', async () => {
  await using file = await open(PROGRAM, 'r');
  const child = start(PLAN, ['ignore', file.fd, 'pipe']);
  const [err, [exitCode]] = await Promise.all([said(child), once(child, 'close')]);
  expect({ exitCode, err }).toEqual({
    exitCode: 1,
    err: expect.stringMatching(/^What the command says cannot be written: \w+\.\n {2}Look at where .*\n$/),
  });
});

it('a command whose reader has seen enough ends in peace', async () => {
  const child = start(PLAN, ['ignore', 'pipe', 'pipe']);
  child.stdout?.destroy();
  const [err, [exitCode]] = await Promise.all([said(child), once(child, 'close')]);
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
});
