import { textOf } from '../teams/activity.ts';
import { drawReleaseQuestion } from '../turn/draw-alias.ts';
import type { Command } from '../turn/turn.ts';
import { aliasIn } from './address-in.ts';
import { EXAMPLE_ALIAS, usageCard } from './usage.ts';

export const release: Command = {
  name: 'release',
  usage: 'release <alias>',
  description: 'Give an alias back that no AWS account needs any more; asks first.',
  async run(turn, [word, ...reason]) {
    const address = aliasIn(word);
    if (address === undefined) return usageCard(release.usage, `release ${EXAMPLE_ALIAS}`);
    const grant = await turn.parts.rights.grant('release', turn.caller, address);
    const releasable = await turn.parts.aliases.releasable(grant);
    return drawReleaseQuestion(turn, releasable, { reason: textOf(reason, turn.mentioned) });
  },
};
