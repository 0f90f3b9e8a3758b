import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createNotificationsRoute } from '../../src/http/notifications-route.ts';
import { createServer } from '../../src/http/server.ts';
import type { MailNotification } from '../../src/mail/subscriptions/receive.ts';
import { silentLog } from '../fakes/log.ts';

interface Door extends AsyncDisposable {
  readonly url: string;
  readonly received: MailNotification[];
}

async function open(options: { fail?: Error; closed?: boolean } = {}): Promise<Door> {
  const received: MailNotification[] = [];
  const log = silentLog();
  const route = createNotificationsRoute(async (notifications) => {
    if (options.fail !== undefined) throw options.fail;
    received.push(...notifications);
  }, log);
  const server = createServer({
    messages: async () => {
      throw new Error('nobody speaks to the bot here');
    },
    missing: async () => [],
    ...(options.closed !== true && { notifications: route }),
    log,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/api/notifications`,
    received,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.server.closeAllConnections();
      await closed;
    },
  };
}

const TOKEN = 'Validation: Testing client application reachability for subscription Request-Id: 0a1b-2c3d';

function asks(door: Door, query: string, init: RequestInit = {}): Promise<Response> {
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return fetch(`${door.url}?${query}`, { method: 'POST', headers, ...init });
}

function tells(door: Door, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return fetch(door.url, { method: 'POST', headers, body: JSON.stringify(body) });
}

describe('whoever asks whether the address is ours', () => {
  it.each([
    ['as a form', new URLSearchParams({ validationToken: TOKEN }).toString()],
    ['in percents', `validationToken=${encodeURIComponent(TOKEN)}`],
    ['beside other parameters', `a=b&validationToken=${encodeURIComponent(TOKEN)}`],
  ])('gets the token back as plain text, decoded, when it comes encoded %s', async (_, query) => {
    await using door = await open();
    const response = await asks(door, query);
    expect([response.status, await response.text()]).toEqual([200, TOKEN]);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain\b/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(door.received).toEqual([]);
  });

  it.each([
    ['HTML', '<script>alert(1)</script>'],
    ['line breaks', 'a\r\nSet-Cookie: a=b'],
    ['other than ASCII', 'Prüfung'],
    ['nothing', ''],
    ['more than anybody sends', 'x'.repeat(2_049)],
  ])('gets no %s back', async (_, token) => {
    await using door = await open();
    const response = await asks(door, new URLSearchParams({ validationToken: token }).toString());
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain(token.slice(0, 8) || 'x');
  });

  it('is not answered by any other method or path', async () => {
    await using door = await open();
    const query = `validationToken=${encodeURIComponent(TOKEN)}`;
    const got = await fetch(`${door.url}?${query}`);
    expect([got.status, (await got.text()).includes('Request-Id')]).toEqual([405, false]);
    const headers = { 'content-type': 'text/plain' };
    const elsewhere = await fetch(`${door.url}/x?${query}`, { method: 'POST', headers });
    expect([elsewhere.status, (await elsewhere.text()).includes('Request-Id')]).toEqual([404, false]);
  });

  it('finds nothing without a public address', async () => {
    await using door = await open({ closed: true });
    expect((await asks(door, 'validationToken=x')).status).toBe(404);
    expect((await tells(door, { value: [] })).status).toBe(404);
  });
});

describe('notifications', () => {
  it('are answered with 202, in Graph’s words turned into ours', async () => {
    await using door = await open();
    const common = { subscriptionId: 'one', clientState: 'secret', tenantId: 'x' };
    const response = await tells(door, {
      value: [
        { ...common, changeType: 'created', resource: 'Users/x/Messages/y', resourceData: { id: 'y' } },
        { ...common, lifecycleEvent: 'reauthorizationRequired' },
        { ...common, lifecycleEvent: 'subscriptionRemoved' },
        { ...common, lifecycleEvent: 'missed' },
        { ...common, lifecycleEvent: 'whatever comes' },
      ],
    });
    expect([response.status, await response.text()]).toEqual([202, '']);
    expect(door.received).toEqual(
      (['mail', 'reauthorize', 'removed', 'mail', 'mail'] as const).map((kind) => ({
        subscriptionId: 'one',
        clientState: 'secret',
        kind,
      })),
    );
  });

  it.each([
    ['no client state', { value: [{ subscriptionId: 'one', clientState: null }] }],
    ['one that is too long', { value: [{ subscriptionId: 'one', clientState: 'x'.repeat(129) }] }],
    ['an object for one', { value: [{ subscriptionId: 'one', clientState: { $ne: '' } }] }],
    ['no notification', { value: ['x', 7, null] }],
    ['no list', { value: 'x' }],
    ['a list', [1]],
    ['nothing', null],
  ])('with %s are answered alike, and carry nothing that could be believed', async (_, body) => {
    await using door = await open();
    const response = await tells(door, body);
    expect([response.status, await response.text()]).toEqual([202, '']);
    expect(door.received.length).toBeGreaterThan(0);
    for (const { clientState } of door.received) expect(clientState).toBe('');
  });

  it('that are more than one body can hold of real ones are not all looked at', async () => {
    await using door = await open();
    expect((await tells(door, { value: Array.from({ length: 100_000 }, () => 0) })).status).toBe(202);
    expect(door.received).toHaveLength(1_000);
  });

  it('that are too large, or no JSON, are refused before anybody looks at them', async () => {
    await using door = await open();
    expect((await tells(door, { value: ['x'.repeat(300_000)] })).status).toBe(413);
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(door.url, { method: 'POST', headers, body: '{"value":' })).status).toBe(400);
    expect((await asks(door, '', { body: 'text' })).status).toBe(415);
    expect(door.received).toEqual([]);
  });

  it('that cannot be taken now shall be sent again', async () => {
    await using door = await open({ fail: new Error('table awsrootaccounts is down') });
    const response = await tells(door, { value: [{ subscriptionId: 'one', clientState: 'secret' }] });
    expect([response.status, await response.text()]).toEqual([503, '']);
  });
});
