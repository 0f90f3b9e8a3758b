import type { Verb } from '../../src/rights/operations.ts';
import { agreeReveal, refuseReveal } from './answer-reveal.ts';
import { bindAccount } from './bind-account.ts';
import { cancelRequest } from './cancel-request.ts';
import type { CardAction } from './card-action.ts';
import { confirmBind, confirmTransfer } from './confirm-change.ts';
import { approve, deny } from './decide.ts';
import { askUnlink, keepChannel, linkChannel, unlinkChannel } from './link-channel.ts';
import { pageAliases, pageFind, pageHistory, showAlias } from './lists.ts';
import { MAIL_ACTIONS } from './mail-actions.ts';
import { pageMail } from './page-mail.ts';
import { keepAlias, releaseAlias } from './release-alias.ts';
import { pageRequests, requestForm, showRequest } from './show-request.ts';
import { saveSettings, settingsForm } from './settings.ts';
import { showHelp, showPool } from './show.ts';
import { writeCommand } from './write-command.ts';
import { submitRequest } from './submit-request.ts';

/** Every button that a card of ours can have. A verb that is not here does nothing. */
export const ACTIONS: Readonly<Record<Verb, CardAction>> = {
  'request-form': requestForm,
  'write-command': writeCommand,
  'show-help': showHelp,
  'show-pool': showPool,
  'page-requests': pageRequests,
  'show-request': showRequest,
  'submit-request': submitRequest,
  approve,
  deny,
  'cancel-request': cancelRequest,
  'bind-account': bindAccount,
  'release-alias': releaseAlias,
  'keep-alias': keepAlias,
  'confirm-transfer': confirmTransfer,
  'confirm-bind': confirmBind,
  'page-mail': pageMail,
  'page-aliases': pageAliases,
  'page-find': pageFind,
  'page-history': pageHistory,
  'show-alias': showAlias,
  'link-channel': linkChannel,
  'ask-unlink': askUnlink,
  'unlink-channel': unlinkChannel,
  'keep-channel': keepChannel,
  'settings-form': settingsForm,
  'save-settings': saveSettings,
  ...MAIL_ACTIONS,
  'agree-reveal': agreeReveal,
  'refuse-reveal': refuseReveal,
};
