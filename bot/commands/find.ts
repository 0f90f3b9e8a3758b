import { askCard } from '../../cards/index.ts';
import { drawFound } from '../turn/draw-alias-list.ts';
import { searchedText } from '../turn/searched-text.ts';
import { textOf } from '../turn/spoken.ts';
import type { Argument } from './argument.ts';
import { command } from './command.ts';

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
