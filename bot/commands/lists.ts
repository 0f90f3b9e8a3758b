import { askCard } from '../../cards/index.ts';
import { drawAliasList, drawFound } from '../turn/draw-alias-list.ts';
import { drawHistory } from '../turn/draw-history.ts';
import { drawMailList } from '../turn/draw-mail-list.ts';
import { drawPool } from '../turn/draw-pool.ts';
import { drawRequestList } from '../turn/draw-request-list.ts';
import { searchedText } from '../turn/searched-text.ts';
import { textOf } from '../turn/spoken.ts';
import { ALIAS, type Argument } from './argument.ts';
import { command } from './command.ts';

export const aliases = command({
  name: 'aliases',
  takes: {},
  run: (deps, turn) => drawAliasList(deps, turn, 0),
});

export const requests = command({
  name: 'requests',
  takes: {},
  run: (deps, turn) => drawRequestList(deps, turn, 0),
});

export const mail = command({
  name: 'mail',
  takes: {},
  run: (deps, turn) => drawMailList(deps, turn, 0),
});

export const pool = command({ name: 'pool', takes: {}, run: (deps, turn) => drawPool(deps, turn) });

export const history = command({
  name: 'history',
  takes: { alias: ALIAS },
  run: async (deps, turn, { alias }) =>
    drawHistory(deps, turn, await deps.rights.grant('history', turn.caller, alias), 0),
});

const TEXT: Argument<string> = {
  told: (texts) => texts.arguments.text,
  example: 'payments',
  read({ words, mentioned }) {
    const value = searchedText(textOf(words, mentioned));
    return value === '' ? 'absent' : { value, rest: [] };
  },
};

export const find = command({
  name: 'find',
  takes: { text: TEXT },
  ask: async (_, { texts }) => askCard(texts, { command: 'find' }),
  async run(deps, turn, { text }) {
    return drawFound(deps, turn, await deps.rights.grant('find', turn.caller), text, 0);
  },
});
