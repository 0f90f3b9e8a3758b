import { noteCard, releaseCard } from '../../cards/index.ts';
import { handOf, mayBeShownHere, withChannel } from '../alias-seen.ts';
import type { Command } from '../turn.ts';
import { EXAMPLE_ALIAS, usageCard } from './usage.ts';

export const release: Command = {
  name: 'release',
  usage: 'release <alias>',
  description: 'Give an alias back that no AWS account needs any more; asks first.',
  places: ['personal', 'channel'],
  async run(turn, [address, ...reason]) {
    if (address === undefined) return usageCard(release.usage, `release ${EXAMPLE_ALIAS}`);
    const alias = await turn.parts.aliases.changeable(await handOf(turn), address);
    if (!mayBeShownHere(turn, alias)) {
      return noteCard(
        'Write to me in our own chat',
        'This channel does not own the alias. Open a chat with Rootdesk and write `release` and the address there.',
      );
    }
    const { quarantineDays } = turn.parts.policy;
    return releaseCard({ ...(await withChannel(turn, alias)), quarantineDays, reason: reason.join(' ') });
  },
};
