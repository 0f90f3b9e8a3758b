import { expect, it } from 'vitest';
import { ownershipFrom } from '../../../src/aliases/ownership.ts';
import { said, type AuditFact } from '../../../src/store/audit-fact.ts';
import { historyShown } from '../../../src/mail/cases/history-shown.ts';
import { allottedAlias, auditOf, freeAlias } from '../../fakes/aliases.ts';

const at = (hour: number): Date => new Date(Date.UTC(2026, 2, 1, hour));

it('whoever has an alias now reads nothing of mail that came before it was theirs', () => {
  const alias = allottedAlias(freeAlias(), { ownership: ownershipFrom(at(12), 'given') });
  const line = (reason: AuditFact | undefined) => ({ ...auditOf(alias.id), reason });
  const before = line({ code: 'mail', category: 'password-reset', receivedAt: at(11) });
  const theirs = line({ code: 'mail', category: 'billing', receivedAt: at(13) });
  const other = line(said(`password-reset mail of ${at(11).toISOString()}`));
  expect(historyShown(alias, [before, theirs, other])).toEqual([theirs, other]);
});

it('that AWS wrote before is told without when', () => {
  const wrote = (reason: AuditFact | undefined) => ({
    ...auditOf(undefined),
    action: 'aws-wrote' as const,
    reason,
  });
  const alias = (hour: number) =>
    allottedAlias(freeAlias(), { ownership: ownershipFrom(at(12), 'given'), awsWroteAt: at(hour) });
  const at11: AuditFact = { code: 'first-aws-mail', receivedAt: at(11) };
  expect(historyShown(alias(11), [wrote(at11)])).toEqual([wrote(undefined)]);
  const at13: AuditFact = { code: 'first-aws-mail', receivedAt: at(13) };
  expect(historyShown(alias(13), [wrote(at13)])).toEqual([wrote(at13)]);
});
