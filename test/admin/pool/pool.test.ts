import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTableSeen } from '../../../src/azure/table-seen.ts';
import { FIRST_MAILBOX } from '../../../src/mail/mailbox-name.ts';
import { afterSightings, NOTHING_SEEN } from '../../../src/mail/reach/seen.ts';
import { added, allottedAlias, freeAlias } from '../../fakes/aliases.ts';
import { startContext, type AdminContext } from '../admin-context.ts';

const FIRST = freeAlias('00000000-0000-4000-8000-000000000001');
const SECOND = freeAlias('00000000-0000-4000-8000-000000000002');

describe('pool', () => {
  let context: AdminContext;
  beforeEach(async () => {
    context = await startContext({}, []);
    await added(context.register, FIRST);
  });
  afterEach(() => context.graph[Symbol.asyncDispose]());

  it('counts states and the free aliases of each root mailbox', async () => {
    await added(context.register, {
      ...allottedAlias(SECOND),
      allottedAt: new Date('2020-01-01T00:00:00Z'),
    });
    const { exitCode, out } = await context.run(['pool']);
    expect(exitCode).toBe(0);
    expect(out).toBe(
      '2 aliases: 1 free, 1 allotted, 0 quarantined, 0 retired, 0 missing, 0 held.\n' +
        'No alias was allotted in the last four weeks.\n\n' +
        'root-01@company.com  1 of 2 free  no mail yet\n',
    );
  });

  it('says when the last mail of AWS came through each root mailbox, and which fell behind', async () => {
    const other = { ...freeAlias(), rootMailbox: 'root-02@company.com' };
    for (const alias of [SECOND, other]) await added(context.register, allottedAlias(alias));
    const hour = (number: number, ...roots: readonly string[]) =>
      roots.map((rootMailbox) => ({
        rootMailbox,
        receivedAt: new Date(Date.UTC(2026, 0, 1, number)),
        central: FIRST_MAILBOX,
      }));
    const seen = createTableSeen(context.table, () => undefined);
    const both = Array.from({ length: 20 }, (_, at) => hour(at, FIRST.rootMailbox, other.rootMailbox)).flat();
    const one = Array.from({ length: 80 }, (_, at) => hour(20 + at, FIRST.rootMailbox)).flat();
    await seen.save(afterSightings(NOTHING_SEEN, [...both, ...one]), NOTHING_SEEN);
    const { out } = await context.run(['pool']);
    expect(out).toContain('root-01@company.com  1 of 2 free  last mail 2026-01-05T03:00Z\n');
    expect(out).toContain(
      'root-02@company.com  0 of 1 free  last mail 2026-01-01T19:00Z, BEHIND THE OTHERS\n',
    );
    const { mailboxes } = z
      .object({ mailboxes: z.array(z.object({ rootMailbox: z.string(), state: z.string() })) })
      .parse(JSON.parse((await context.run(['pool', '--json'])).out));
    expect(mailboxes).toEqual([
      { rootMailbox: 'root-01@company.com', state: 'heard' },
      { rootMailbox: 'root-02@company.com', state: 'behind' },
    ]);
  });

  it('says when none is left at the rate of the last four weeks', async () => {
    await added(context.register, { ...allottedAlias(SECOND), allottedAt: new Date() });
    const { out } = await context.run(['pool', '--json']);
    const report = z
      .object({ allotmentsAWeek: z.number(), runsOutOn: z.iso.datetime() })
      .parse(JSON.parse(out));
    expect(report.allotmentsAWeek).toBe(0.25);
    const weeks = (Date.parse(report.runsOutOn) - Date.now()) / (7 * 24 * 60 * 60 * 1000);
    expect(weeks).toBeCloseTo(4, 1);
  });
});
