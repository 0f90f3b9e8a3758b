import { once } from 'node:events';
import type { Server } from 'restify';
import { describe, expect, it } from 'vitest';
import { createMetricsServer, type Scrape } from '../../src/http/metrics-server.ts';
import { createLog } from '../../src/shared/log.ts';

async function served<T>(scrape: Scrape, ask: (url: string) => Promise<T>): Promise<T> {
  const server: Server = createMetricsServer(scrape, createLog('silent'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await ask(`http://127.0.0.1:${server.address().port}`);
  } finally {
    const closed = once(server, 'close');
    server.close();
    server.server.closeAllConnections();
    await closed;
  }
}

describe('the metrics’ own port', () => {
  it('serves the metrics and nothing else', async () => {
    await served(
      async () => 'rootdesk_pending_requests 3\n',
      async (url) => {
        const metrics = await fetch(`${url}/metrics`);
        expect(await metrics.text()).toBe('rootdesk_pending_requests 3\n');
        expect(metrics.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
        expect(metrics.headers.get('x-content-type-options')).toBe('nosniff');
        const others = ['/', '/healthz', '/readyz', '/api/openapi.json', '/api/messages'];
        const statuses = await Promise.all(others.map(async (path) => (await fetch(url + path)).status));
        expect(statuses).toEqual(others.map(() => 404));
        expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(405);
      },
    );
  });

  it('tells nothing of what went wrong, only a reference', async () => {
    const answer = await served(
      () => Promise.reject(new Error('the inside of it')),
      async (url) => {
        const response = await fetch(`${url}/metrics`);
        return { status: response.status, text: await response.text() };
      },
    );
    expect(answer.status).toBe(500);
    expect(answer.text).toMatch(/under [0-9A-Z]{26}/);
    expect(answer.text).not.toContain('inside');
  });
});
