import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listen } from '../local/listen.ts';
import { forward } from '../harness/forward.ts';

/** The public address in front of all copies, as a load balancer is: whoever does not take a connection is passed over. */
export interface FrontDoor {
  readonly url: string;
  /** Origins of the copies behind it from now on. */
  leadTo(copies: readonly string[]): void;
  close(): Promise<void>;
}

/** Longer than Teams waits for anything. */
const MOST_MS = 20_000;

export async function openFrontDoor(): Promise<FrontDoor> {
  let behind: readonly string[] = [];
  let turn = 0;

  async function pass(incoming: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
    let refused: unknown = new Error('no copy is behind the door');
    for (let tried = 0; tried < behind.length; tried += 1) {
      const copy = behind[turn % behind.length] ?? '';
      turn += 1;
      try {
        return await forward(incoming, body, copy, { timeout: MOST_MS });
      } catch (error) {
        // Only what certainly reached nobody may go to another.
        if (!(error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED')) throw error;
        refused = error;
      }
    }
    throw refused;
  }

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const answer = await pass(incoming, await buffer(incoming));
    const body = await buffer(answer);
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    outgoing.end(body);
  }

  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  const url = `http://127.0.0.1:${await listen(server, 0)}`;
  return {
    url,
    leadTo(copies) {
      behind = copies;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
