import { handOf } from '../alias-seen.ts';
import type { CardAction } from '../turn.ts';
import { discreet } from '../commands/bind.ts';
import { onMail } from './on-mail.ts';

/** Binds the account id that a verified mail names; who may is the aliases' business: the owner, or an approver. */
export const confirmAccount: CardAction = {
  verb: 'confirm-account',
  run: (turn, input) =>
    onMail(turn, input, async (ledgerId, by) => {
      const offered = await turn.parts.mails.offeredAccount(ledgerId);
      // Somebody was faster, or the alias went on: the card says how it stands.
      if (offered === undefined) return;
      const { address, accountId: id } = offered;
      try {
        await turn.parts.aliases.bind(await handOf(turn), address, { id });
      } catch (error) {
        throw turn.place.kind === 'personal' ? error : discreet(error, id);
      }
      await turn.parts.mails.confirmed(by, ledgerId);
    }),
};
