import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { RootdeskError } from '../src/shared/rootdesk-error.ts';

/** A port that a part of the stand needs is in use by another program. */
class PortTakenError extends RootdeskError<'local-port-taken'> {
  override name = 'PortTakenError';
}

/** Who needs a port, and the environment variable that moves it: both are named when the port is taken. */
export interface PortWish {
  readonly by: string;
  readonly variable?: string | undefined;
}

const answerWithinMs = 1000;

/**
 * Makes sure that a part will get its port on 127.0.0.1.
 *
 * @throws PortTakenError
 */
export async function requireFreePort(port: number, form: PortWish): Promise<void> {
  if (!(await isAnswered(port)) && (await canListen(port))) return;
  const move = form.variable === undefined ? '' : `, or set ${form.variable} to a free port`;
  throw new PortTakenError(
    'local-port-taken',
    `Port ${port}, which ${form.by} needs, is in use.`,
    `End the program that uses port ${port} (perhaps another local stand)${move}.`,
  );
}

/** A port of 127.0.0.1 that nobody uses at this moment. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has a port');
  return address.port;
}

// macOS lets a program listen on 127.0.0.1 although another one has the port on all addresses: so ask before trying.
async function isAnswered(port: number): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1' });
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(answerWithinMs) });
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function canListen(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen({ port, host: '127.0.0.1', exclusive: true });
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
