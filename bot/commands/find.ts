import { drawFound, SEARCHED_MOST } from '../turn/draw-alias-list.ts';
import { textOf } from '../turn/spoken.ts';
import { addressIn } from './address-in.ts';
import type { Argument } from './argument.ts';
import { command } from './command.ts';

const TEXT: Argument<string> = {
  told: (texts) => texts.arguments.text,
  example: 'payments',
  read({ words, mentioned }) {
    const [only = '', ...others] = words;
    const address = others.length === 0 ? addressIn(only) : undefined;
    const value = (address ?? textOf(words, mentioned)).slice(0, SEARCHED_MOST);
    return value === '' ? 'absent' : { value, rest: [] };
  },
};

export const find = command({
  name: 'find',
  takes: { text: TEXT },
  async run(deps, turn, { text }) {
    return drawFound(deps, turn, await deps.rights.grant('find', turn.caller), text, 0);
  },
});
