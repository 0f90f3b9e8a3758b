import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listen } from '../../local/listen.ts';
import type { RequestFault } from '../../faults/kinds.ts';
import { openProxy, type Proxy } from '../../faults/proxy.ts';

const BODY = JSON.stringify({ value: 'all of it' });
const server = createServer((incoming, outgoing) => {
  incoming.resume().once('end', () => {
    worked += 1;
    outgoing.writeHead(201, { 'content-type': 'application/json' }).end(BODY);
  });
});
let worked = 0;
/** What the next requests meet. */
let faults: RequestFault[] = [];
let way: Proxy;

beforeAll(async () => {
  const port = await listen(server, 0);
  way = await openProxy({
    side: 'teams',
    target: `http://127.0.0.1:${port}`,
    faultFor: () => faults.shift(),
  });
});
afterAll(async () => {
  await way.close();
  server.close();
});
beforeEach(() => {
  worked = 0;
  faults = [];
});

/** What somebody gets who asks: status and words, or how it ended without. */
async function asked(signal?: AbortSignal): Promise<string> {
  try {
    const response = await fetch(`${way.url}/v3/conversations`, {
      method: 'POST',
      body: '{}',
      ...(signal !== undefined && { signal }),
    });
    return `${response.status} ${await response.text()}`;
  } catch (error) {
    return error instanceof Error ? error.name : 'unknown';
  }
}

describe('a way on which things go wrong', () => {
  it('lets everything through while nothing does', async () => {
    expect(await asked()).toBe(`201 ${BODY}`);
    expect(worked).toBe(1);
  });

  it.each([
    ['throttle', '429'],
    ['error', '503'],
    ['unauthorized', '401'],
    ['forbidden', '403 {"error":{"code":"BotNotInConversationRoster"'],
    ['missing', '404 {"error":{"code":"ConversationNotFound"'],
    ['reset-before', 'TypeError'],
  ] as const)('%s: nothing was done', async (kind, answer) => {
    faults = [kind];
    expect(await asked()).toContain(answer);
    expect(worked).toBe(0);
  });

  it.each([
    ['reset-after', 'TypeError'],
    ['half', 'TypeError'],
    ['slow', `201 ${BODY}`],
  ] as const)('%s: it was done', async (kind, answer) => {
    faults = [kind];
    expect(await asked()).toBe(answer);
    expect(worked).toBe(1);
  });

  it.each([
    ['time-out', 0],
    ['lost', 1],
  ] as const)('%s: nobody answers', async (kind, done) => {
    faults = [kind];
    const patience = new AbortController();
    const answer = asked(patience.signal);
    await expect.poll(() => faults).toEqual([]);
    // Whoever comes later is served, and had to wait for nobody.
    expect(await asked()).toContain('201');
    patience.abort();
    expect(await answer).toBe('AbortError');
    await expect.poll(() => worked).toBe(done + 1);
  });
});
