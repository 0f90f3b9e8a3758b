import type { CardAction } from '../turn/turn.ts';
import { onMail } from './on-mail.ts';

export const revealMail: CardAction = (turn, input) =>
  onMail(turn, input, 'reveal-mail', (grant) => turn.parts.mails.reveal(grant), 'first');
