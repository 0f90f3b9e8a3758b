import { isDeepStrictEqual } from 'node:util';
import { asOfMail, asOfOwner } from '../../aliases/ownership.ts';
import { afterRedraws } from '../../messages/after-attempt.ts';
import type { AttemptResult } from '../../messages/attempt-result.ts';
import { isInChat } from '../../messages/poster.ts';
import type { MailJobDeps, MailAttempt } from './mail-job-deps.ts';
import { knownMail, mailNotice } from './mail-notice.ts';
import { aliasOf } from './owning-channel.ts';

/** Redraws every card of a mail as it is now, that of a delivery which is under way as soon as it is posted. */
export async function redrawMail(deps: MailJobDeps, attempt: MailAttempt): Promise<AttemptResult> {
  // Before the copies: a delivery that ends in between has left its copy.
  const state = await deps.ledger.state(attempt.entry.id);
  const copies = await deps.conversations.copies(attempt.entry.id);
  const sharers = new Set(copies.flatMap(({ look }) => look?.sharesCardWith ?? []));
  const inHand = { alias: await aliasOf(deps.register, attempt.entry), handling: attempt.handling };
  const known = await knownMail(deps, attempt.entry, attempt.signal, [...sharers], inHand);
  const outcomes = await Promise.all(
    copies.map((copy) => {
      const notice = mailNotice(known, copy.look, isInChat(copy) ? asOfOwner : asOfMail);
      return deps.poster.redraw(copy, notice, attempt.signal);
    }),
  );
  const handling = (await deps.register.handling(attempt.entry.id))?.value;
  const isOutdated = !isDeepStrictEqual(handling, attempt.handling);
  const result = afterRedraws(attempt.item, outcomes, isOutdated);
  const isUnderWay = state !== undefined && state.ended === undefined;
  if (result.kind === 'done' && isUnderWay) return { kind: 'again', mayBeRepeat: false, counted: false };
  return copies.length === 0 && result.kind === 'done' ? { kind: 'done', ending: 'dropped' } : result;
}
