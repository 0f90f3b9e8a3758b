import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { forward } from '../../harness/forward.ts';
import { connectionStringAt } from '../../local/azurite.ts';
import { listen } from '../../local/listen.ts';
import { createSlidingLimit } from './sliding-limit.ts';

/** A way to the table on which a partition takes 2,000 entities a second. All rows count as if they were in one. */
export interface PartitionFront {
  readonly connectionString: string;
  figures(): { readonly mostASecond: number; readonly refused: number };
  close(): Promise<void>;
}

/** https://learn.microsoft.com/azure/storage/tables/scalability-targets */
const OF_PARTITION = [{ most: 2_000, withinMs: 1_000 }];

const BUSY = JSON.stringify({
  'odata.error': { code: 'ServerBusy', message: { value: 'The server is busy.' } },
});

/** @param connectionString of the table behind it */
export async function startPartitionFront(connectionString: string): Promise<PartitionFront> {
  const [, target = ''] = /TableEndpoint=(http:\/\/[^/;]+)/.exec(connectionString) ?? [];
  const limit = createSlidingLimit(OF_PARTITION);

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    if (limit.take('', written(incoming, body), performance.now()) !== undefined) {
      outgoing.writeHead(503, { 'content-type': 'application/json' });
      outgoing.end(BUSY);
      return;
    }
    const answer = await forward(incoming, body, target);
    const bytes = await buffer(answer);
    // What a query read is known when it was read; the next request meets it.
    if (incoming.method === 'GET') limit.take('', read(bytes), performance.now());
    const { connection: _, 'transfer-encoding': __, ...headers } = answer.headers;
    outgoing.writeHead(answer.statusCode ?? 502, { ...headers, 'content-length': bytes.length });
    outgoing.end(bytes);
  }

  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  const port = await listen(server, 0);
  return {
    connectionString: connectionStringAt(port),
    figures: () => ({ mostASecond: limit.most, refused: limit.refused }),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Entities that a request writes, or asks for by their key. */
function written({ method, url = '' }: IncomingMessage, body: Buffer): number {
  if (url.includes('$batch')) return occurrences(body, / HTTP\/1\.1\r\n/g);
  return method === 'GET' ? 0 : 1;
}

function read(answer: Buffer): number {
  return Math.max(1, occurrences(answer, /"PartitionKey"/g));
}

function occurrences(bytes: Buffer, pattern: RegExp): number {
  return bytes.toString('latin1').match(pattern)?.length ?? 0;
}
