import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { listen } from '../local/listen.ts';
import { forward } from '../harness/forward.ts';
import type { RequestFault, Side } from './kinds.ts';
import { refusalOf } from './refusals.ts';

/** A way to one of the servers, on which requests meet faults. */
export interface Proxy {
  readonly url: string;
  close(): Promise<void>;
}

export interface ProxyOptions {
  readonly side: Side;
  /** Origin of the server behind it. */
  readonly target: string;
  readonly faultFor: () => RequestFault | undefined;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Nothing waits longer for an answer than this, so that no socket stays open for ever. */
const SILENCE_MS = 90_000;
const SLOW_PIECES = 8;
const SLOW_PAUSE_MS = 150;
/** Of the connection between two parts, not of what they say. */
const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding', 'content-length'];

export async function openProxy({ side, target, faultFor }: ProxyOptions): Promise<Proxy> {
  let url = '';

  async function work(incoming: IncomingMessage, body: Buffer): Promise<Answer> {
    const answer = await forward(incoming, body, target);
    const bytes = await buffer(answer);
    // Links of Graph's pages lead on through this way.
    const links = side === 'graph' ? Buffer.from(bytes.toString('utf8').replaceAll(target, url)) : bytes;
    return { status: answer.statusCode ?? 502, headers: answer.headers, body: links };
  }

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    const fault = faultFor();
    switch (fault) {
      case undefined:
        return answerWith(outgoing, await work(incoming, body));
      case 'slow':
        return answerSlowly(outgoing, await work(incoming, body));
      case 'half':
        return answerHalf(outgoing, await work(incoming, body));
      case 'reset-before':
        return reset(outgoing);
      case 'reset-after':
        await work(incoming, body);
        return reset(outgoing);
      case 'time-out':
        return staySilent(outgoing);
      case 'lost':
        await work(incoming, body);
        return staySilent(outgoing);
      case 'throttle':
      case 'error':
      case 'unauthorized':
      case 'forbidden':
      case 'missing': {
        const { status, headers, body: words } = refusalOf(side, fault);
        return answerWith(outgoing, { status, headers, body: Buffer.from(JSON.stringify(words)) });
      }
    }
  }

  const server = createServer((incoming, outgoing) => {
    // Whoever asked went away, or the server behind is gone: both see a connection that ends.
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  url = `http://127.0.0.1:${await listen(server, 0)}`;
  return {
    url,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function headOf({ status, headers, body }: Answer, outgoing: ServerResponse): void {
  outgoing.statusCode = status;
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !HOP_BY_HOP.includes(name)) outgoing.setHeader(name, value);
  }
  if (status !== 204 && status !== 304) outgoing.setHeader('content-length', body.length);
}

function answerWith(outgoing: ServerResponse, answer: Answer): void {
  headOf(answer, outgoing);
  outgoing.end(answer.body);
}

async function answerSlowly(outgoing: ServerResponse, answer: Answer): Promise<void> {
  headOf(answer, outgoing);
  const piece = Math.max(1, Math.ceil(answer.body.length / SLOW_PIECES));
  for (let start = 0; start < answer.body.length && !outgoing.destroyed; start += piece) {
    outgoing.write(answer.body.subarray(start, start + piece));
    await pause(SLOW_PAUSE_MS);
  }
  outgoing.end();
}

/** The head promises more than comes. */
function answerHalf(outgoing: ServerResponse, answer: Answer): void {
  headOf(answer, outgoing);
  outgoing.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () => reset(outgoing));
}

function reset(outgoing: ServerResponse): void {
  if (outgoing.socket === null) outgoing.destroy();
  else outgoing.socket.resetAndDestroy();
}

function staySilent(outgoing: ServerResponse): void {
  const timer = setTimeout(() => outgoing.destroy(), SILENCE_MS);
  timer.unref();
  outgoing.once('close', () => clearTimeout(timer));
}
