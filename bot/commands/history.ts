import { historyCard } from '../../cards/index.ts';
import { historyShown } from '../../src/mail/cases/history-shown.ts';
import type { Uses } from '../turn/bot-deps.ts';
import { withChannel } from '../turn/draw-alias.ts';
import { ALIAS } from './argument.ts';
import { command } from './command.ts';

export const history = command({
  name: 'history',
  takes: { alias: ALIAS },
  async run(deps: Uses<'rights' | 'aliases' | 'channels'>, { caller, texts }, { alias }) {
    const grant = await deps.rights.grant('history', caller, alias);
    const entries = historyShown(grant.subject, await deps.aliases.history(grant));
    return historyCard(texts, { ...(await withChannel(deps, grant)), entries });
  },
});
