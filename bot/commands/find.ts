import { aliasListCard } from '../../cards/index.ts';
import type { Uses } from '../turn/bot-deps.ts';
import { drawAlias, withChannels } from '../turn/draw-alias.ts';
import { textOf } from '../turn/spoken.ts';
import { addressIn } from './address-in.ts';
import type { Argument } from './argument.ts';
import { command } from './command.ts';

/** Longer than any address, account name or channel name. */
const TEXT_MOST = 200;

const TEXT: Argument<string> = {
  told: (texts) => texts.arguments.text,
  example: 'payments',
  read({ words, mentioned }) {
    const [only = '', ...others] = words;
    const address = others.length === 0 ? addressIn(only) : undefined;
    const value = (address ?? textOf(words, mentioned)).slice(0, TEXT_MOST);
    return value === '' ? 'absent' : { value, rest: [] };
  },
};

export const find = command({
  name: 'find',
  takes: { text: TEXT },
  async run(deps: Uses<'rights' | 'aliases' | 'register' | 'channels'>, { caller, texts }, { text }) {
    const { aliasList } = texts;
    const { rights, aliases } = deps;
    const { aliases: found, more } = await aliases.find(await rights.grant('find', caller), text);
    const [only, second] = found;
    if (only !== undefined && second === undefined) {
      return drawAlias(texts, deps, only, {
        title: aliasList.foundOne,
        next: aliasList.foundOneNext,
      });
    }
    return aliasListCard(texts, {
      title: found.length === 0 ? aliasList.foundNone : aliasList.found,
      lead: found.length === 0 ? aliasList.foundNoneLead : undefined,
      aliases: await withChannels(deps, found),
      more,
      ifMore: aliasList.foundMore,
    });
  },
});
