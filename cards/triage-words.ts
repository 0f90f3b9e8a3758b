import type { TriageReason } from '../src/messages/triage-reason.ts';
import { plain, type CardText } from './text.ts';
import type { Texts } from './texts/languages.ts';
import { momentWords } from './parts/moment.ts';

/** Why a mail is in triage, for people; with what is known about it where the sentence has a place for it. */
export function triageWords(texts: Texts, reason: TriageReason): CardText {
  const { triage } = texts;
  if (reason.code === 'as-stored') return plain(reason.text, 500);
  if (reason.code === 'vanished') return vanished(texts, reason);
  if (reason.code === 'unowned') {
    return triage.unowned({ addresses: plain(reason.addresses.join(', '), 400), more: reason.more });
  }
  if (reason.code === 'unacknowledged' && reason.minutes !== undefined) {
    return triage.unacknowledgedFor({ minutes: reason.minutes });
  }
  return triage[reason.code];
}

function vanished(
  texts: Texts,
  { awsDomain, receivedAt, noticedAt, messageId }: Extract<TriageReason, { code: 'vanished' }>,
): CardText {
  return texts.triage.vanished({
    from: awsDomain === undefined ? 'unknown' : 'aws',
    domain: plain(awsDomain ?? '', 253),
    known: receivedAt === undefined ? 'noticed' : 'received',
    at: momentWords(texts, receivedAt ?? noticedAt),
    message: plain(messageId, 200),
  });
}
