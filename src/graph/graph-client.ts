import type { TokenCredential } from '@azure/identity';
import {
  Client,
  HTTPMessageHandler,
  ResponseType,
  type GraphRequest,
} from '@microsoft/microsoft-graph-client';
import PQueue from 'p-queue';
import { systemClock, type Clock } from '../shared/clock.ts';
import { createOriginGuard, fetchToken, reasonOf } from './authentication.ts';
import { unwatched, type Telemetry } from '../shared/telemetry.ts';
import { GraphFailure, noAnswer, readFailure } from './graph-failure.ts';
import { isLoopbackHost } from '../shared/loopback.ts';
import { timeLimit, type TimeLimit } from '../shared/time-limit.ts';
import { createTokenSource } from '../shared/token-source.ts';
import { measuredAttempt } from './measured-attempt.ts';
import { createThrottle } from './throttle.ts';
import { systemWait, type Wait } from './wait.ts';

const VERSION = 'v1.0';
/** Graph's limit for one app and one mailbox. */
const MOST_AT_ONCE = 4;
/** One attempt, answer read to the end. The Graph client itself has no time-out. */
const ATTEMPT_LIMIT_MS = 15_000;
/** The same for a mail with all that is attached to it. */
const BYTES_LIMIT_MS = 30_000;
/** An id that does not change when the message is moved: https://learn.microsoft.com/graph/outlook-immutable-id */
const IMMUTABLE_ID = 'IdType="ImmutableId"';

interface GraphCall {
  readonly signal: AbortSignal;
  /** OData options such as `$select`; encoded here. */
  readonly query?: Readonly<Record<string, string>>;
  /** Preferences beside immutable ids. */
  readonly prefer?: readonly string[];
}

/**
 * Microsoft Graph v1.0. Paths are relative to it and begin with a slash.
 *
 * Every method rejects with {@link GraphFailure}, or with the signal's reason when the caller aborted.
 */
export interface GraphClient {
  getJson(path: string, call: GraphCall): Promise<unknown>;
  postJson(path: string, body: unknown, call: GraphCall): Promise<unknown>;
  /** For what is answered with nothing and must not be done twice: one attempt. */
  postOnce(path: string, body: unknown, call: GraphCall): Promise<void>;
  patchJson(path: string, body: unknown, call: GraphCall): Promise<unknown>;
  delete(path: string, call: GraphCall): Promise<void>;
  getBytes(path: string, call: GraphCall): Promise<Uint8Array>;
  /**
   * The path of an `@odata.nextLink` or `@odata.deltaLink`, with its query. The only place where a link becomes a request:
   * the Graph client would follow a link to any host.
   * @throws {GraphFailure} when the link leads anywhere but to this Graph
   */
  pathOf(link: string): string;
}

export interface GraphClientOptions {
  /** Origin of the Graph service, such as `https://graph.microsoft.com`; http only on loopback. */
  readonly baseUrl: string;
  readonly credential: TokenCredential;
  readonly attemptLimitMs?: number;
  readonly clock?: Clock;
  readonly wait?: Wait;
  readonly telemetry?: Telemetry;
}

/**
 * Makes a client with its own place in the queue of four. Interactive questions to the directory should not wait behind a
 * sweep of the mailbox: give each a client of its own, with the same credential.
 * @throws {GraphFailure} when the base URL is neither https nor on loopback
 */
export function createGraphClient(options: GraphClientOptions): GraphClient {
  const base = new URL(options.baseUrl);
  if (base.protocol !== 'https:' && !(base.protocol === 'http:' && isLoopbackHost(base.hostname))) {
    throw new GraphFailure(
      'The address of Microsoft Graph must begin with https://.',
      'Correct it in the configuration, or leave it out for the public cloud.',
    );
  }
  const { telemetry = unwatched } = options;
  const throttle = createThrottle(options.clock ?? systemClock, options.wait ?? systemWait);
  const queue = new PQueue({ concurrency: MOST_AT_ONCE });
  const tokens = createTokenSource(options.credential, options.clock);
  // The library's own authentication handler gives no token to http, so the token is put on below; its retry and redirect
  // handlers are left out: see throttle.ts, and `redirect` below.
  const graph = Client.initWithMiddleware({
    baseUrl: base.origin,
    defaultVersion: VERSION,
    middleware: [createOriginGuard(base.origin), new HTTPMessageHandler()],
  });

  async function attempt(method: Method, path: string, call: GraphCall, body?: unknown): Promise<Response> {
    const { signal } = call;
    const request = graph
      .api(withQuery(path, call.query))
      .header('Authorization', `Bearer ${await fetchToken(base.origin, tokens, signal)}`)
      .header('Prefer', [IMMUTABLE_ID, ...(call.prefer ?? [])].join(', '))
      .options({
        signal,
        // Nothing that is asked here is answered by a redirect, and a token must not follow one.
        redirect: 'error',
      })
      .responseType(ResponseType.RAW);
    return measuredAttempt(method, () => sendBy(request, method, body), telemetry);
  }

  /** Sends a request and reads its answer, all of it within one place of the queue. */
  async function ask<Answer>(
    call: GraphCall,
    send: (inTime: GraphCall) => Promise<Response>,
    read: (response: Response) => Promise<Answer>,
    { attemptsMost, limitMs = ATTEMPT_LIMIT_MS }: { attemptsMost?: number; limitMs?: number } = {},
  ): Promise<Answer> {
    const limits: TimeLimit[] = [];
    const sendInTime = (): Promise<Response> => {
      const limit = timeLimit(options.attemptLimitMs ?? limitMs, call.signal);
      limits.push(limit);
      return send({ ...call, signal: limit.signal });
    };
    try {
      return await telemetry.step({ name: 'graph request', kind: 'call' }, () =>
        queue.add(
          async () => {
            const response = await throttle.send(sendInTime, call.signal, attemptsMost);
            if (!response.ok) throw await readFailure(response);
            return read(response);
          },
          { signal: call.signal },
        ),
      );
    } catch (cause) {
      call.signal.throwIfAborted();
      throw asFailure(cause);
    } finally {
      for (const { end } of limits) end();
    }
  }

  return {
    getJson: (path, call) => ask(call, (inTime) => attempt('get', path, inTime), readJson),
    postJson: (path, body, call) => ask(call, (inTime) => attempt('post', path, inTime, body), readJson),
    postOnce: (path, body, call) =>
      ask(call, (inTime) => attempt('post', path, inTime, body), readNothing, { attemptsMost: 1 }),
    patchJson: (path, body, call) => ask(call, (inTime) => attempt('patch', path, inTime, body), readJson),
    delete: (path, call) => ask(call, (inTime) => attempt('delete', path, inTime), readNothing),
    getBytes: (path, call) =>
      ask(
        call,
        (inTime) => attempt('get', path, inTime),
        async (response) => new Uint8Array(await response.arrayBuffer()),
        { limitMs: BYTES_LIMIT_MS },
      ),
    pathOf: (link) => pathWithin(base.origin, link),
  };
}

type Method = 'get' | 'post' | 'patch' | 'delete';

async function sendBy(request: GraphRequest, method: Method, body: unknown): Promise<Response> {
  const response = await answerTo(request, method, body);
  if (!(response instanceof Response)) throw new TypeError('The Graph client returned no response.');
  return response;
}

function answerTo(request: GraphRequest, method: Method, body: unknown): Promise<unknown> {
  switch (method) {
    case 'get':
      return request.get();
    case 'post':
      return request.post(body);
    case 'patch':
      return request.patch(body);
    case 'delete':
      return request.delete();
  }
}

async function readNothing(response: Response): Promise<void> {
  await response.body?.cancel();
}

function readJson(response: Response): Promise<unknown> {
  return response.json();
}

/**
 * One segment of a path, from outside.
 * @throws {GraphFailure} for an empty or a dotted one, which would change what the path means
 */
export function segment(value: string): string {
  if (value === '' || value === '.' || value === '..') {
    throw new GraphFailure('An id for Microsoft Graph is malformed.', 'Look up the record that holds it.');
  }
  return encodeURIComponent(value);
}

function withQuery(path: string, query: GraphCall['query'] = {}): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

function pathWithin(origin: string, link: string): string {
  const root = `${origin}/${VERSION}`;
  const { href } = URL.canParse(link) ? new URL(link) : { href: '' };
  // A second https:// further on would be taken for a host.
  if (!href.startsWith(`${root}/`) || href.slice(root.length).includes('https://')) {
    throw new GraphFailure(
      'Microsoft Graph answered with a link to another place, which was not followed.',
      'Check the address of Microsoft Graph in the configuration: it must be the one of your cloud.',
    );
  }
  return href.slice(root.length);
}

function asFailure(cause: unknown): GraphFailure {
  if (cause instanceof GraphFailure) return cause;
  const reason = reasonOf(cause);
  return reason === 'TimeoutError'
    ? noAnswer('Microsoft Graph did not answer in time.')
    : noAnswer(`Microsoft Graph could not be reached, or its answer could not be read (${reason}).`);
}
