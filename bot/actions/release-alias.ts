import { noteCard, whyRetired, type Drawn } from '../../cards/index.ts';
import { Refusal } from '../../src/store/refusal.ts';
import { isReleased, isResting } from '../../src/aliases/states.ts';
import type { Grant } from '../../src/rights/grant.ts';
import type { Uses } from '../turn/bot-deps.ts';
import { drawAlias } from '../turn/draw-alias.ts';
import { drawReleaseQuestion, questionSubject, REASON_MOST } from '../turn/draw-question.ts';
import { problemOnCard } from '../turn/explain.ts';
import type { Turn } from '../turn/turn.ts';
import type { ActionAnswer } from './card-action.ts';
import { textIn } from './card-data.ts';

type ReleaseUses = Uses<'rights' | 'aliases' | 'channels' | 'policy'>;

export async function releaseAlias(deps: ReleaseUses, turn: Turn, input: unknown): Promise<ActionAnswer> {
  const grant = await deps.rights.grant('release-alias', turn.caller, textIn(input, 'aliasId'));
  const reason = textIn(input, 'reason').slice(0, REASON_MOST);
  try {
    return await drawReleased(deps, await deps.aliases.release(grant, reason));
  } catch (error) {
    return refused(deps, turn, await grant.again(), reason, error);
  }
}

export async function keepAlias(
  deps: Uses<'rights' | 'channels'>,
  turn: Turn,
  input: unknown,
): Promise<ActionAnswer> {
  // Who may not release it may not put the question aside either.
  const grant = await deps.rights.grant('keep-alias', turn.caller, textIn(input, 'aliasId'));
  const drawn = await drawAlias(deps, grant, {
    title: 'Nothing was changed',
    lead: 'The alias stays as it is.',
  });
  return { drawn, copyOf: questionSubject(grant), forGood: true };
}

async function refused(
  deps: ReleaseUses,
  turn: Turn,
  grant: Grant<'release-alias'>,
  reason: string,
  error: unknown,
): Promise<ActionAnswer> {
  // The same click, sent twice, or somebody who was faster.
  if (isReleased(grant.subject)) return drawReleased(deps, grant);
  if (error instanceof Refusal && error.code === 'alias-not-allotted') throw error;
  const problem = problemOnCard(turn, error);
  return { drawn: await drawReleaseQuestion(deps, grant, { reason, problem }), refused: true };
}

async function drawReleased(deps: Uses<'channels'>, grant: Grant<'release-alias'>): Promise<ActionAnswer> {
  return { drawn: await releasedCard(deps, grant), copyOf: questionSubject(grant), forGood: true };
}

async function releasedCard(deps: Uses<'channels'>, grant: Grant<'release-alias'>): Promise<Drawn> {
  if (!grant.isShownHere) return noteCard('The alias is released', 'It cannot be taken back.');
  return drawAlias(deps, grant, {
    title: 'The alias is released',
    lead: isResting(grant.subject)
      ? 'No AWS account was ever bound to it, so it is free for others after a rest.'
      : `${whyRetired(grant.subject)}, so it is retired: nobody ever gets it again.`,
    next: 'Mail that still comes to it is posted as before.',
  });
}
