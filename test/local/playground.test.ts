import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { approver, cloudPlatform, people } from '../../local/people.ts';
import { startPlayground, type PlaygroundOptions } from '../../local/playground/playground.ts';
import { startSmallBot } from '../browser/small-bot.ts';

const others = people.filter((person) => person !== approver);

async function startForApprover(options: Partial<PlaygroundOptions> = {}) {
  const bot = await startSmallBot();
  onTestFinished(bot.close);
  const folder = await mkdtemp(join(tmpdir(), 'rootdesk-playground-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const playground = await startPlayground({
    name: 'Playground (approver)',
    folder,
    port: 0,
    botEndpoint: bot.endpoint,
    seat: { person: approver, team: cloudPlatform, others },
    open: false,
    ...options,
  });
  onTestFinished(playground.close);
  return { bot, playground };
}

test('the bot learns the chat and the channel of the person in the seat before a browser is open', async () => {
  const { bot, playground } = await startForApprover({ locale: 'de-DE' });
  await playground.installBot();

  const installed = () => bot.heard.filter(({ type }) => type === 'installationUpdate');
  await expect.poll(installed).toHaveLength(2);
  for (const activity of installed()) {
    expect(activity).toMatchObject({
      serviceUrl: playground.serviceUrl,
      from: { id: approver.id, aadObjectId: approver.id },
      action: 'add-upgrade',
      locale: 'de-DE',
    });
  }
  expect(installed()).toContainEqual(
    expect.objectContaining({
      conversation: expect.objectContaining({ id: cloudPlatform.channel.id }),
      channelData: expect.objectContaining({
        team: { id: cloudPlatform.threadId, name: 'Cloud Platform', aadGroupId: cloudPlatform.group.id },
      }),
    }),
  );
});

test('a one-to-one conversation is opened by the Entra object id of the person in the seat', async () => {
  const { playground } = await startForApprover();
  const response = await fetch(`${playground.serviceUrl}/v3/conversations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ isGroup: false, members: [{ id: approver.id }] }),
  });
  expect(await response.json()).toEqual({ id: `a:${approver.id}` });
});

test('a seat that the Playground refuses is named with the reason', async () => {
  await expect(
    startForApprover({ seat: { person: approver, team: cloudPlatform, others: [] } }),
  ).rejects.toMatchObject({
    code: 'local-part-died',
    message: expect.stringMatching(/^Playground \(approver\) ended by itself[^]*fewer than 5 items/),
  });
});

test('a Playground that finds its port taken does not move to another one', async () => {
  const { playground } = await startForApprover();
  const port = Number(new URL(playground.url).port);
  await expect(startForApprover({ port, portVariable: 'PLAYGROUND_PORT' })).rejects.toMatchObject({
    code: 'local-port-taken',
    remedy: expect.stringContaining('PLAYGROUND_PORT'),
  });
});

test('nobody beyond this machine reaches a Playground, and it reaches nobody beyond', async () => {
  const preload = new URL('../../local/playground/stay-on-loopback.ts', import.meta.url);
  // The two ways in which the Playground listens, and a request to its telemetry's host.
  const program = `
    import { createServer } from 'node:net';
    const hosts = [];
    for (const where of [0, { port: 0 }]) {
      const server = createServer();
      await new Promise((listening) => server.listen(where, listening));
      hosts.push(server.address().address);
      server.close();
    }
    const reached = await fetch('https://dc.services.visualstudio.com/').catch((error) => error.cause.message);
    console.log(JSON.stringify({ hosts, reached }));`;
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    preload.href,
    '--input-type=module',
    '--eval',
    program,
  ]);
  expect(JSON.parse(stdout)).toEqual({
    hosts: ['127.0.0.1', '127.0.0.1'],
    reached: expect.stringContaining('the local stand stays on this machine'),
  });
});
