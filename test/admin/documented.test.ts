import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALIAS_STATES } from '../../src/aliases/states.ts';
import { createTableConversations } from '../../src/azure/table-conversations.ts';
import { createTableCursors } from '../../src/azure/table-cursors.ts';
import { createTableLedger } from '../../src/azure/table-ledger.ts';
import { migrate } from '../../src/azure/migration.ts';
import { deadLettered } from '../../src/mail/cases/dead-letter.ts';
import { changeHandling } from '../../src/mail/cases/change-handling.ts';
import { answered, wanted } from '../../src/mail/cases/reveal.ts';
import { FOLDERS } from '../../src/mail/mailbox.ts';
import { collect } from '../fakes/collect.ts';
import { ADA, aliasChange, allottedAlias, BEA } from '../fakes/aliases.ts';
import { ENTRY } from '../cards/mail-samples.ts';
import { silentLog } from '../fakes/log.ts';
import { linkChannel } from '../fakes/company.ts';
import { mailTo } from '../graph/stand.ts';
import {
  FOUR,
  ONE,
  ROOT_1,
  ROOT_2,
  startContext,
  startWebServer,
  THREE,
  TWO,
  type AdminContext,
} from './admin-context.ts';

const PAGE = await readFile(new URL('../../docs/cli.md', import.meta.url), 'utf8');
const CALL = '$ npm run -s admin -- ';
const RECEIVED = new Date('2026-03-02T08:30:00Z');
const FIVE = 'aws_3f0c6b1e-0b4e-4c47-9a33-5f1a6f7c0005@company.com';

interface Sample {
  readonly call: string;
  readonly args: readonly string[];
  readonly output: readonly string[];
}

const SAMPLES: readonly Sample[] = [...PAGE.matchAll(/^```console\n(.*?)^```$/gms)].map(([, block = '']) => {
  const [call = '', ...output] = block.trimEnd().split('\n');
  if (!call.startsWith(CALL)) throw new Error(`A sample does not begin with a command: ${call}`);
  return { call, args: call.slice(CALL.length).split(' '), output };
});
const COMMANDS = [
  'plan',
  'import',
  'doctor',
  'verify',
  'adopt',
  'free',
  'export',
  'backup',
  'restore',
  'pool',
  'audit',
  'reveal-log',
  'replay',
  'reindex',
  'store',
  'purge',
  'assign',
  'find',
  'show',
  'bind',
  'transfer',
  'release',
];
/** Stands on the page for a container, which is on this machine here. */
const CONTAINER = 'https://rootdeskbackups.blob.core.windows.net/backups';

describe('docs/cli.md', () => {
  let context: AdminContext;
  let playground: Awaited<ReturnType<typeof startWebServer>>;
  let blobs: Awaited<ReturnType<typeof startWebServer>>;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rootdesk-docs-'));
    context = await startContext({ [ROOT_1]: [ONE, TWO], [ROOT_2]: [THREE, FIVE] }, []);
    playground = await startWebServer();
    blobs = await startWebServer({}, 201);
    const { table, register, graph } = context;
    await migrate(table, { quarantineDays: 90 });
    await linkChannel(register);
    await linkChannel(register, {
      id: '19:approvals@thread.tacv2',
      name: 'approvals',
      roles: ['approvals', 'triage'],
    });
    const [channel] = await register.channels();
    const teamId = channel?.value.teamId ?? '';
    await createTableConversations(table).rememberTeam({
      teamId,
      serviceUrl: playground.url,
      tenantId: 'tenant',
    });
    const cursors = createTableCursors(table, () => new Date());
    for (const each of FOLDERS) await cursors.save(each, '/next', undefined);
    await graph.deliver(mailTo(ONE), [ONE]);
    await writeFile(
      join(folder, 'rootdesk-aliases.csv'),
      [
        'alias,root_mailbox',
        `${ONE},${ROOT_1}`,
        `${TWO},${ROOT_1}`,
        `${THREE},${ROOT_2}`,
        `${FOUR},${ROOT_2}`,
      ].join('\n'),
    );
    await writeFile(
      join(folder, 'owners.csv'),
      `alias,owner,channel\n${ONE},megan.bowen@company.com,Payments / aws-root\n`,
    );
    await writeFile(
      join(folder, 'accounts.json'),
      JSON.stringify({
        Accounts: [
          { Id: '111122223333', Email: ONE, Name: 'payments-prod', Status: 'ACTIVE' },
          { Id: '444455556666', Email: THREE, Name: 'shop', Status: 'ACTIVE' },
          { Id: '777788889999', Email: 'aws-old@company.com', Name: 'legacy', Status: 'ACTIVE' },
        ],
      }),
    );
  });
  afterAll(async () => {
    await context.graph[Symbol.asyncDispose]();
    await playground[Symbol.asyncDispose]();
    await blobs[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  /** What people do between two commands: an alias gets an owner. */
  async function allotFirst(): Promise<void> {
    const before = await context.register.aliasByAddress(ONE);
    if (before === undefined) throw new Error('the first sample did not import the alias');
    await context.register.commit(aliasChange(before, allottedAlias(before.value)));
  }

  /** A mail to the alias could not be delivered, and its owner was allowed to read it. */
  async function mailWasGivenUp(): Promise<void> {
    const { table, register } = context;
    const entry = { ...ENTRY, aliasId: (await register.aliasByAddress(ONE))?.value.id, receivedAt: RECEIVED };
    const ledger = createTableLedger(table, silentLog());
    await ledger.record([entry]);
    const [item] = await collect(ledger.waiting.due(new Date()));
    if (item === undefined) throw new Error('the mail does not wait');
    await ledger.waiting.done(item, 'dead');
    const parts = { register, clock: () => new Date('2026-03-02T09:00:00Z') };
    await changeHandling(parts, entry, deadLettered);
    const { handling } = await changeHandling(parts, entry, (before, at) =>
      wanted(before, ADA, 'approved', at),
    );
    const [reveal] = handling.reveals;
    if (reveal === undefined) throw new Error('nobody wants to read it');
    await changeHandling(parts, entry, (before, at) => answered(before, reveal, 'agree', { by: BEA, at }));
  }

  it('shows every command', () => {
    expect(new Set(SAMPLES.map(({ args }) => args[0]))).toEqual(new Set(COMMANDS));
  });

  it('shows what the commands print, in the order of the page', async () => {
    for (const { call, args, output } of SAMPLES) {
      const here = args.map((arg) => {
        if (arg === CONTAINER) return `${blobs.url}backups`;
        return /\.(csv|json|jsonl|ps1)$/.test(arg) ? join(folder, arg) : arg;
      });
      const { out, err } = await context.run(here);
      const printed = `${out}${err}`.replaceAll(join(folder, '/'), '').replaceAll(folder, '').trimEnd();
      expect([call, ...printed.replaceAll('\r\n', '\n').split('\n')]).toEqual([
        call,
        ...output.map((line) => expect.stringMatching(asPattern(line))),
      ]);
      if (args[0] === 'import' && !args.includes('--dry-run')) await allotFirst();
      if (args[0] === 'audit') await mailWasGivenUp();
    }
  });

  it('names every state that `--state` takes', () => {
    const [, meaning = ''] = /^\| `--state` +\|(.*)\|$/m.exec(PAGE) ?? [];
    expect([...meaning.matchAll(/`(\w+)`/g)].map(([, state]) => state)).toEqual(ALIAS_STATES);
  });

  it.each(COMMANDS)('explains every option of %s and no other', async (command) => {
    const { out } = await context.run([command, '--help']);
    const optionsIn = (text: string): readonly string[] =>
      [...new Set([...text.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([option]) => option))].toSorted();
    const chapter = new RegExp(`^## ${command}\n(.*?)(?=^## |$(?![\\s\\S]))`, 'ms').exec(PAGE)?.[1] ?? '';
    const listed = chapter.split('\n').filter((line) => line.startsWith('| `--'));
    expect(optionsIn(listed.join('\n'))).toEqual(optionsIn(out).filter((option) => option !== '--help'));
  });
});

/** `…` stands for what differs from run to run. */
function asPattern(line: string): RegExp {
  const parts = line.split('…').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
