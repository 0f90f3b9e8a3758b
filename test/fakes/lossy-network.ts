import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';

/** What happens to a request on its way: it passes, its answer is lost after the work was done, it is never answered, or refused. */
export type Fate = 'pass' | 'lose-answer' | 'never-answer' | 'refuse-503' | 'refuse-403';

export interface LossyNetwork {
  /** The connection string through this network. */
  readonly connectionString: string;
  /** Method and path of every request that came, without the query. */
  readonly seen: string[];
  /** Decides over the requests from now on, `whole` with the query. */
  meet(fateOf: (seen: string, whole: string) => Fate): void;
  close(): Promise<void>;
}

/** A way to Azurite on which things get lost. */
export async function openLossyNetwork(connectionString: string): Promise<LossyNetwork> {
  const endpoint = /TableEndpoint=(http:\/\/[^/;]+)/.exec(connectionString)?.[1];
  if (endpoint === undefined) throw new Error('the connection string has no table endpoint');
  const seen: string[] = [];
  let fateOf: Parameters<LossyNetwork['meet']>[0] = () => 'pass';

  const server = createServer((incoming, outgoing) => {
    const what = `${incoming.method ?? ''} ${(incoming.url ?? '').split('?')[0] ?? ''}`;
    seen.push(what);
    const whole = `${incoming.method ?? ''} ${decodeURIComponent(incoming.url ?? '')}`;
    forward(endpoint, incoming, outgoing, fateOf(what, whole));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    connectionString: connectionString.replace(endpoint, `http://127.0.0.1:${address.port}`),
    seen,
    meet(decide) {
      fateOf = decide;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What Azure says to an identity whose role does not allow an operation (Table service error codes). */
const NO_ROLE = JSON.stringify({
  'odata.error': {
    code: 'AuthorizationPermissionMismatch',
    message: { lang: 'en-US', value: 'This request is not authorized to perform this operation.' },
  },
});

function forward(endpoint: string, incoming: IncomingMessage, outgoing: ServerResponse, fate: Fate): void {
  if (fate === 'refuse-503' || fate === 'refuse-403') {
    incoming.resume();
    // Not chained: restify changes every server of the process, and its `writeHead` returns nothing.
    outgoing.writeHead(fate === 'refuse-503' ? 503 : 403, { 'content-type': 'application/json' });
    outgoing.end(fate === 'refuse-503' ? undefined : NO_ROLE);
    return;
  }
  const onward = request(
    `${endpoint}${incoming.url ?? ''}`,
    { method: incoming.method, headers: incoming.headers },
    (answer) => {
      if (fate === 'pass') {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(outgoing);
        return;
      }
      answer.resume();
      if (fate === 'lose-answer') outgoing.destroy();
    },
  );
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}
