import type { Request, Response, Server } from 'restify';
import { VERSION } from '../shared/version.ts';

/**
 * Serves `/healthz`, which says that the process is alive and which version it is, and `/readyz`, which says whether it can serve.
 * HEAD as well: load balancers and monitors ask so.
 * @param missing what it lacks; anything keeps traffic away without a restart
 */
export function addHealth(server: Server, missing: () => Promise<readonly string[]>): void {
  const alive = async (_request: Request, response: Response): Promise<void> => {
    response.send(200, { status: 'alive', version: VERSION });
  };
  const ready = async (_request: Request, response: Response): Promise<void> => {
    const lacks = await missing();
    if (lacks.length === 0) response.send(200, { status: 'ready' });
    else response.send(503, { status: 'not ready', missing: lacks });
  };
  server.get('/healthz', alive);
  server.head('/healthz', alive);
  server.get('/readyz', ready);
  server.head('/readyz', ready);
}
