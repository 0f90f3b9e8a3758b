import { expect, it } from 'vitest';
import { ownershipFrom } from '../../../src/aliases/ownership.ts';
import { historyShown } from '../../../src/mail/cases/history-shown.ts';
import { allottedAlias, auditOf, freeAlias } from '../../fakes/aliases.ts';

const at = (hour: number): Date => new Date(Date.UTC(2026, 2, 1, hour));

it('whoever has an alias now reads nothing of mail that came before it was theirs', () => {
  const alias = allottedAlias(freeAlias(), { ownership: ownershipFrom(at(12), 'given') });
  const line = (reason: string) => ({ ...auditOf(alias.id), reason });
  const before = line(`password-reset mail of ${at(11).toISOString()}`);
  const theirs = line(`billing mail of ${at(13).toISOString()}`);
  const other = line('the team moved');
  expect(historyShown(alias, [before, theirs, other])).toEqual([theirs, other]);
});

it('that AWS wrote before is told without when', () => {
  const wrote = (reason: string) => ({ ...auditOf(undefined), action: 'aws-wrote' as const, reason });
  const alias = (hour: number) =>
    allottedAlias(freeAlias(), { ownership: ownershipFrom(at(12), 'given'), awsWroteAt: at(hour) });
  expect(historyShown(alias(11), [wrote('it came at eleven')])).toEqual([wrote('')]);
  expect(historyShown(alias(13), [wrote('it came at one')])).toEqual([wrote('it came at one')]);
});
