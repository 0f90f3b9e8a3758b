import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod';

const body = z.object({
  value: z.tuple([z.looseObject({ subscriptionId: z.string(), clientState: z.string().nullable() })]),
});
export type Told = z.output<typeof body>['value'][0];

/** An address for notifications that does what Graph asks for, or does not. */
export interface Hook extends AsyncDisposable {
  readonly url: string;
  /** How it answers when it is asked whether the address is its own. */
  manner: 'echo' | 'encoded' | 'json' | 'refuse' | 'cut';
  /** What it was told, one notification a request. */
  readonly told: readonly Told[];
  /** How often it was asked. */
  asked: number;
}

export async function startHook(): Promise<Hook> {
  const told: Told[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://hook.invalid');
    const token = url.searchParams.get('validationToken');
    if (token === null) {
      void json(request).then((sent) => {
        told.push(...body.parse(sent).value);
        response.writeHead(202);
        response.end();
        return undefined;
      });
      return;
    }
    hook.asked += 1;
    if (hook.manner === 'cut') {
      request.socket.destroy();
      return;
    }
    const type = hook.manner === 'json' ? 'application/json' : 'text/plain';
    response.writeHead(hook.manner === 'refuse' ? 403 : 200, { 'Content-Type': type });
    response.end(hook.manner === 'encoded' ? encodeURIComponent(token) : token);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const hook: Hook = {
    url: `http://127.0.0.1:${address.port}/api/notifications`,
    manner: 'echo',
    told,
    asked: 0,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return hook;
}
