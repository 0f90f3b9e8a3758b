import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createApp } from '../../src/app.ts';
import { waitForStorage } from '../../src/wiring/wait-for-storage.ts';
import { silentLog } from '../fakes/log.ts';
import { openWorld } from './world.ts';

const Address = z.custom<AddressInfo>((address) => typeof address === 'object' && address !== null);

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = Address.parse(server.address());
  const closed = once(server, 'close');
  server.close();
  await closed;
  return port;
}

it('a start while the storage does not answer waits, says that it is not ready and why, and then begins', async () => {
  await using world = await openWorld();
  const config = { ...world.config, http: { ...world.config.http, port: await freePort() } };
  const at = (path: string): Promise<Response> =>
    fetch(`http://127.0.0.1:${config.http.port}${path}`, { headers: { connection: 'close' } });
  const log = silentLog();
  const warned = vi.spyOn(log, 'warn');
  world.network.meet(() => 'refuse-503');
  const waiting = Promise.withResolvers<number>();
  const opening = waitForStorage(config, log, () => createApp(config, silentLog()), waiting.resolve);
  expect(await waiting.promise).toBe(config.http.port);
  expect((await at('/healthz')).status).toBe(200);
  const ready = await at('/readyz');
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'not ready', missing: ['table'] }]);
  expect((await at('/api/messages')).status).toBe(404);
  expect(warned.mock.calls[0]?.[1]).toContain('the table storage does not answer; trying again');

  world.network.meet(() => 'pass');
  const app = await opening;
  await app.listen();
  expect((await at('/readyz')).status).toBe(200);
  await app.stop();
});

it('anything else that keeps it from starting ends it', async () => {
  await using world = await openWorld();
  const broken = async (): Promise<never> => {
    throw new TypeError('a mistake');
  };
  await expect(waitForStorage(world.config, silentLog(), broken)).rejects.toThrow('a mistake');
});
