import type { Clock } from '../../shared/clock.ts';
import { sharersOf } from '../delivery/shared-card.ts';
import { ledgerIdOf, type LedgerEntry } from '../ledger.ts';
import type { Listed } from '../mailbox.ts';
import type { MessageRead } from '../read-message.ts';
import { route, type Destination } from '../route.ts';
import { isAwsDomain, type MailRules } from '../rules.ts';

/** What the ledger is told of a message that was read: an entry for each alias, or one for triage. */
export function entriesOf(
  messageId: string,
  { stored, mail, analysis, aliases }: MessageRead,
): LedgerEntry[] {
  const destinations = route(mail, analysis, aliases);
  const owned = destinations.flatMap((each) => (each.kind === 'owner' ? [each.aliasId] : []));
  const sharers = sharersOf(aliases.filter(({ id }) => owned.includes(id)));
  return destinations.map((destination) => ({
    id: ledgerIdOf(messageId, destination.kind === 'owner' ? destination.aliasId : undefined),
    messageId,
    ...whereTo(destination),
    sharesCardWith: destination.kind === 'owner' ? (sharers.get(destination.aliasId) ?? []) : [],
    receivedAt: stored.receivedAt,
    category: analysis.category,
    severity: analysis.severity,
    genuine: analysis.genuine,
    withheld: analysis.secret,
    announced: analysis.announced,
    accountId: analysis.accountId,
    readable: true,
  }));
}

/** All that is known of a message that is gone, or seems to be. */
export function vanishedEntry(
  messageId: string,
  listed: Listed | undefined,
  { clock, rules }: { readonly clock: Clock; readonly rules: MailRules },
): LedgerEntry {
  const { receivedAt, senderDomain = '' } = listed ?? {};
  const noticedAt = clock();
  const awsDomain = isAwsDomain(senderDomain, rules.awsSenders) ? senderDomain : undefined;
  return {
    ...unreadableEntry(messageId, receivedAt ?? noticedAt),
    id: `${messageId}:vanished`,
    triageReason: { code: 'vanished', receivedAt, noticedAt, awsDomain, messageId },
    readable: true,
    vanished: true,
  };
}

/** All that is known of a message that cannot be read. Nothing of it will be shown, so nothing of it need be withheld. */
export function unreadableEntry(messageId: string, now: Date): LedgerEntry {
  return {
    id: ledgerIdOf(messageId, undefined),
    messageId,
    aliasId: undefined,
    triageReason: { code: 'not-handed-over' },
    receivedAt: now,
    category: 'account-admin',
    severity: 'action',
    genuine: 'suspicious',
    withheld: false,
    announced: false,
    accountId: undefined,
    readable: false,
  };
}

function whereTo(destination: Destination): Pick<LedgerEntry, 'aliasId' | 'triageReason'> {
  return destination.kind === 'owner'
    ? { aliasId: destination.aliasId, triageReason: undefined }
    : { aliasId: undefined, triageReason: destination.reason };
}
