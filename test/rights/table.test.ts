import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../bot/commands/commands.ts';
import { runCommandLine } from '../../src/admin/command-line.ts';
import { OPERATIONS } from '../../src/http/api/api-operations.ts';
import { createServer } from '../../src/http/server.ts';
import { createApi } from '../../src/http/api/api.ts';
import { createNotificationsRoute } from '../../src/http/notifications-route.ts';
import {
  ADMIN_RIGHTS,
  API_RIGHTS,
  COMMAND_RIGHTS,
  ENDPOINT_RIGHTS,
  RIGHTS,
} from '../../src/rights/operations.ts';
import { createCompany } from '../fakes/company.ts';
import { createMemoryTable } from '../../harness/memory-table.ts';
import { silentLog } from '../fakes/log.ts';
import { createTableRegister } from '../../src/azure/table-register.ts';

const Routes = z.object({ routes: z.array(z.object({ method: z.string(), path: z.string() })) });

/** Verbs of cards are held to the table by their type. */
describe('the table of rights has a row for', () => {
  it('each command, and no other', () => {
    expect(COMMANDS.map(({ name }) => name).toSorted()).toEqual(Object.keys(COMMAND_RIGHTS).toSorted());
  });

  it('each operation of the API, and no other', () => {
    expect(OPERATIONS.map(({ path }) => path).toSorted()).toEqual(Object.keys(API_RIGHTS).toSorted());
  });

  it('each command of the command line, and no other', async () => {
    let help = '';
    const io = { out: (text: string) => void (help += text), err() {}, progress: false };
    const never = (): never => {
      throw new Error('help needs no configuration');
    };
    await runCommandLine(['--help'], io, { config: never, open: never });
    const commands = [...help.slice(help.indexOf('Commands:')).matchAll(/^ {2}([a-z][a-z-]*)/gm)];
    const named = commands.map(([, name = '']) => name).filter((name) => name !== 'help');
    expect(named.toSorted()).toEqual(Object.keys(ADMIN_RIGHTS).toSorted());
  });

  it('each route of the HTTP server, and no other', () => {
    const log = silentLog();
    const register = createTableRegister(createMemoryTable());
    const { rights, services } = createCompany(register);
    const directory = { personByMail: async () => undefined };
    const server = createServer({
      messages: async () => undefined,
      missing: async () => [],
      api: createApi({
        access: { keys: [], tokens: undefined, callsPerMinute: 1 },
        services: { ...services, rights, register, directory },
        log,
      }),
      notifications: createNotificationsRoute(async () => undefined, log),
      metrics: async () => '',
      log,
    });
    const { routes } = Routes.parse(server.getDebugInfo());
    const isOperation = (path: string): boolean =>
      OPERATIONS.some((operation) => path === `/api/${operation.path}`);
    const others = routes.filter(({ path }) => !isOperation(path));
    expect(others.map(({ method, path }) => `${method.toUpperCase()} ${path}`).toSorted()).toEqual(
      Object.keys(ENDPOINT_RIGHTS).toSorted(),
    );
  });

  it('no two kinds of operations by one name', () => {
    expect(Object.keys(RIGHTS)).toHaveLength(new Set(Object.keys(RIGHTS)).size);
  });
});
