import type { Alias } from '../../aliases/alias.ts';
import { asOfMail, isOwnersMail } from '../../aliases/ownership.ts';
import type { CaseRegister } from '../cases/case-register.ts';
import type { MailNotice } from '../notices.ts';
import type { CopyLook } from '../../messages/poster.ts';
import { offeredAccountId } from '../cases/account-offer.ts';
import type { Handling } from '../cases/handling.ts';
import { isHidden, type LedgerEntry } from '../ledger.ts';
import { shownSender } from '../excerpt/channel-text.ts';
import { readAndUnderstand, type ReaderParts } from '../read-message.ts';
import type { Gist } from './gist.ts';
import { readSharers, type Sharer } from './shared-card.ts';

/** All that is known of one mail at one alias, from mailbox, ledger and register. */
export interface KnownMail {
  readonly entry: LedgerEntry;
  /** Undefined when it is gone from the mailbox, or could never be read. */
  readonly understood: Gist | undefined;
  readonly alias: Alias | undefined;
  /** Undefined while nobody did anything with it. */
  readonly handling: Handling | undefined;
  /** The same of other aliases that share a card with it. */
  readonly sharers?: readonly Sharer[];
}

export interface MailReaderParts extends ReaderParts {
  readonly register: ReaderParts['register'] & Pick<CaseRegister, 'alias' | 'handling'>;
}

/**
 * Reads everything that a card of the mail needs, as it is now.
 * @throws {MailboxUnavailable} {@link RegisterUnavailable}
 */
export async function knownMail(
  parts: MailReaderParts,
  entry: LedgerEntry,
  signal: AbortSignal,
  sharesCardWith: readonly string[] = [],
): Promise<KnownMail> {
  const [understood, alias, handling, sharers] = await Promise.all([
    entry.readable ? readAndUnderstand(parts, entry.messageId, signal) : undefined,
    entry.aliasId === undefined ? undefined : parts.register.alias(entry.aliasId),
    parts.register.handling(entry.id),
    readSharers(parts.register, entry, sharesCardWith),
  ]);
  return { entry, understood, alias: alias?.value, handling: handling?.value, sharers };
}

const GONE = '(no longer in the central mailbox)';
const UNREADABLE = '(could not be read)';

/** What is said of a mail; of one that is gone, what the ledger still knows. */
export function mailNotice(known: KnownMail, look: CopyLook = {}, asOf = asOfMail): MailNotice {
  const { entry, understood } = known;
  const [{ ledgerId, alias, handling }, ...others] = onCard(known, look, asOf);
  const { understanding, mail, stored } = understood ?? {};
  // Fails closed: what was a secret when it was recorded stays one, whatever the rules say by now.
  const withheld = entry.withheld || understanding?.secret === true;
  const announced = !withheld && (entry.announced === true || understanding?.announced === true);
  const hidden = withheld || announced;
  return {
    kind: 'mail',
    ledgerId,
    category: entry.category,
    recognised: understanding?.recognised ?? !entry.announced,
    severity: entry.severity,
    genuine: entry.genuine,
    withheld,
    announced,
    subject: understanding?.safeSubject ?? (entry.readable ? GONE : UNREADABLE),
    sender: shownSender(mail?.from, hidden),
    verifiedDomain: understanding?.verifiedDomain,
    receivedAt: entry.receivedAt,
    addresses: understanding?.aliases ?? [],
    alias,
    accountId: entry.accountId ?? alias?.accountId,
    summary: summaryOf(understood),
    excerpt: hidden ? '' : (understanding?.excerpt ?? ''),
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

const ALIAS_GONE = 'The alias that it was sent to is no longer in the register.';

function summaryOf(understood: Gist | undefined): string {
  const { summary = '', aliasSource } = understood?.understanding ?? {};
  if (aliasSource !== 'account-id') return summary;
  return `${summary} No address in it is an alias; it came here by the account that it names.`.trim();
}
