import { expect, it } from 'vitest';
import { createTableSeen } from '../../src/azure/table-seen.ts';
import { FIRST_MAILBOX } from '../../src/mail/mailbox-name.ts';
import { afterSightings, NOTHING_SEEN, withExpected } from '../../src/mail/reach/seen.ts';
import { openOwnTable } from './storage.ts';

const AT = new Date('2026-11-22T12:00:00Z');
const later = (hours: number): Date => new Date(AT.getTime() + hours * 60 * 60_000);

it('what came through which root mailbox is found again, fractions and all', async () => {
  const table = await openOwnTable();
  const seen = createTableSeen(table, () => undefined);
  expect(await seen.load()).toEqual(NOTHING_SEEN);
  const first = withExpected(
    afterSightings(NOTHING_SEEN, [
      { rootMailbox: 'aws-root-01@company.com', receivedAt: AT, central: FIRST_MAILBOX },
      { rootMailbox: 'aws-root-02@company.com', receivedAt: later(1), central: FIRST_MAILBOX },
      { rootMailbox: 'aws-root-02@company.com', receivedAt: later(2), central: FIRST_MAILBOX },
      { rootMailbox: 'aws-root-01@company.com', receivedAt: later(3), central: FIRST_MAILBOX },
      { rootMailbox: 'aws-root-01@company.com', receivedAt: later(4), central: FIRST_MAILBOX },
    ]),
    ['aws-root-03@company.com'],
  );
  await seen.save(first, NOTHING_SEEN);
  expect(await createTableSeen(table, () => undefined).load()).toEqual(first);

  const second = afterSightings(first, [
    { rootMailbox: 'aws-root-01@company.com', receivedAt: later(30), central: FIRST_MAILBOX },
  ]);
  await seen.save(second, first);
  const [one = ''] = second.mailboxes.keys();
  const { longestSilence = 0, usualSilence = 0, ...exact } = second.mailboxes.get(one) ?? {};
  expect((await seen.load()).mailboxes.get(one)).toEqual({
    ...exact,
    longestSilence: expect.closeTo(longestSilence, 2),
    usualSilence: expect.closeTo(usualSilence, 2),
  });
});

it('more root mailboxes than one transaction takes', async () => {
  const seen = createTableSeen(await openOwnTable(), () => undefined);
  const many = withExpected(
    NOTHING_SEEN,
    Array.from({ length: 120 }, (_, place) => `aws-root-${place}@company.com`),
  );
  await seen.save(many, NOTHING_SEEN);
  expect((await seen.load()).mailboxes.size).toBe(120);
});
