import type { Socket } from 'node:net';
import type { Server } from 'restify';

/** How much of this process a caller can hold without having said anything that counts. */
export interface ConnectionLimits {
  /** A connection may be silent for so long, and a header has so long to arrive. */
  readonly headersMs: number;
  /** A whole request has so long to arrive. */
  readonly requestMs: number;
  /** After an answer the next request on the same connection has so long to begin. */
  readonly keepAliveMs: number;
  /** One connection brings so many requests, which a caller who does not wait for answers may send all at once. */
  readonly requestsMost: number;
  /** How often Node looks for connections that are late; so much later than they should be they are cut. */
  readonly checkMs: number;
  /** A connection on which no byte moves for so long is cut, also when it is the caller who does not read our answer. */
  readonly stalledMs: number;
  /** At a stop, what is in flight has so long to end; then who sends half a request, or does not read, holds it up no longer. */
  readonly closeMs: number;
  /** One connection more, and the one that has been of no use for the longest time is cut. */
  readonly connectionsMost: number;
}

/**
 * Everything has arrived, or is cut, within the 30 seconds that docs/security.md promises. A thousand connections are many more than
 * an ingress keeps open, and few enough to leave file descriptors for the table, Graph and Teams.
 *
 * The ingress has to be the one that closes an idle connection: where we do, a request that it sends in that moment is answered with
 * 503. It is an Envoy, which keeps one for an hour unless told otherwise
 * (https://www.envoyproxy.io/docs/envoy/latest/faq/configuration/timeouts), and Azure does not document what it is told.
 */
export const CONNECTION_LIMITS: ConnectionLimits = {
  headersMs: 10_000,
  requestMs: 29_000,
  keepAliveMs: 61 * 60_000,
  requestsMost: 100,
  checkMs: 1_000,
  stalledMs: 120_000,
  closeMs: 5_000,
  connectionsMost: 1_000,
};

/** Keeps the sockets of a server in order, whatever is sent to it. To be called before it listens. */
export function withstand({ server }: Pick<Server, 'server'>, limits: ConnectionLimits): void {
  server.headersTimeout = limits.headersMs;
  server.requestTimeout = limits.requestMs;
  server.keepAliveTimeout = limits.keepAliveMs;
  // The last answer says `Connection: close`, and what comes after it is answered with 503 before anything of ours sees it.
  server.maxRequestsPerSocket = limits.requestsMost;
  server.timeout = limits.stalledMs;
  // Node documents it as an option of `createServer`, which restify 12 calls without options; it reads it when it begins to listen.
  Object.assign(server, { connectionsCheckingInterval: limits.checkMs });
  // restify 12 listens for upgrades and leaves the socket, then without error handler or time-out, to nobody. Where nobody listens
  // Node serves the request as if it had not asked to upgrade (https://nodejs.org/api/http.html#event-upgrade_1).
  server.removeAllListeners('upgrade');
  cutLeastUseful(server, limits.connectionsMost);
}

/**
 * Makes room for a new connection by cutting the one whose last request is longest ago. Refusing the new one (`maxConnections`)
 * would let a crowd of silent connections shut everybody else out.
 */
function cutLeastUseful(server: Server['server'], most: number): void {
  /** The least useful first. */
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    if (open.size <= most) return;
    const [first] = open;
    first?.destroy();
  });
  server.on('request', ({ socket }: { readonly socket: Socket }) => {
    if (open.delete(socket)) open.add(socket);
  });
}
