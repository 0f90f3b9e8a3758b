import type { Uses } from '../turn/bot-deps.ts';
import { drawReleaseQuestion } from '../turn/draw-question.ts';
import { textOf } from '../turn/spoken.ts';
import { ALIAS, furtherWords } from './argument.ts';
import { command } from './command.ts';

export const release = command({
  name: 'release',
  takes: { alias: ALIAS, reason: furtherWords((texts) => texts.arguments.reason) },
  async run(deps: Uses<'rights' | 'aliases' | 'channels' | 'policy'>, turn, { alias, reason }) {
    const grant = await deps.rights.grant('release', turn.caller, alias);
    const releasable = await deps.aliases.releasable(grant);
    return drawReleaseQuestion(turn, deps, releasable, { reason: textOf(reason, turn.mentioned) });
  },
});
