import { once } from 'node:events';
import type { Server } from 'node:net';

/**
 * Listens on 127.0.0.1 and nowhere else, and gives the port.
 * @throws {Error} with code EADDRINUSE when the port is taken
 */
export async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  // `once` rejects on 'error'.
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
