import type { CardAction } from '../turn/turn.ts';
import { onMail } from './on-mail.ts';

export const acknowledgeMail: CardAction = (turn, input) =>
  onMail(turn, input, 'acknowledge-mail', (grant) => turn.parts.mails.acknowledge(grant));
