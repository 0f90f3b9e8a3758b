import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { CENTRAL, mailTo, startStand } from '../graph/stand.ts';

const COMMAND = fileURLToPath(new URL('../../local/forwarding.ts', import.meta.url));
const run = promisify(execFile);

it('npm run local:forwarding breaks a root mailbox of the stand and mends it, and says how it is used', async () => {
  await using stand = await startStand();
  const env = { ...process.env, GRAPH_PORT: new URL(stand.url).port };
  const forwarding = (...args: readonly string[]) => run(process.execPath, [COMMAND, ...args], { env });
  const arrived = (): number => stand.hands.list('inbox').length;

  const root = 'aws-root-01@company.com';
  expect((await forwarding('--stop', root)).stdout).toContain(`No mail comes through ${root}`);
  await stand.deliver(mailTo(root), [root]);
  expect(arrived()).toBe(0);
  await stand.deliver(mailTo(CENTRAL), [CENTRAL]);
  expect(arrived()).toBe(1);

  expect((await forwarding('--start', root)).stdout).toContain(root);
  await stand.deliver(mailTo(root), [root]);
  expect(arrived()).toBe(2);

  for (const args of [[], ['--stop'], ['--stop', 'nobody'], ['--stop', root, '--start', root]]) {
    await expect(forwarding(...args)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('npm run local:forwarding'),
    });
  }
});
