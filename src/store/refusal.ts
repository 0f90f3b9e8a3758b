import { RootdeskError } from '../shared/rootdesk-error.ts';

/**
 * Everything the register refuses, with the same code and words in chat, API and command line. Nothing is changed when one
 * of these is thrown.
 */
export const REFUSALS = {
  'pool-empty':
    'Ask an administrator to add aliases to the pool (rootdesk plan, then rootdesk import --new).',
  'register-busy': 'Try again in a few seconds.',
  'account-id-malformed':
    'Give the 12 digits shown at the top right of the AWS console; dashes and spaces are fine.',
  'alias-unknown': 'Check the address for typing errors; `find` shows the aliases you own.',
  'alias-not-yours': 'Ask its owner or an approver.',
  'alias-not-allotted': 'Ask for a new alias with `request`.',
  'alias-not-held': 'Look at how it is now, with `show` on the command line.',
  'account-bound-elsewhere':
    'Check the account id. If the account really moved, release the other alias first.',
  'channel-not-linked': 'Open the channel in Teams, mention Rootdesk there and write `link`.',
  'not-allowed': 'Ask an approver.',
  'request-unknown': 'Ask for a new alias with `request`.',
  'request-settled': 'Nothing to do. To ask again, write `request`.',
  'own-request': 'Another approver has to decide it.',
  'comment-too-long': 'Shorten it to a few sentences.',
  'comment-missing': 'Write a sentence for the asker, then deny again.',
  'person-unknown': 'Check the address for typing errors: it has to be the one in Entra ID.',
  'mail-unknown': 'Ask an administrator to give your account a mail address in Entra ID.',
  'account-name-refused': 'Correct the name, or leave it blank.',
  'alias-changed': 'Look at how it is now, and confirm again.',
  'account-bound-already':
    'To correct it, write `bind`, the address and the right id; you are asked to confirm.',
  'too-many-open-requests': 'Wait for a decision, or cancel one of your open requests.',
  'mail-not-found': 'Look for the mail in its channel; if its card is old, it may have been posted anew.',
  'not-withheld': 'Read its card; everything that Rootdesk may show stands there.',
  'reveal-never': 'Ask somebody who has access to the central mailbox.',
  'reveal-own': 'Another approver has to agree.',
  'not-triage': 'Do it in the triage channel.',
  'channel-not-owning': 'Mention Rootdesk in the channel and write `link` first.',
  'mail-busy': 'Try again in a few seconds.',
  'assign-nowhere': 'Give the address of an alias that is allotted to somebody.',
} as const;
export type RefusalCode = keyof typeof REFUSALS;

/** A refusal of the register: typed by its code, with a sentence for the person and the remedy from the table above. */
export class Refusal extends RootdeskError<RefusalCode> {
  constructor(code: RefusalCode, message: string, options?: ErrorOptions) {
    super(code, message, REFUSALS[code], options);
    this.name = 'Refusal';
  }
}
