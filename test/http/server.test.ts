import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/shared/version.ts';
import { createServer } from '../../src/http/server.ts';
import { createLog } from '../../src/shared/log.ts';

interface Front extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  /** Bodies that reached the bot. */
  readonly received: readonly unknown[];
}

async function open(options: { missing?: readonly string[]; fail?: Error } = {}): Promise<Front> {
  const received: unknown[] = [];
  const server = createServer({
    messages: async (request, response) => {
      if (options.fail !== undefined) throw options.fail;
      const body: unknown = request.body;
      received.push(body);
      response.send(200);
    },
    missing: async () => options.missing ?? [],
    log: createLog('silent'),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    received,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.server.closeAllConnections();
      await closed;
    },
  };
}

function post(
  front: Front,
  body: RequestInit['body'],
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${front.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body }),
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  });
}

const ok = '{"type":"message"}';

describe('a body', () => {
  it('of plain JSON reaches the bot', async () => {
    await using front = await open();
    expect((await post(front, ok, { 'content-type': 'application/json; charset=utf-8' })).status).toBe(200);
    expect(front.received).toEqual([{ type: 'message' }]);
  });

  it('over the limit is 413, and never reaches the bot', async () => {
    await using front = await open();
    expect((await post(front, JSON.stringify({ text: 'x'.repeat(300_000) }))).status).toBe(413);
    expect(front.received).toEqual([]);
  });

  it('over the limit is 413 also when its length was not told', async () => {
    await using front = await open();
    const chunk = new TextEncoder().encode('x'.repeat(50_000));
    let left = 8;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (left === 0) controller.close();
        else controller.enqueue(chunk);
        left -= 1;
      },
    });
    expect((await post(front, stream)).status).toBe(413);
    expect(front.received).toEqual([]);
  });

  it.each(['{', '{"a":', 'no json', '{"a":1}}', '\u0000'])('that is no JSON (%j) is 400', async (body) => {
    await using front = await open();
    expect((await post(front, body)).status).toBe(400);
    expect(front.received).toEqual([]);
  });

  it.each([
    ['compressed', gzipSync(Buffer.alloc(50_000_000, 0x20)), { 'content-encoding': 'gzip' }],
    ['that says it is compressed and is not', ok, { 'content-encoding': 'gzip' }],
    ['in another encoding', ok, { 'content-encoding': 'br' }],
    [
      'with files in a form',
      '--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\nfile\r\n--x--\r\n',
      { 'content-type': 'multipart/form-data; boundary=x' },
    ],
    ['of a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['of bytes', ok, { 'content-type': 'application/octet-stream' }],
    ['without a type', ok, { 'content-type': '' }],
  ])('%s is 415, and the server lives on', async (_name, body, headers) => {
    await using front = await open();
    expect((await post(front, body, headers)).status).toBe(415);
    expect((await post(front, ok)).status).toBe(200);
    expect(front.received).toHaveLength(1);
  });

  it('that never comes to its end holds up nobody else', async () => {
    await using front = await open();
    const socket = connect(front.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
    );
    expect((await post(front, ok)).status).toBe(200);
    socket.destroy();
    expect((await post(front, ok)).status).toBe(200);
  });
});

describe('an error', () => {
  it('of ours tells nothing of what happened, only a reference', async () => {
    await using front = await open({ fail: new Error('secret of table awsrootaccounts at /srv/app.ts') });
    const response = await post(front, ok);
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).toMatch(/The log has it under [0-9A-Z]{26}/);
    expect(text).not.toMatch(/secret|awsrootaccounts|\.ts|stack/);
  });

  it.each([
    ['GET', '/api/messages', 405],
    ['GET', '/', 404],
    ['POST', '/api/../etc/passwd', 404],
    ['PUT', '/api/messages', 405],
  ])('of the caller (%s %s) is %d and names no file', async (method, path, status) => {
    await using front = await open();
    const response = await fetch(`${front.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(method === 'GET' ? {} : { body: ok }),
    });
    expect(response.status).toBe(status);
    expect(await response.text()).not.toMatch(/node_modules|\.js|\.ts|restify/);
  });
});

describe('every answer', () => {
  it.each([
    ['GET', '/healthz'],
    ['GET', '/nowhere'],
    ['POST', '/api/messages'],
  ])('carries the headers that keep browsers away (%s %s)', async (method, path) => {
    await using front = await open();
    const { headers } = await fetch(`${front.url}${path}`, { method });
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'content-security-policy': "default-src 'none'",
      'cache-control': 'no-store',
    });
  });
});

describe('health', () => {
  it('is alive as long as it answers', async () => {
    await using front = await open({ missing: ['table'] });
    const response = await fetch(`${front.url}/healthz`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'alive', version: VERSION }]);
  });

  it.each(['/healthz', '/readyz'])('HEAD %s is answered as GET is, without a body', async (path) => {
    await using front = await open({ missing: ['table'] });
    const [whole, head] = await Promise.all(
      ['GET', 'HEAD'].map((method) => fetch(`${front.url}${path}`, { method })),
    );
    expect(head?.status).toBe(whole?.status);
    expect(await head?.text()).toBe('');
  });

  it('is ready when nothing is missing', async () => {
    await using front = await open();
    const response = await fetch(`${front.url}/readyz`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ready' }]);
  });

  it('names what is missing, and no more', async () => {
    await using front = await open({ missing: ['table'] });
    const response = await fetch(`${front.url}/readyz`);
    expect([response.status, await response.json()]).toEqual([
      503,
      { status: 'not ready', missing: ['table'] },
    ]);
  });
});

describe('a connection that the system does not give', () => {
  it('is a line in the log, and not the end of the process', async () => {
    const lines: unknown[] = [];
    const error = (...said: readonly unknown[]): void => void lines.push(said);
    const log = Object.assign(createLog('silent'), { error });
    const server = createServer({ messages: async () => undefined, missing: async () => [], log });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const fault = new Error('accept EMFILE');
    server.server.emit('error', fault);
    expect(lines).toEqual([[{ err: fault }, 'a connection could not be taken']]);
    const closed = once(server, 'close');
    server.close();
    await closed;
  });
});
