import type { CardAction } from '../turn.ts';
import { onMail } from './on-mail.ts';
import { channelOf } from './triage-mail.ts';

export const acknowledgeMail: CardAction = {
  verb: 'acknowledge-mail',
  run: (turn, input) =>
    onMail(turn, input, (ledgerId, by) => turn.parts.mails.acknowledge(by, ledgerId, channelOf(turn))),
};
