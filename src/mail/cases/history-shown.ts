import type { Alias } from '../../aliases/alias.ts';
import { isChannelsMail } from '../../aliases/ownership.ts';
import type { AuditEntry } from '../../store/audit.ts';

/**
 * The history as those see it who have the alias now: without the lines about mail that came before it was theirs. Administrators
 * have all of it, by `audit` and `reveal-log`.
 */
export function historyShown(alias: Alias, entries: readonly AuditEntry[]): readonly AuditEntry[] {
  return entries
    .filter(({ reason }) => reason?.code !== 'mail' || isChannelsMail(alias, reason.receivedAt))
    .map((entry) => (entry.action === 'aws-wrote' ? withoutOldMail(alias, entry) : entry));
}

/** That an account uses the alias is for its present owner to know; when mail came before them is not. */
function withoutOldMail(alias: Alias, entry: AuditEntry): AuditEntry {
  const { awsWroteAt } = alias;
  const isTheirs = awsWroteAt !== undefined && isChannelsMail(alias, awsWroteAt);
  return isTheirs ? entry : { ...entry, reason: undefined };
}
