import type { CardAction } from '../turn/turn.ts';
import { onMail } from './on-mail.ts';

/** Binds the account id that a verified mail names. */
export const confirmAccount: CardAction = (turn, input) =>
  onMail(turn, input, 'confirm-account', async (grant) => {
    const { aliases, mails, rights } = turn.parts;
    const offered = mails.offeredAccount(grant);
    // Somebody was faster, or the alias went on: the card says how it stands.
    if (offered === undefined) return;
    const bindable = await rights.grant('bind', turn.caller, offered.address);
    await aliases.bind(bindable, { id: offered.accountId });
    await mails.confirmed(grant);
  });
