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
  label: '<text>',
  meaning: 'The beginning of an address, account id, account name, owner’s address, team or channel.',
  example: 'payments',
  read({ words, mentioned }) {
    const [only = '', ...others] = words;
    const address = others.length === 0 ? addressIn(only) : undefined;
    const value = (address ?? textOf(words, mentioned)).slice(0, TEXT_MOST);
    return value === '' ? 'absent' : { value, rest: [] };
  },
};

const NOTHING =
  'Write the beginning of an address, account id, account name, owner’s address, team or channel. You find your own aliases and those of your teams; approvers find all.';

export const find = command({
  name: 'find',
  description: 'Find aliases by address, account id, account name, owner, team or channel.',
  takes: { text: TEXT },
  async run(deps: Uses<'rights' | 'aliases' | 'register' | 'channels'>, { caller }, { text }) {
    const { rights, aliases } = deps;
    const { aliases: found, more } = await aliases.find(await rights.grant('find', caller), text);
    const [only, second] = found;
    if (only !== undefined && second === undefined) {
      return drawAlias(deps, only, {
        title: 'One alias found',
        next: 'To see what happened to it, write `history` and the address.',
      });
    }
    return aliasListCard({
      title: found.length === 0 ? 'No alias found' : 'Aliases found',
      lead: found.length === 0 ? NOTHING : '',
      aliases: await withChannels(deps, found),
      more,
      ifMore: 'Write more of what you look for.',
    });
  },
});
