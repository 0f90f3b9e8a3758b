import { historyCard } from '../../cards/index.ts';
import { Refusal } from '../../src/aliases/errors.ts';
import { visibleTo, withChannel } from '../alias-seen.ts';
import type { Command } from '../turn.ts';
import { EXAMPLE_ALIAS, onlyInChat, usageCard } from './usage.ts';

export const history: Command = {
  name: 'history',
  usage: 'history <alias>',
  description: 'Show who did what with an alias, when and why.',
  places: ['personal'],
  async run(turn, [address]) {
    if (turn.place.kind !== 'personal') return onlyInChat('history');
    if (address === undefined) return usageCard(history.usage, `history ${EXAMPLE_ALIAS}`);
    const { alias, entries } = await turn.parts.aliases.history(address);
    const [visible] = await visibleTo(turn, [alias]);
    if (visible === undefined) throw new Refusal('alias-not-yours', 'This alias belongs to another team.');
    return historyCard({ ...(await withChannel(turn, alias)), entries });
  },
};
