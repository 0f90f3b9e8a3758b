import { summaryOf } from '../analysis.ts';
import type { Alias } from '../../aliases/alias.ts';
import { asOfMail, isOwnersMail } from '../../aliases/ownership.ts';
import type { CaseRegister } from '../cases/case-register.ts';
import type { MailNotice } from '../notices.ts';
import type { CopyLook } from '../../messages/poster.ts';
import type { TriageReason } from '../../messages/triage-reason.ts';
import { offeredAccountId } from '../cases/account-offer.ts';
import type { Handling } from '../cases/handling.ts';
import { isHidden, type LedgerEntry } from '../ledger.ts';
import { shownSender } from '../excerpt/channel-text.ts';
import { readMessage, type ReaderDeps } from '../read-message.ts';
import type { CardData } from './card-data.ts';
import { aliasOf } from './owning-channel.ts';
import { readSharers, type Sharer } from './shared-card.ts';

/** All that is known of one mail at one alias, from mailbox, ledger and register. */
export interface KnownMail {
  readonly entry: LedgerEntry;
  /** Undefined when it is gone from the mailbox, or could never be read. */
  readonly messageRead: CardData | undefined;
  readonly alias: Alias | undefined;
  /** Undefined while nobody did anything with it. */
  readonly handling: Handling | undefined;
  /** The same of other aliases that share a card with it. */
  readonly sharers?: readonly Sharer[];
}

export interface MailReaderDeps extends ReaderDeps {
  readonly register: ReaderDeps['register'] & Pick<CaseRegister, 'alias' | 'handling'>;
}

/** What somebody has just read, or written, of the mail. */
export type InHand = Pick<KnownMail, 'alias' | 'handling'>;

/**
 * Reads everything that a card of the mail needs, as it is now.
 * @param inHand is not read again
 * @throws {MailboxUnavailable} {@link RegisterUnavailable}
 */
export async function knownMail(
  deps: MailReaderDeps,
  entry: LedgerEntry,
  signal: AbortSignal,
  sharesCardWith: readonly string[] = [],
  inHand?: InHand,
): Promise<KnownMail> {
  const [messageRead, { alias, handling }, sharers] = await Promise.all([
    entry.readable ? readMessage(deps, entry.messageId, signal, inHand?.alias) : undefined,
    inHand ?? readStored(deps, entry),
    readSharers(deps.register, entry, sharesCardWith),
  ]);
  return { entry, messageRead, alias, handling, sharers };
}

/** Of the mail, and of its alias. */
export async function readStored(
  { register }: Pick<MailReaderDeps, 'register'>,
  entry: LedgerEntry,
): Promise<InHand> {
  const [alias, handling] = await Promise.all([aliasOf(register, entry), register.handling(entry.id)]);
  return { alias, handling: handling?.value };
}

/** What is said of a mail; of one that is gone, what the ledger still knows. */
export function mailNotice(known: KnownMail, look: CopyLook = {}, asOf = asOfMail): MailNotice {
  const { entry, messageRead } = known;
  const [{ ledgerId, alias, handling }, ...others] = onCard(known, look, asOf);
  const { analysis, mail, stored } = messageRead ?? {};
  // Fails closed: what was a secret when it was recorded stays one, whatever the rules say by now.
  const withheld = entry.withheld || analysis?.secret === true;
  const announced = !withheld && (entry.announced === true || analysis?.announced === true);
  const hidden = withheld || announced;
  return {
    kind: 'mail',
    ledgerId,
    category: entry.category,
    recognised: analysis?.recognised ?? !entry.announced,
    severity: entry.severity,
    genuine: entry.genuine,
    withheld,
    announced,
    subject: analysis?.safeSubject ?? '',
    missing: analysis === undefined ? (entry.readable ? 'gone' : 'unreadable') : undefined,
    sender: shownSender(mail?.from, hidden),
    verifiedDomain: analysis?.verifiedDomain,
    receivedAt: entry.receivedAt,
    addresses: analysis?.aliases ?? [],
    alias,
    accountId: entry.accountId ?? alias?.accountId,
    summary: analysis && summaryOf(analysis),
    excerpt: hidden ? '' : (analysis?.excerpt ?? ''),
    webLink: stored?.webLink,
    triageReason: look.triageReason ?? entry.triageReason ?? (alias === undefined ? ALIAS_GONE : undefined),
    mayBeRepeat: look.mayBeRepeat ?? false,
    isLate: look.isLate ?? false,
    canReveal: hidden && isHidden(entry) && alias !== undefined && isOwnersMail(alias, entry.receivedAt),
    handling,
    // Of several aliases nobody knows to which the account belongs.
    offeredAccountId: others.length > 0 ? undefined : offeredAccountId(entry, alias),
    others,
    canTriage: entry.aliasId === undefined && handling?.triaged === undefined,
  };
}

type OnCard = Omit<Sharer, 'alias'> & { readonly alias: Alias | undefined };

/** All that the copy names, in an order that is the same whichever of them is asked for. */
function onCard(
  { entry, alias: now, handling, sharers = [] }: KnownMail,
  { sharesCardWith = [] }: CopyLook,
  asOf: typeof asOfMail,
): [OnCard, ...Sharer[]] {
  const alias = now && asOf(now, entry.receivedAt);
  const own = { ledgerId: entry.id, alias, handling };
  const others = sharers
    .filter((sharer) => sharesCardWith.includes(sharer.alias.id))
    .map((sharer) => ({ ...sharer, alias: asOf(sharer.alias, entry.receivedAt) }));
  if (alias === undefined || others.length === 0) return [own];
  const [first, ...rest] = [{ ...own, alias }, ...others].toSorted((one, other) =>
    one.alias.address.localeCompare(other.alias.address),
  );
  return first === undefined ? [own] : [first, ...rest];
}

const ALIAS_GONE: TriageReason = { code: 'alias-gone' };
