import type { Uses } from '../turn/bot-deps.ts';
import { drawReleaseQuestion } from '../turn/draw-question.ts';
import { textOf } from '../turn/spoken.ts';
import { ALIAS, furtherWords } from './argument.ts';
import { command } from './command.ts';

export const release = command({
  name: 'release',
  description: 'Give an alias back that no AWS account needs any more; asks first.',
  takes: { alias: ALIAS, reason: furtherWords('[reason]', 'Why, for the history of the alias.') },
  async run(
    deps: Uses<'rights' | 'aliases' | 'channels' | 'policy'>,
    { caller, mentioned },
    { alias, reason },
  ) {
    const grant = await deps.rights.grant('release', caller, alias);
    const releasable = await deps.aliases.releasable(grant);
    return drawReleaseQuestion(deps, releasable, { reason: textOf(reason, mentioned) });
  },
});
