import { beforeEach, describe, expect, it } from 'vitest';
import type { Alias } from '../../src/aliases/alias.ts';
import { ownershipFrom } from '../../src/aliases/ownership.ts';
import type { AuditAction, AuditEntry } from '../../src/store/audit.ts';
import type { Register } from '../../src/register.ts';
import { createTableRegister } from '../../src/azure/table-register.ts';
import type { Table } from '../../src/azure/table.ts';
import { migrate } from '../../src/azure/migration.ts';
import { newId } from '../../src/shared/identifiers.ts';
import { actorOf } from '../../src/people/person.ts';
import { ADA, added, allottedAlias, auditOf, BEA, CARL, freeAlias } from '../fakes/aliases.ts';
import { newTable } from '../fakes/azurite-table.ts';

const at = (hour: number): Date => new Date(Date.UTC(2026, 2, 1, hour));

/** What a line of history of the versions before says. */
const line = (action: AuditAction, hour: number, after: string, by = CARL): AuditEntry => ({
  ...auditOf(undefined),
  at: at(hour),
  actor: actorOf(by),
  action,
  after: { code: 'as-stored', text: after },
});

describe('a row from before ownership was kept', () => {
  let table: Table;
  let register: Register;
  beforeEach(async () => {
    table = await newTable();
    register = createTableRegister(table);
  });

  /** Ada's alias as the version before wrote it, with what happened to it. */
  async function oldRow(lines: readonly AuditEntry[], change: Partial<Alias> = {}): Promise<Alias> {
    const alias = allottedAlias(freeAlias(), { allottedAt: at(9), ownership: undefined, ...change });
    await added(register, freeAlias(alias.id));
    const empty = { owned_since: '', owned_how: '', channel_since: '' };
    const before = await register.alias(alias.id);
    if (before === undefined) throw new Error('it was not added');
    const [first = line('add', 8, ''), ...others] = lines.map((each) => ({ ...each, aliasId: alias.id }));
    const change0 = { id: newId(), aliases: [{ before, after: alias }], audit: [first, ...others] } as const;
    await register.commit(change0);
    await table.write({ kind: 'upsert', row: { partitionKey: 'root', rowKey: alias.id, ...empty } });
    return alias;
  }

  const stories: readonly [string, readonly AuditEntry[], unknown][] = [
    [
      'was allotted by the API',
      [line('allot', 9, `allotted to ${ADA.mail}`)],
      ownershipFrom(at(9), 'allotted'),
    ],
    [
      'was allotted by a decision',
      [line('approve', 9, `allotted to ${ADA.mail}`)],
      ownershipFrom(at(9), 'allotted'),
    ],
    [
      'was given',
      [line('allot', 9, `allotted to ${BEA.mail}`), line('transfer', 12, `owned by ${ADA.mail}`)],
      ownershipFrom(at(12), 'given'),
    ],
    [
      'was taken, and its mail moved',
      [
        line('approve', 9, `allotted to ${BEA.mail}`),
        line('take', 12, `owned by ${ADA.mail}`, ADA),
        line('move', 14, `owned by ${ADA.mail}, mail to Payments / aws`, ADA),
        line('bind', 15, 'account 123456789012'),
      ],
      { since: at(12), how: 'taken', channelSince: at(14) },
    ],
    [
      'was transferred to whoever did it, before that had a name of its own',
      [line('transfer', 12, `owned by ${ADA.mail}, mail to Payments / aws`, ADA)],
      ownershipFrom(at(12), 'taken'),
    ],
    [
      'was taken, released and allotted again',
      [
        line('take', 9, `owned by ${ADA.mail}`, ADA),
        line('release', 10, 'quarantined'),
        line('free', 11, 'free'),
        line('approve', 12, `allotted to ${ADA.mail}`),
      ],
      ownershipFrom(at(12), 'allotted'),
    ],
    ['has no history that tells', [], ownershipFrom(at(9), 'allotted')],
  ];
  it.each(stories)('%s: history tells, once', async (_name, lines, ownership) => {
    const { id, address } = await oldRow(lines);
    for (const read of [await register.alias(id), await register.aliasByAddress(address)]) {
      expect(read?.value.ownership).toEqual(ownership);
    }
    const before = (await register.history(id)).length;
    await migrate(table, { quarantineDays: 90 });
    expect((await register.alias(id))?.value.ownership).toEqual(ownership);
    expect(await table.get('root', id)).toMatchObject({ owned_since: expect.stringMatching(/^2026-03-01T/) });
    // Nothing happened to the alias, so that there is nothing to tell.
    expect(await register.history(id)).toHaveLength(before);
    expect(await migrate(table, { quarantineDays: 90 })).toMatchObject({ repaired: 0 });
  });

  it('of the old scheme is its owner’s since it was written', async () => {
    const { id, address } = freeAlias();
    const earlier = Date.now() - 5_000;
    const old = {
      aws_mail: address,
      in_use: true,
      id,
      user_mail: ADA.mail,
      root_mailbox: 'r',
      aws_account_id: '',
    };
    await table.write({ kind: 'create', row: { partitionKey: 'root', rowKey: id, ...old } });
    await migrate(table, { quarantineDays: 90 });
    const { ownership } = (await register.alias(id))?.value ?? {};
    expect(ownership?.how).toBe('adopted');
    expect(ownership?.since.getTime()).toBeGreaterThan(earlier);
    expect((await migrate(table, { quarantineDays: 90 })).repaired).toBe(0);
    expect((await register.alias(id))?.value.ownership).toEqual(ownership);
  });

  it('that is free is nobody’s', async () => {
    const { id } = freeAlias();
    await added(register, freeAlias(id));
    expect((await register.alias(id))?.value.ownership).toBeUndefined();
  });
});
