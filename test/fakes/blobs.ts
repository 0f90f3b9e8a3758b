import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

interface Put {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Azure Blob Storage, as far as Put Blob goes; Azurite takes tokens over https alone. */
export async function startBlobs(status = 201, code?: string) {
  const puts: Put[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const body = await text(request);
      puts.push({ method: request.method, url: request.url, headers: request.headers, body });
      response.writeHead(status, code === undefined ? {} : { 'x-ms-error-code': code }).end('<Error/>');
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    puts,
    container: `http://127.0.0.1:${port}/backups`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
