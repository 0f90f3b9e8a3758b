import type { CardAction } from '../turn.ts';
import { acknowledgeMail } from './acknowledge-mail.ts';
import { agreeReveal, refuseReveal } from './answer-reveal.ts';
import { bindAccount } from './bind-account.ts';
import { cancelRequest } from './cancel-request.ts';
import { confirmAccount } from './confirm-account.ts';
import { approve, deny } from './decide.ts';
import { keepAlias, releaseAlias } from './release-alias.ts';
import { requestForm } from './request-form.ts';
import { revealMail } from './reveal-mail.ts';
import { submitRequest } from './submit-request.ts';
import { assignMail, notForUs, replayMail } from './triage-mail.ts';

/** Every button that a card of ours can have. A verb that is not here does nothing. */
export const ACTIONS: readonly CardAction[] = [
  requestForm,
  submitRequest,
  approve,
  deny,
  cancelRequest,
  bindAccount,
  releaseAlias,
  keepAlias,
  acknowledgeMail,
  confirmAccount,
  assignMail,
  notForUs,
  replayMail,
  revealMail,
  agreeReveal,
  refuseReveal,
];
