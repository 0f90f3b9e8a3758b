import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Request } from 'restify';
import type { Register } from '../../src/register.ts';
import { createTableRegister } from '../../src/azure/table-register.ts';
import type { Table } from '../../src/azure/table.ts';
import { API_ROLES, type ApiAccess, type ApiKey, type ApiRole } from '../../src/http/api/api-access.ts';
import { createApi } from '../../src/http/api/api.ts';
import type { ApiServices } from '../../src/http/api/operation.ts';
import { createServer } from '../../src/http/server.ts';
import { createLog } from '../../src/shared/log.ts';
import type { Person } from '../../src/people/person.ts';
import type { RequestPolicy } from '../../src/requests/policy.ts';
import { newTable } from '../fakes/azurite-table.ts';
import { APPROVER, createCompany, fillPool, linkChannel, type Company } from '../fakes/company.ts';
import { secret } from '../fakes/secrets.ts';
import { documented } from './documented.ts';

export const ENGINEER: Person = {
  id: '3c1d0f64-7a9e-4a43-9a53-5d0f5c1f0001',
  name: 'Erin Engineer',
  mail: 'erin@company.com',
};

/** A key that is made up, and how the configuration knows it. */
export interface MadeKey {
  readonly key: string;
  readonly entry: ApiKey;
}

export function makeKey(name: string, ...roles: readonly ApiRole[]): MadeKey {
  const key = secret(randomBytes(32).toString('base64url'));
  return { key, entry: { name, roles, sha256: createHash('sha256').update(key).digest('hex') } };
}

/** May do everything but ask: the old scheme's key. */
export const OLD_KEY = makeKey('old-pipeline', 'Aliases.Read', 'Aliases.Allot', 'Aliases.Manage');
/** May ask, and see what became of it. */
export const ASKING_KEY = makeKey('asking-pipeline', 'Aliases.Request');
/** One key for each role. */
export const ROLE_KEYS = new Map(API_ROLES.map((role) => [role, makeKey(`only-${role}`, role)]));

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** The API behind real HTTP, over the real register on Azurite; the directory is a list of people. */
export interface ApiFront extends AsyncDisposable {
  readonly url: string;
  readonly register: Register;
  readonly company: Company;
  /** Calls as the client of {@link OLD_KEY} unless the headers say otherwise; every answer must be as the document says. */
  call(sent: Sent): Promise<Answered>;
  log(): Promise<string>;
}

interface FrontOptions {
  readonly pool?: number;
  /** The table of the register; a new one where left out. */
  readonly table?: Table;
  readonly access?: Partial<ApiAccess>;
  readonly people?: readonly Person[];
  readonly policy?: Partial<RequestPolicy>;
  /** Services that are replaced. */
  readonly broken?: Partial<ApiServices>;
}

export async function openApi(options: FrontOptions = {}): Promise<ApiFront> {
  const folder = await mkdtemp(join(tmpdir(), 'rootdesk-api-'));
  const logFile = join(folder, 'rootdesk.log');
  const register = createTableRegister(options.table ?? (await newTable()));
  await linkChannel(register);
  await fillPool(register, options.pool ?? 5);
  const company = createCompany(register, options.policy);
  const people = options.people ?? [ENGINEER, APPROVER];
  const log = createLog('debug', logFile);
  const access: ApiAccess = {
    keys: [OLD_KEY, ASKING_KEY, ...ROLE_KEYS.values()].map(({ entry }) => entry),
    tokens: undefined,
    callsPerMinute: 1_000,
    ...options.access,
  };
  const services: ApiServices = {
    ...company.services,
    rights: company.rights,
    register,
    directory: { personByMail: async (mail) => people.find((person) => person.mail === mail) },
    ...options.broken,
  };
  const server = createServer({
    messages: async (_request, response) => {
      response.send(200);
    },
    missing: async () => [],
    api: createApi({ access, services, log }),
    log,
  });
  // As a careless library would: everything that it finds.
  server.on('after', (request: Request) => {
    log.debug({ url: request.url, found: JSON.stringify([request.headers, request.rawHeaders]) }, 'seen');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${server.address().port}`;
  return {
    url,
    register,
    company,
    async call({ method, path, body, headers = { 'x-functions-key': OLD_KEY.key } }) {
      const response = await fetch(`${url}${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: bodyOf(body) }),
      });
      const text = await response.text();
      const answered = { status: response.status, body: text === '' ? undefined : parsed(text) };
      documented({ method, path }, answered);
      return { ...answered, headers: response.headers };
    },
    log: () => readFile(logFile, 'utf8'),
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.server.closeAllConnections();
      await closed;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** As bytes, so that fetch names no type unless the headers do. */
function bodyOf(body: unknown): Uint8Array<ArrayBuffer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Uint8Array(Buffer.from(text, 'utf8'));
}

function parsed(text: string): unknown {
  return JSON.parse(text);
}
