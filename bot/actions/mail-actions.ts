import type { Grant } from '../../src/rights/grant.ts';
import type { OperationOn, Verb } from '../../src/rights/operations.ts';
import type { Uses } from '../turn/bot-deps.ts';
import type { Turn } from '../turn/turn.ts';
import type { CardAction } from './card-action.ts';
import { textIn } from './card-data.ts';
import { onMail } from './on-mail.ts';
import { acknowledgeListed } from './page-mail.ts';

type MailVerb = Extract<Verb, OperationOn<'mail'>>;
type MailActions = { readonly [V in MailVerb]: CardAction };

/** The buttons under a mail: each does one thing with it, and answers with the card as it is then. */
export const MAIL_ACTIONS: MailActions = {
  'acknowledge-mail': (deps, turn, input) =>
    onMail(deps, turn, input, 'acknowledge-mail', (grant) => deps.mails.acknowledge(grant)),
  'acknowledge-listed': acknowledgeListed,
  'confirm-account': (deps, turn, input) =>
    onMail(deps, turn, input, 'confirm-account', (grant) => confirmAccount(deps, turn, grant)),
  'assign-mail': (deps, turn, input) =>
    onMail(deps, turn, input, 'assign-mail', (grant) => deps.mails.assign(grant, textIn(input, 'address'))),
  'not-for-us': (deps, turn, input) =>
    onMail(deps, turn, input, 'not-for-us', (grant) => deps.mails.setAside(grant)),
  'replay-mail': (deps, turn, input) =>
    onMail(deps, turn, input, 'replay-mail', (grant) => deps.mails.replay(grant)),
  'reveal-mail': (deps, turn, input) =>
    onMail(deps, turn, input, 'reveal-mail', (grant) => deps.mails.reveal(grant), 'first'),
};

/** Binds the account id that a verified mail names. */
async function confirmAccount(
  { aliases, mails, rights }: Uses<'aliases' | 'mails' | 'rights'>,
  { caller }: Turn,
  grant: Grant<'confirm-account'>,
): Promise<undefined> {
  const offered = mails.offeredAccount(grant);
  // Somebody was faster, or the alias went on: the card says how it is now.
  if (offered === undefined) return undefined;
  const bindable = await rights.grant('bind', caller, offered.address);
  await aliases.bind(bindable, { id: offered.accountId });
  await mails.confirmed(grant);
  return undefined;
}
