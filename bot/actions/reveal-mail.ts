import type { CardAction } from '../turn.ts';
import { onMail } from './on-mail.ts';

export const revealMail: CardAction = {
  verb: 'reveal-mail',
  run: (turn, input) => onMail(turn, input, (ledgerId, by) => turn.parts.mails.reveal(by, ledgerId), 'first'),
};
