import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { createApp } from '../../src/app.ts';
import { createMetricsServer } from '../../src/http/metrics-server.ts';
import { opened } from '../../src/wiring/servers.ts';
import { silentLog } from '../fakes/log.ts';
import { openWorld } from './world.ts';

const Address = z.custom<AddressInfo>((address) => typeof address === 'object' && address !== null);

/** A port that somebody listens on, until it is let go. */
async function takePort(): Promise<{ readonly port: number; letGo(): Promise<void> }> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: Address.parse(server.address()).port,
    async letGo() {
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}

it('a program that cannot have all its ports has none: it ends, and does not look alive', async () => {
  await using world = await openWorld();
  const [free, taken] = await Promise.all([takePort(), takePort()]);
  await free.letGo();
  const config = {
    ...world.config,
    http: { ...world.config.http, port: free.port },
    monitoring: { metricsPort: taken.port },
  };
  const app = await createApp(config, silentLog());
  await expect(app.start()).rejects.toMatchObject({
    code: 'cannot-listen',
    message: expect.stringContaining(`port ${taken.port}: another program listens there already`),
    remedy: expect.stringContaining('METRICS_PORT'),
  });
  await expect(fetch(`http://127.0.0.1:${free.port}/healthz`)).rejects.toThrow('fetch failed');
  await taken.letGo();
});

it('a host that is none of this machine is said in words', async () => {
  const server = createMetricsServer(() => Promise.resolve(''), silentLog());
  // RFC 5737: an address that belongs to documentation, and to no machine.
  await expect(opened([{ server, port: 0 }], '192.0.2.1')).rejects.toMatchObject({
    code: 'cannot-listen',
    message: 'Rootdesk cannot listen on 192.0.2.1, port 0: this machine does not have that address.',
  });
});
