import type { Verb } from '../../src/rights/operations.ts';
import type { CardAction } from '../turn/turn.ts';
import { acknowledgeMail } from './acknowledge-mail.ts';
import { agreeReveal, refuseReveal } from './answer-reveal.ts';
import { bindAccount } from './bind-account.ts';
import { cancelRequest } from './cancel-request.ts';
import { confirmBind, confirmTransfer } from './confirm-change.ts';
import { confirmAccount } from './confirm-account.ts';
import { approve, deny } from './decide.ts';
import { keepAlias, releaseAlias } from './release-alias.ts';
import { requestForm } from './request-form.ts';
import { revealMail } from './reveal-mail.ts';
import { submitRequest } from './submit-request.ts';
import { assignMail, notForUs, replayMail } from './triage-mail.ts';

/** Every button that a card of ours can have. A verb that is not here does nothing. */
export const ACTIONS: Readonly<Record<Verb, CardAction>> = {
  'request-form': requestForm,
  'submit-request': submitRequest,
  approve,
  deny,
  'cancel-request': cancelRequest,
  'bind-account': bindAccount,
  'release-alias': releaseAlias,
  'keep-alias': keepAlias,
  'confirm-transfer': confirmTransfer,
  'confirm-bind': confirmBind,
  'acknowledge-mail': acknowledgeMail,
  'confirm-account': confirmAccount,
  'assign-mail': assignMail,
  'not-for-us': notForUs,
  'replay-mail': replayMail,
  'reveal-mail': revealMail,
  'agree-reveal': agreeReveal,
  'refuse-reveal': refuseReveal,
};
