import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import * as fc from '../fast-check.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findFreePort } from '../../local/ports.ts';
import { CONNECTION_LIMITS, type ConnectionLimits } from '../../src/http/withstand.ts';
import { cases } from '../cases.ts';
import { hostileRequest } from './hostile-requests.ts';
import { until } from '../until.ts';

/** As in production, a hundred times quicker. */
const LIMITS: ConnectionLimits = {
  headersMs: 200,
  requestMs: 400,
  keepAliveMs: 50,
  requestsMost: 150,
  checkMs: 50,
  stalledMs: 1_000,
  closeMs: 1_000,
  connectionsMost: 250,
};
const PROGRAM = fileURLToPath(new URL('doors-program.ts', import.meta.url));

const told = z.object({ held: z.number() });

let child: ChildProcess;
let said = '';
let ports: Readonly<Record<'main' | 'metrics', number>>;
/** A path that each server serves. */
const PATHS = { main: '/healthz', metrics: '/metrics' } as const;
const SERVERS = ['main', 'metrics'] as const;
type Door = (typeof SERVERS)[number];

beforeAll(async () => {
  ports = { main: await findFreePort(), metrics: await findFreePort() };
  child = fork(PROGRAM, [String(ports.main), String(ports.metrics), JSON.stringify(LIMITS)], {
    silent: true,
  });
  child.stdout?.on('data', (chunk) => (said += String(chunk)));
  child.stderr?.on('data', (chunk) => (said += String(chunk)));
  await once(child, 'message');
});

afterAll(() => void child.kill('SIGKILL'));

function start(limits: ConnectionLimits): ChildProcess {
  return fork(PROGRAM, [String(ports.main), String(ports.metrics), JSON.stringify(limits)], { silent: true });
}

async function socketsHeld(): Promise<number> {
  const answer = once(child, 'message');
  child.send('how many');
  const [message]: unknown[] = await answer;
  return told.parse(message).held;
}

/** A connection on which something was written, and what came back so far. */
interface Caller {
  readonly socket: Socket;
  readonly heard: () => string;
}

async function call(door: Door, ...parts: readonly string[]): Promise<Caller> {
  const socket = connect(ports[door], '127.0.0.1');
  let heard = '';
  socket.on('data', (chunk) => (heard += String(chunk)));
  // Being cut is what these callers are there for.
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  for (const part of parts) socket.write(part);
  return { socket, heard: () => heard };
}

/** Resolves when a connection is closed, whether politely or not. */
async function closed(socket: Socket): Promise<void> {
  if (!socket.closed) await new Promise((resolve) => void socket.once('close', resolve));
}

/** A request as text; lines of its header after the first. */
const request = (line: string, ...headers: readonly string[]): string =>
  [`${line} HTTP/1.1`, 'Host: x', ...headers, '', ''].join('\r\n');

const post = (...headers: readonly string[]): string =>
  request('POST /api/messages', 'Content-Type: application/json', ...headers);

/** What somebody may send and then leave the connection open, by name. */
const SENT: Readonly<Record<string, (path: string) => string>> = {
  'nothing at all': () => '',
  'an upgrade': (path) => request(`GET ${path}`, 'Connection: Upgrade', 'Upgrade: websocket'),
  'an upgrade of a path that is not served': () => request('GET /x', 'Connection: Upgrade', 'Upgrade: h2c'),
  'an upgrade and more': (path) =>
    `${request(`POST ${path}`, 'Connection: Upgrade', 'Upgrade: x', 'Content-Length: 9')}1234`,
  CONNECT: () => request('CONNECT example.com:443'),
  'an expectation': () => post('Expect: 100-continue', 'Content-Length: 5'),
  'an expectation that nobody knows': () => post('Expect: the-unexpected', 'Content-Length: 5'),
  'an expectation and no route': (path) =>
    request(`PUT ${path}`, 'Expect: 100-continue', 'Content-Length: 5'),
  'half a line': () => 'GET /heal',
  'half a header': () => 'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Le',
  'half a body': () => `${post('Content-Length: 99')}{"type":`,
  'half a body where none is taken': (path) => `${request(`GET ${path}`, 'Content-Length: 99')}half`,
  'a chunked body without an end': () => `${post('Transfer-Encoding: chunked')}5\r\n12345\r\n`,
  'a chunked body without an end where none is taken': (path) =>
    `${request(`DELETE ${path}`, 'Transfer-Encoding: chunked')}5\r\n12345\r\n`,
  'chunks that are none': () => `${post('Transfer-Encoding: chunked')}zz\r\n`,
  'two lengths': () => `${post('Content-Length: 2', 'Content-Length: 3')}{}`,
  'a length and chunks': () => `${post('Content-Length: 2', 'Transfer-Encoding: chunked')}0\r\n\r\n`,
  'a length below zero': () => post('Content-Length: -1'),
  'a length beyond all numbers': () => post('Content-Length: 99999999999999999999999'),
  'a body that claims to be compressed, on GET': (path) =>
    `${request(`GET ${path}`, 'Content-Encoding: gzip', 'Content-Length: 5')}xxxxx`,
  'a Host that makes no address': (path) => `GET ${path} HTTP/1.1\r\nHost: [\r\n\r\n`,
  'a Host with a path': () => 'GET /x HTTP/1.1\r\nHost: x/healthz?\r\n\r\n',
  'a target that makes no address': () => request('GET http://['),
  'a target with a port that is none': () => request('GET http://x:99999/'),
  'OPTIONS *': () => request('OPTIONS *'),
  TRACE: (path) => request(`TRACE ${path}`),
  'a header without an end': () => `GET / HTTP/1.1\r\nX: ${'x'.repeat(100_000)}`,
  'no HTTP at all': () => '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
  'HTTP/1.0 without a Host': (path) => `GET ${path} HTTP/1.0\r\n\r\n`,
  'HTTP/2': () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'a hundred requests at once': (path) => request(`GET ${path}`).repeat(100),
  'requests with a broken one among them': (path) =>
    `${request(`GET ${path}`).repeat(5)}\u0000\u0000${request(`GET ${path}`).repeat(5)}`,
  'a body and the next request': (path) => `${post('Content-Length: 2')}{}${request(`GET ${path}`)}`,
};

/** How the process is: what both servers answer, how many sockets it holds, what it had to say. */
async function condition(): Promise<unknown> {
  const answers = SERVERS.map(async (door) => {
    const { socket, heard } = await call(door, request(`GET ${PATHS[door]}`, 'Connection: close'));
    await closed(socket);
    return heard().slice(0, 15);
  });
  return { answers: await Promise.all(answers), held: await socketsHeld(), code: child.exitCode, said };
}
const UNHARMED = { answers: ['HTTP/1.1 200 OK', 'HTTP/1.1 200 OK'], held: 0, code: null, said: '' };
const unharmed = (): Promise<void> => until(async () => expect(await condition()).toEqual(UNHARMED));

describe.each(SERVERS)('the %s server', (door) => {
  const all = Object.entries(SENT).map(([name, text]) => [name, text(PATHS[door])] as const);

  it('lets go of every connection, whatever was sent on it', async () => {
    const callers = new Map<string, Socket>();
    for (const [name, text] of all) callers.set(name, (await call(door, text)).socket);
    const open = (): string[] => [...callers].flatMap(([name, socket]) => (socket.closed ? [] : [name]));
    // Cut by the server: the callers do nothing.
    await until(() => expect(open()).toEqual([]));
    await unharmed();
  });

  it('outlives a reset after every byte of whatever is sent', async () => {
    const longest = 400;
    for (const [, text] of all) {
      const step = Math.max(1, Math.floor(Math.min(text.length, longest) / 24));
      const callers: Promise<void>[] = [];
      for (let end = 0; end <= Math.min(text.length, longest); end += step) {
        const cut = async (): Promise<void> => {
          const { socket } = await call(door, text.slice(0, end));
          socket.resetAndDestroy();
        };
        callers.push(cut());
      }
      await Promise.all(callers);
    }
    expect(child.exitCode).toBeNull();
    await unharmed();
  });

  it('outlives a reset after the answer has begun', async () => {
    for (const [, text] of all) {
      const { socket } = await call(door, text);
      await Promise.race([closed(socket), new Promise((resolve) => void socket.once('data', resolve))]);
      socket.resetAndDestroy();
    }
    expect(child.exitCode).toBeNull();
    await unharmed();
  });

  // The server answers thousands of times before it has to stop, which a busy machine takes its time for.
  it('lets go of somebody who does not read', async () => {
    const { socket } = await call(door, request(`GET ${PATHS[door]}`).repeat(5_000));
    // Before that, the server may not have accepted it, and holds nobody either.
    await once(socket, 'data');
    socket.pause();
    await until(async () => expect(await socketsHeld()).toBe(0));
    socket.destroy();
    await unharmed();
  });

  it('answers while a crowd is silent, and holds no more of it than it may', async () => {
    const crowd = await Promise.all(Array.from({ length: 600 }, () => call(door)));
    const { heard } = await call(door, request(`GET ${PATHS[door]}`));
    await until(() => expect(heard()).toContain('HTTP/1.1 200 OK'));
    expect(await socketsHeld()).toBeLessThanOrEqual(LIMITS.connectionsMost + 1);
    await until(() => expect(crowd.filter(({ socket }) => !socket.closed)).toEqual([]));
    await unharmed();
  });
});

describe.each(SERVERS)('a message to the %s server that says it is encoded', (door) => {
  const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'];
  const TARGETS = ['/healthz', '/readyz', '/metrics', '/api/messages', '/api/notifications', '/x', '*'];
  const ENCODINGS = [
    'Content-Encoding: gzip',
    'content-encoding: GZIP',
    'Content-Encoding: br, gzip',
    'Content-Encoding:',
    'Content-Encoding: identity\r\nContent-Encoding: gzip',
    'Transfer-Encoding: gzip, chunked',
  ];

  it('is refused with 415, whatever its method, target and body', async () => {
    const body = (encoding: string): string =>
      encoding.startsWith('Transfer') ? '5\r\nxxxxx\r\n0\r\n\r\n' : 'xxxxx';
    const length = (encoding: string): readonly string[] =>
      encoding.startsWith('Transfer') ? [] : ['Content-Length: 5'];
    for (const method of METHODS) {
      for (const target of TARGETS) {
        const answers = ENCODINGS.map(async (encoding) => {
          const head = request(`${method} ${target}`, encoding, 'Connection: close', ...length(encoding));
          const { socket, heard } = await call(door, `${head}${body(encoding)}`);
          await closed(socket);
          return `${method} ${target} ${encoding} ${heard().slice(0, 12)}`;
        });
        const expected = ENCODINGS.map((encoding) => `${method} ${target} ${encoding} HTTP/1.1 415`);
        expect(await Promise.all(answers)).toEqual(expected);
      }
    }
    await unharmed();
  });

  it('is served where the encoding is none', async () => {
    const head = request(`GET ${PATHS[door]}`, 'Content-Encoding: Identity', 'Connection: close');
    const { socket, heard } = await call(door, head);
    await closed(socket);
    expect(heard()).toContain('HTTP/1.1 200 OK');
  });
});

describe('whatever is sent', () => {
  it('is answered or cut, never with a fault of ours', async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(...SERVERS),
      fc.array(hostileRequest, { minLength: 20, maxLength: 40 }),
      async (door, texts) => {
        const answers = texts.map(async (text) => {
          const { socket, heard } = await call(door, text);
          socket.end();
          await closed(socket);
          return heard().split('\r\n')[0];
        });
        for (const line of await Promise.all(answers)) expect(line).toMatch(/^$|^HTTP\/1\.1 [1-4]/);
      },
    );
    await fc.assert(property, { numRuns: cases(200) });
    await unharmed();
  });
});

describe('what is late', () => {
  it.each([
    ['a silent connection', '', LIMITS.headersMs],
    ['half a header', 'GET / HTTP/1.1\r\nHo', LIMITS.headersMs],
    ['half a body', `${post('Content-Length: 9')}{`, LIMITS.requestMs],
  ])('is cut after its time: %s', async (_name, text, ms) => {
    const begun = performance.now();
    const { socket } = await call('main', text);
    await closed(socket);
    // Not before; how long after is up to the machine, and to the next test.
    expect(performance.now() - begun).toBeGreaterThan(ms - LIMITS.checkMs);
  });

  it('is cut within the documented thirty seconds', () => {
    const { headersMs, requestMs, checkMs } = CONNECTION_LIMITS;
    expect(Math.max(headersMs, requestMs) + checkMs).toBeLessThanOrEqual(30_000);
  });
});

describe('whoever expects 100-continue', () => {
  it('is told to go on where the body is taken, and gets the answer at once where it is not', async () => {
    const { socket, heard } = await call('main', post('Expect: 100-continue', 'Content-Length: 2'));
    await until(() => expect(heard()).toBe('HTTP/1.1 100 Continue\r\n\r\n'));
    socket.write('{}');
    await until(() => expect(heard()).toContain('HTTP/1.1 200 OK'));

    const nowhere = await call('main', request('PUT /x', 'Expect: 100-continue', 'Content-Length: 2'));
    await until(() => expect(nowhere.heard()).toMatch(/^HTTP\/1\.1 404 /));

    const large = await call('main', post('Expect: 100-continue', 'Content-Length: 999999'));
    await until(() => expect(large.heard()).toMatch(/^HTTP\/1\.1 413 /));
  });
});

async function restart(limits: ConnectionLimits): Promise<void> {
  const exited = child.exitCode === null ? once(child, 'exit') : undefined;
  child.kill('SIGKILL');
  await exited;
  child = start(limits);
  await once(child, 'message');
}

describe('a connection that was of use', () => {
  beforeAll(() => restart({ ...LIMITS, keepAliveMs: 60_000 }));

  it.each(SERVERS)('can be used again when all others were cut: the %s server', async (door) => {
    const silent = await call(door);
    const { socket, heard } = await call(door, request('GET /x'));
    const answers = (): number => heard().split('HTTP/1.1 404 ').length - 1;
    await until(() => expect(answers()).toBe(1));
    const half = await call(door, `${post('Content-Length: 9')}{`);
    await closed(silent.socket);
    await closed(half.socket);
    socket.write(request('GET /x', 'Connection: close'));
    await closed(socket);
    expect(answers()).toBe(2);
  });

  it('stays open longer than an ingress of Envoy keeps it, so that we never close it under a request', () => {
    expect(CONNECTION_LIMITS.keepAliveMs).toBeGreaterThan(60 * 60_000);
  });

  it.each(SERVERS)('brings no more requests than it may: the %s server', async (door) => {
    const { socket, heard } = await call(door, request('GET /x').repeat(LIMITS.requestsMost + 20));
    const answers = (status: number): number => heard().split(`HTTP/1.1 ${status} `).length - 1;
    await until(() => expect([answers(404), answers(503)]).toEqual([LIMITS.requestsMost, 20]));
    expect(heard().split('HTTP/1.1 ')[LIMITS.requestsMost]).toMatch(/^Connection: close/m);
    socket.destroy();
  });

  it('does not hold up a stop', async () => {
    const { heard } = await call('main', request('GET /healthz'));
    await until(() => expect(heard()).toContain('alive'));
    const exited = once(child, 'exit');
    child.send('stop');
    expect(await exited).toEqual([0, null]);
  });
});

describe('a stop', () => {
  it('is not held up by half a request', async () => {
    await restart({ ...LIMITS, headersMs: 60_000, requestMs: 60_000, stalledMs: 60_000, closeMs: 50 });
    await call('main', `${post('Content-Length: 99')}{`);
    await call('metrics', 'GET / HT');
    const exited = once(child, 'exit');
    child.send('stop');
    expect(await exited).toEqual([0, null]);
  });
});
