import type { TriageReason } from '../src/messages/triage-reason.ts';

type Sentences = {
  readonly [Code in TriageReason['code']]: (reason: Extract<TriageReason, { readonly code: Code }>) => string;
};

/** Why a mail is in triage, for people; docs/operations.md has a heading for each, which says what to do. */
const SENTENCES: Sentences = {
  unreadable: () => 'The mail could not be read.',
  'not-handed-over': () =>
    'The mail could not be read: Microsoft 365 did not hand it over. Somebody should look at it in the central mailbox.',
  'not-from-aws': () => 'AWS did not write this mail.',
  unowned: ({ addresses, more }) =>
    `Nobody has ${addresses.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  'no-alias': () => 'No alias was found among the addresses that the mail was sent to.',
  vanished: ({ receivedAt, noticedAt, awsDomain, messageId }) => {
    const from = awsDomain === undefined ? '' : ` from ${awsDomain}`;
    const came = receivedAt === undefined ? `was noticed ${minute(noticedAt)}` : `came ${minute(receivedAt)}`;
    return `A message${from} ${came} and was gone before Rootdesk could read it: a person, an inbox rule or a retention policy deleted it. Nobody was told what it said. Look for it in the recoverable items of the central mailbox. Its id: ${messageId}`;
  },
  'before-owner': () =>
    'It was received before the alias came to whoever has it now, so it is not theirs to know of.',
  'alias-gone': () => 'The alias that it was sent to is no longer in the register.',
  'no-channel': () => 'The alias has no linked channel.',
  'channel-unreachable': () => 'The owning channel cannot be reached.',
  'given-up': () => 'It could not be delivered after many attempts, and was given up.',
  unacknowledged: ({ minutes }) =>
    `Nobody acknowledged this urgent mail${minutes === undefined ? '' : ` for ${minutes} minutes`}.`,
  'old-words': ({ text }) => text,
};

/** The sentence of a reason. */
export function triageWords<Code extends TriageReason['code']>(
  reason: Extract<TriageReason, { readonly code: Code }>,
): string {
  return SENTENCES[reason.code](reason);
}

function minute(at: Date): string {
  return `on ${at.toISOString().slice(0, 16).replace('T', ' at ')} UTC`;
}
