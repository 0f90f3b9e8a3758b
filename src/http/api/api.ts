import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { Log } from '../../shared/log.ts';
import { API_RIGHTS } from '../../rights/operations.ts';
import { unwatched, type Telemetry } from '../../shared/telemetry.ts';
import type { ApiAccess, ApiRole, Client } from './api-access.ts';
import { createGate, notAuthenticated } from './gate.ts';
import { takeIncoming } from './incoming.ts';
import { isPlain } from '../plain-request.ts';
import { forSomebody } from '../../shared/people-first.ts';
import { takeJson } from '../take-json.ts';
import { openApiDocument } from './openapi.ts';
import type { ApiServices, Operation } from './operation.ts';
import { OPERATIONS } from './api-operations.ts';
import { answerOf, ApiProblem, type ApiAnswer, type ApiProblemCode } from './api-problem.ts';

export interface ApiDeps {
  readonly access: ApiAccess;
  readonly services: ApiServices;
  readonly log: Log;
  readonly telemetry?: Telemetry;
}

/** The API on a server. */
export interface Api {
  /**
   * Before everything else: takes the credentials away and lets nobody in who is not recognised.
   * @throws {ApiProblem} which {@link Api.answerRefused} answers
   */
  readonly admit: (request: Request) => Promise<void>;
  readonly addRoutes: (server: Server) => void;
  /** The answer to a call that did not come to its operation; undefined when it was no call to the API. */
  readonly answerRefused: (request: Request, error: unknown) => ApiAnswer | undefined;
}

export function createApi({ access, services, log, telemetry = unwatched }: ApiDeps): Api {
  const enter = createGate(access, log);
  const names = OPERATIONS.map(({ path }) => path);
  const document = openApiDocument();
  const calls = new WeakSet<Request>();
  /** Who makes the call; a request that is not in here was not let in. */
  const clients = new WeakMap<Request, Client>();

  function clientOf(request: Request): Client {
    const client = clients.get(request);
    if (client === undefined) throw notAuthenticated();
    return client;
  }

  /** Before the body is read: whoever lacks the role learns nothing of what else is wrong. */
  function admitTo({ path }: Operation, request: Request): void {
    // Also where the path hid it from `admit`.
    calls.add(request);
    requireRole(clientOf(request), API_RIGHTS[path].may);
  }

  async function serve(operation: Operation, request: Request): Promise<ApiAnswer> {
    try {
      const client = clientOf(request);
      const { params, headers, body } = request;
      const query = new URLSearchParams(request.getQuery());
      return await operation.run(services, { client, params, query, headers, body });
    } catch (error) {
      return answerOf(error, log);
    }
  }

  return {
    async admit(request) {
      const incoming = takeIncoming(request, names);
      if (incoming === undefined) return;
      calls.add(request);
      if (!isPlain(request.headers)) throw encoded();
      const client = await enter(incoming.credential);
      clients.set(request, client);
    },
    addRoutes(server) {
      for (const operation of OPERATIONS) {
        server[operation.method === 'delete' ? 'del' : operation.method](
          `/api/${operation.path}`,
          async (request: Request, _response: Response): Promise<void> => admitTo(operation, request),
          ...(operation.takes.body === undefined ? [] : [takeJson]),
          async (request: Request, response: Response): Promise<void> => {
            const step = { name: `api ${operation.path}`, kind: 'root' } as const;
            sendAnswer(
              response,
              await forSomebody(() => telemetry.step(step, () => serve(operation, request))),
            );
          },
        );
      }
      server.get('/api/openapi.json', async (_request: Request, response: Response): Promise<void> => {
        sendAnswer(response, { status: 200, body: document });
      });
    },
    answerRefused(request, error) {
      return calls.has(request) ? refusedAnswer(error, log) : undefined;
    },
  };
}

/** Sends an answer as JSON, whatever the caller said that it accepts. */
export function sendAnswer(response: Response, { status, body, headers = {} }: ApiAnswer): void {
  for (const [name, value] of Object.entries(headers)) response.header(name, value);
  if (body === undefined) {
    response.send(status);
    return;
  }
  response.contentType = 'application/json';
  response.send(status, body);
}

function requireRole(client: Client, roles: readonly ApiRole[]): void {
  if (roles.some((role) => client.roles.has(role))) return;
  throw new ApiProblem('role-missing', `This needs the role ${roles.join(' or ')}, which this client lacks.`);
}

/** Nobody counts what a compressed body unpacks to. */
function encoded(): ApiProblem {
  return new ApiProblem('unsupported-media-type', 'The body is compressed or encoded.');
}

const refusedByServer = z.object({ statusCode: z.number() });

const REFUSED: Readonly<Record<number, readonly [ApiProblemCode, string]>> = {
  400: ['body-malformed', 'The body is not JSON.'],
  404: ['not-found', 'There is no such operation.'],
  405: ['method-not-allowed', 'The operation is called with another method.'],
  413: ['body-too-large', 'The body is too large.'],
};

function refusedAnswer(error: unknown, log: Log): ApiAnswer {
  const seen = refusedByServer.safeParse(error);
  const problem = seen.success ? refusedByStatus(seen.data.statusCode) : undefined;
  return answerOf(problem ?? error, log);
}

function refusedByStatus(status: number): ApiProblem | undefined {
  const [code, words] = REFUSED[status] ?? [];
  return code === undefined || words === undefined ? undefined : new ApiProblem(code, words);
}
