import { historyShown } from '../../src/mail/handling/history-shown.ts';
import { drawHistory } from '../turn/draw-alias.ts';
import type { Command } from '../turn/turn.ts';
import { aliasIn } from './address-in.ts';
import { EXAMPLE_ALIAS, usageCard } from './usage.ts';

export const history: Command = {
  name: 'history',
  usage: 'history <alias>',
  description: 'Show who did what with an alias, when and why.',
  async run(turn, [word]) {
    const address = aliasIn(word);
    if (address === undefined) return usageCard(history.usage, `history ${EXAMPLE_ALIAS}`);
    const grant = await turn.parts.rights.grant('history', turn.caller, address);
    const entries = await turn.parts.aliases.history(grant);
    return drawHistory(turn, grant, historyShown(grant.subject, entries));
  },
};
