import type { CardAction } from '../turn/turn.ts';
import { textIn } from './card-data.ts';
import { onMail } from './on-mail.ts';

export const replayMail: CardAction = (turn, input) =>
  onMail(turn, input, 'replay-mail', (grant) => turn.parts.mails.replay(grant));

export const assignMail: CardAction = (turn, input) =>
  onMail(turn, input, 'assign-mail', (grant) => turn.parts.mails.assign(grant, textIn(input, 'address')));

export const notForUs: CardAction = (turn, input) =>
  onMail(turn, input, 'not-for-us', (grant) => turn.parts.mails.setAside(grant));
