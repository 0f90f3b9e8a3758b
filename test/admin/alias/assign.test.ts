import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { approvers } from '../../../local/people.ts';
import type { Alias } from '../../../src/aliases/alias.ts';
import { held } from '../../../src/aliases/alias.ts';
import { createTableOutbox } from '../../../src/azure/table-outbox.ts';
import { added, allottedAlias, freeAlias, PAYMENTS } from '../../fakes/aliases.ts';
import { collect } from '../../fakes/collect.ts';
import { linkChannel } from '../../fakes/company.ts';
import { silentLog } from '../../fakes/log.ts';
import { startContext, type AdminContext } from '../admin-context.ts';

const [MEGAN, ADELE] = approvers.members;
const [FIRST, SECOND] = [MEGAN?.mail ?? '', ADELE?.mail ?? ''];
const ACCOUNT = '111122223333';
const counted = z.object({
  inOrder: z.number(),
  toDo: z.array(z.object({ alias: z.string(), owner: z.string(), channel: z.string() })),
  wrong: z.array(z.object({ line: z.number(), name: z.string(), reason: z.string() })),
  written: z.array(z.unknown()),
  left: z.number(),
});

describe('assign', () => {
  let context: AdminContext;
  let folder: string;
  let owned: Alias;
  let unowned: Alias;
  let unknown: Alias;
  let free: Alias;
  beforeEach(async () => {
    context = await startContext({}, []);
    const { register } = context;
    await linkChannel(register);
    const put = async (alias: Alias): Promise<Alias> => (await added(register, alias)).value;
    owned = await put({ ...allottedAlias(freeAlias()), channelId: undefined });
    unowned = await put({
      ...allottedAlias(freeAlias(), { accountId: ACCOUNT }),
      owner: undefined,
      channelId: undefined,
    });
    unknown = await put(held(freeAlias()));
    free = await put(freeAlias());
    folder = await mkdtemp(join(tmpdir(), 'rootdesk-assign-'));
  });
  afterEach(async () => {
    await context.graph[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  async function file(...lines: readonly string[]): Promise<string> {
    const path = join(folder, 'owners.csv');
    await writeFile(path, lines.join('\r\n'));
    return path;
  }
  async function assign(...args: readonly string[]) {
    const { exitCode, out } = await context.run(['assign', '--json', ...args]);
    const report = counted.parse(JSON.parse(out));
    expect(exitCode).toBe(report.left === 0 ? 0 : 1);
    return report;
  }
  const stored = async ({ id }: Alias) => (await context.register.alias(id))?.value;
  const jobs = async () =>
    (await collect(createTableOutbox(context.table, silentLog()).due(new Date(Date.now() + 60_000)))).map(
      ({ job }) => job.kind,
    );

  it('says what it would do, does it with --apply, and the second time finds it done', async () => {
    const path = await file(
      'alias;account_id;owner;channel',
      `${owned.address};;${FIRST};${PAYMENTS}`,
      `;${ACCOUNT};${FIRST.toUpperCase()};payments / aws-root`,
      `${unknown.address};;${SECOND};`,
    );
    expect(await assign(path)).toMatchObject({ inOrder: 0, toDo: { length: 3 }, written: [], left: 3 });
    expect(await stored(unknown)).toEqual(unknown);

    expect(await assign(path, '--apply', '--reason', 'list of May')).toMatchObject({
      written: { length: 3 },
      left: 0,
    });
    expect(await stored(owned)).toMatchObject({ owner: { mail: FIRST, id: MEGAN?.id }, channelId: PAYMENTS });
    expect(await stored(unowned)).toMatchObject({
      state: 'allotted',
      owner: { mail: FIRST },
      channelId: PAYMENTS,
    });
    expect(await stored(unknown)).toMatchObject({ state: 'allotted', owner: { mail: SECOND } });
    for (const alias of [owned, unowned, unknown]) {
      const lines = (await context.register.history(alias.id)).filter(({ actor }) => actor.name === 'assign');
      expect(lines).toMatchObject([{ reason: { text: 'list of May' } }]);
    }
    expect((await jobs()).toSorted()).toContain('owner-told');
    expect(await assign(path, '--apply')).toMatchObject({ inOrder: 3, toDo: [], written: [], left: 0 });
  });

  it('goes on where it was cut short', async () => {
    const path = await file('alias,owner', `${owned.address},${FIRST}`, `${unknown.address},${SECOND}`);
    await assign(await file('alias,owner', `${owned.address},${FIRST}`), '--apply');
    expect(
      await assign(await file('alias,owner', `${owned.address},${FIRST}`, `${unknown.address},${SECOND}`)),
    ).toMatchObject({
      inOrder: 1,
      left: 1,
    });
    expect(await assign(path, '--apply')).toMatchObject({ inOrder: 1, written: { length: 1 }, left: 0 });
  });

  it('names every line that is wrong, and writes nothing unless told to leave them out', async () => {
    const path = await file(
      'alias,account_id,owner,channel',
      `${owned.address},,${FIRST},`,
      `aws_nobody@company.com,,${FIRST},`,
      `,999999999999,${FIRST},`,
      `,12,${FIRST},`,
      `${unknown.address},,nobody@company.com,`,
      `${unowned.address},,,19:other@thread.tacv2`,
      `${free.address},,${FIRST},`,
      `${unowned.address},222222222222,${FIRST},`,
      `,,${FIRST},`,
      `${unowned.address},,,`,
    );
    const report = await assign(path, '--apply');
    expect(report.written).toEqual([]);
    expect(report.wrong.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '3 There is no such alias in the pool.',
      '4 There is no such alias in the pool.',
      '5 its account id is not 12 digits',
      '6 Nobody in your company has the address nobody@company.com.',
      '7 That channel is not linked, so it cannot own aliases.',
      '8 This alias is not allotted to anybody.',
      `9 The register has account ${ACCOUNT} at this alias.`,
      '10 it names neither an alias nor an account',
      '11 it names neither an owner nor a channel',
    ]);
    expect(await stored(owned)).toEqual(owned);
    expect(await assign(path, '--apply', '--skip-invalid')).toMatchObject({
      written: { length: 1 },
      left: 9,
    });
    expect(await stored(owned)).toMatchObject({ owner: { mail: FIRST } });
  });

  it('believes none of two lines that say different things', async () => {
    const path = await file('alias,owner', `${owned.address},${FIRST}`, `${owned.address},${SECOND}`);
    const { wrong, toDo } = await assign(path);
    expect(wrong.map(({ reason }) => reason)).toEqual(Array(2).fill('lines 2, 3 say different things of it'));
    expect(toDo).toEqual([]);
  });

  it('takes a list that export wrote', async () => {
    await assign(await file('alias,owner,channel', `${owned.address},${FIRST},${PAYMENTS}`), '--apply');
    const path = join(folder, 'export.csv');
    await context.run(['export', '--state', 'allotted', '--out', path]);
    const { wrong, inOrder } = await assign(path);
    expect(inOrder).toBe(1);
    expect(wrong).toMatchObject([{ reason: 'it names neither an owner nor a channel' }]);
  });

  it('tells nobody where somebody else does', async () => {
    await assign(await file('alias,owner', `${owned.address},${FIRST}`), '--apply', '--no-notices');
    expect(await jobs()).toEqual([]);
  });

  it('looks up each person once', async () => {
    const lines = [owned, unowned, unknown].map(({ address }) => `${address},${FIRST}`);
    const asked = async (...some: readonly string[]): Promise<number> => {
      const before = context.graph.faults.requests.length;
      await assign(await file('alias,owner', ...some));
      return context.graph.faults.requests.length - before;
    };
    const [first = ''] = lines;
    expect(await asked(...lines)).toBe(await asked(first));
  });

  it('refuses a file of another kind', async () => {
    const { exitCode, err } = await context.run([
      'assign',
      await file('alias,mail', `${owned.address},${FIRST}`),
    ]);
    expect({ exitCode, err }).toEqual({
      exitCode: 1,
      err: expect.stringContaining('is not a list of owners'),
    });
  });
});
