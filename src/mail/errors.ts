import { RootdeskError } from '../errors.ts';

/** What is refused about a mail, with the same words everywhere. Nothing is changed when one of these is thrown. */
export const MAIL_REFUSALS = {
  'mail-not-found': 'Look for the mail in its channel; if its card is old, it may have been posted anew.',
  'not-withheld': 'Read its card; everything that Rootdesk may show stands there.',
  'reveal-not-yours': 'Ask the owner of the alias; an approver can transfer the alias to you.',
  'reveal-never': 'Ask somebody who has access to the central mailbox.',
  'reveal-not-allowed': 'Ask an approver.',
  'reveal-own': 'Another approver has to agree.',
  'reveal-settled': 'Nothing to do.',
  'not-your-mail': 'Do it in the channel that owns the alias.',
  'not-triage': 'Do it in the triage channel.',
  'channel-not-owning': 'Mention Rootdesk in the channel and write `link` first.',
  'mail-busy': 'Try again in a few seconds.',
  'triage-settled': 'Nothing to do.',
  'assign-nowhere': 'Give the address of an alias that is allotted to somebody.',
} as const;
export type MailRefusalCode = keyof typeof MAIL_REFUSALS;

/** A refusal with a sentence for the person and the remedy from the table above. */
export class MailRefusal extends RootdeskError<MailRefusalCode> {
  constructor(code: MailRefusalCode, message: string, options?: ErrorOptions) {
    super(code, message, MAIL_REFUSALS[code], options);
    this.name = 'MailRefusal';
  }
}
