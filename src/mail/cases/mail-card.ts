import type { CopyLook } from '../../messages/poster.ts';
import type { Grant } from '../../rights/grant.ts';
import type { OperationOn } from '../../rights/operations.ts';
import { withinTime } from '../../shared/time-limit.ts';
import { knownMail, mailNotice, readStored, type KnownMail } from '../delivery/mail-notice.ts';
import { readSharers } from '../delivery/shared-card.ts';
import type { MailNotice } from '../notices.ts';
import type { Stepped } from './change-handling.ts';
import type { MailsDeps } from './mails-deps.ts';

/** A click must be answered within 5 s (Teams); what the mailbox has not given by then is left out of the card. */
const MAILBOX_MS = 2_500;

/** See `Mails.card`. */
export async function mailCard(
  deps: MailsDeps,
  { subject: { entry, alias: before } }: Grant<OperationOn<'mail'>>,
  look: CopyLook,
  signal: AbortSignal,
  after?: Stepped,
): Promise<MailNotice> {
  const inHand = after && { alias: before, handling: after.handling };
  try {
    const read = (inTime: AbortSignal): Promise<KnownMail> =>
      knownMail(deps, entry, inTime, look.sharesCardWith, inHand);
    return mailNotice(await withinTime(MAILBOX_MS, read, signal), look);
  } catch (error) {
    // The step is done, and every card of the mail is redrawn from the outbox: this one only answers the click.
    deps.log.warn({ err: error, entry: entry.id }, 'a mail could not be read for the answer to a click');
    const { alias, handling } = inHand ?? (await readStored(deps, entry));
    const sharers = await readSharers(deps.register, entry, look.sharesCardWith);
    return mailNotice(
      { entry: { ...entry, readable: false }, messageRead: undefined, alias, handling, sharers },
      look,
    );
  }
}
