import { aliasListCard, type Drawn } from '../../cards/index.ts';
import { textOf } from '../teams/activity.ts';
import { drawAlias, withChannels } from '../turn/draw-alias.ts';
import type { Command, Turn } from '../turn/turn.ts';
import { addressIn } from './address-in.ts';
import { usageCard } from './usage.ts';

/** Longer than any address, account name or channel name. */
const TEXT_MOST = 200;

export const find: Command = {
  name: 'find',
  usage: 'find <text>',
  description: 'Find aliases by address, account id, account name, owner, team or channel.',
  run(turn, words) {
    const [only = '', ...others] = words;
    const address = others.length === 0 ? addressIn(only) : undefined;
    return search(turn, (address ?? textOf(words, turn.mentioned)).slice(0, TEXT_MOST));
  },
};

async function search(turn: Turn, text: string): Promise<Drawn> {
  if (text === '') return usageCard(find.usage, 'find payments');
  const { rights, aliases } = turn.parts;
  const { aliases: seen, more } = await aliases.find(await rights.grant('find', turn.caller), text);
  const [only, second] = seen;
  if (only !== undefined && second === undefined) {
    return drawAlias(turn, only, {
      title: 'One alias found',
      next: 'To see what happened to it, write `history` and the address.',
    });
  }
  return aliasListCard({
    title: seen.length === 0 ? 'No alias found' : 'Aliases found',
    lead: seen.length === 0 ? NOTHING : '',
    aliases: await withChannels(turn, seen),
    more,
    ifMore: 'Write more of what you look for.',
  });
}

const NOTHING =
  'Write the beginning of an address, account id, account name, owner’s address, team or channel. You find your own aliases and those of your teams; approvers find all.';
