import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
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
        'root-01@company.com  1 of 2 free\n',
    );
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
