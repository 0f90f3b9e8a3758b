import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Config } from '../../src/config.ts';
import type { CommandOutput } from '../../src/admin/command-output.ts';
import type { ExitCode } from '../../src/admin/admin-command.ts';
import { runCommandLine } from '../../src/admin/command-line.ts';
import { createInstallation } from '../../src/admin/admin-context.ts';
import { importAliases } from '../../src/aliases/import.ts';
import type { Register } from '../../src/register.ts';
import { createTableRegister } from '../../src/azure/table-register.ts';
import type { Table } from '../../src/azure/table.ts';
import { approvers } from '../../local/people.ts';
import { standConfig } from '../../local/stand-config.ts';
import { azuriteLocation, newTable, newTableName } from '../fakes/azurite-table.ts';
import { CENTRAL, startStand, type Stand } from '../graph/stand.ts';

export const ROOT_1 = 'aws-root-01@company.com';
export const ROOT_2 = 'aws-root-02@company.com';
const guid = (last: string): string => `3f0c6b1e-0b4e-4c47-9a33-5f1a6f7c${last}`;
export const ONE = `aws_${guid('0001')}@company.com`;
export const TWO = `aws_${guid('0002')}@company.com`;
export const THREE = `aws_${guid('0003')}@company.com`;
export const FOUR = `aws_${guid('0004')}@company.com`;
/** In Exchange and in the table of a new company. */
export const ALIASES = [
  { address: ONE, rootMailbox: ROOT_1 },
  { address: TWO, rootMailbox: ROOT_1 },
  { address: THREE, rootMailbox: ROOT_2 },
  { address: FOUR, rootMailbox: ROOT_2 },
];

/** A company with a table in Azurite and a Graph server, and its administrators' command line. */
export interface AdminContext {
  readonly table: Table;
  readonly register: Register;
  readonly graph: Stand;
  readonly config: Config;
  /** Runs a command; `change` alters the configuration for it. */
  run(args: readonly string[], change?: (config: Config) => Config): Promise<Ran>;
}

export interface Ran {
  readonly exitCode: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** @param inExchange aliases by root mailbox, where other than in the table */
export async function startContext(
  inExchange: Readonly<Record<string, readonly string[]>> = { [ROOT_1]: [ONE, TWO], [ROOT_2]: [THREE, FOUR] },
  inTable: readonly { readonly address: string; readonly rootMailbox: string }[] = ALIASES,
): Promise<AdminContext> {
  const graph = await startStand({
    mailboxes: {
      central: CENTRAL,
      roots: Object.entries(inExchange).map(([address, aliases]) => ({ address, aliases })),
    },
    directory: {
      users: approvers.members.map(({ id, name, mail }) => ({
        id,
        displayName: name,
        userPrincipalName: mail,
        mail,
      })),
      groups: [
        { id: approvers.id, displayName: approvers.name, members: [EMPTY_GROUP, ...memberIds(approvers)] },
        { id: EMPTY_GROUP, displayName: 'empty', members: [] },
      ],
    },
  });
  const name = newTableName();
  const table = await newTable(name);
  const register = createTableRegister(table);
  await importAliases(register, inTable);
  const base = standConfig({
    port: 0,
    tableConnectionString: azuriteLocation().connectionString,
    graphUrl: graph.url,
    tokenUrl: graph.tokenUrl,
    apiKeySha256: '',
  });
  const config = { ...base, table: { ...base.table, name }, pool: { lowWater: 1 } };
  return {
    table,
    register,
    graph,
    config,
    run: (args, change = (same) => same) => runWith(args, () => change(config)),
  };
}

export const EMPTY_GROUP = 'b7d1e6c4-53a8-4c19-9f60-7e21aa54d0ff';

function memberIds(group: typeof approvers): readonly string[] {
  return group.members.map(({ id }) => id);
}

/** Runs a command of the command line. */
export async function runWith(args: readonly string[], config: () => Config): Promise<Ran> {
  const written = { out: '', err: '' };
  const io: CommandOutput = {
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    progress: false,
  };
  const exitCode = await runCommandLine(args, io, createInstallation(config));
  return { exitCode, ...written };
}

/** A server that answers everything with the same JSON, gone at the end of the test. */
export async function startWebServer(
  answer: unknown = {},
  status = 200,
): Promise<{ url: string } & AsyncDisposable> {
  const server = createServer((_, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
