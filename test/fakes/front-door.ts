import { once } from 'node:events';
import { createServer, request } from 'node:http';

/** The one public address in front of all copies, on loopback. */
export interface FrontDoor extends AsyncDisposable {
  readonly url: string;
  /** Copies that stand behind it from now on; each request goes to the next one. None: nobody answers. */
  leadTo(...copies: readonly string[]): void;
}

export async function openFrontDoor(): Promise<FrontDoor> {
  let behind: readonly string[] = [];
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const copy = behind[turn % behind.length];
    turn += 1;
    if (copy === undefined) {
      incoming.socket.destroy();
      return;
    }
    const { method, headers } = incoming;
    const onward = request(`${copy}${incoming.url ?? ''}`, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => incoming.socket.destroy());
    incoming.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    leadTo(...copies) {
      behind = copies;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
