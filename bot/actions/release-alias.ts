import { noteCard, whyRetired, type Drawn } from '../../cards/index.ts';
import { REASON_MOST } from '../../src/store/audit-fact.ts';
import { Refusal } from '../../src/store/refusal.ts';
import { isReleased, isResting } from '../../src/aliases/states.ts';
import type { Grant } from '../../src/rights/grant.ts';
import type { Uses } from '../turn/bot-deps.ts';
import { drawAlias } from '../turn/draw-alias.ts';
import { drawReleaseQuestion, questionSubject } from '../turn/draw-question.ts';
import { problemOnCard } from '../turn/explain.ts';
import type { Turn } from '../turn/turn.ts';
import type { ActionAnswer, CardAction } from './card-action.ts';
import { textIn } from './card-data.ts';

type ReleaseUses = Uses<'rights' | 'aliases' | 'channels' | 'policy'>;

export const releaseAlias: CardAction = async (deps, turn, input) => {
  const grant = await deps.rights.grant('release-alias', turn.caller, textIn(input, 'aliasId'));
  const reason = textIn(input, 'reason').slice(0, REASON_MOST);
  try {
    return await drawReleased(turn, deps, await deps.aliases.release(grant, reason));
  } catch (error) {
    return refused(deps, turn, await grant.again(), reason, error);
  }
};

export const keepAlias: CardAction = async (deps, turn, input) => {
  // Who may not release it may not put the question aside either.
  const grant = await deps.rights.grant('keep-alias', turn.caller, textIn(input, 'aliasId'));
  const drawn = await drawAlias(turn, deps, grant, {
    title: turn.texts.answers.nothingChanged,
    lead: turn.texts.answers.aliasStays,
  });
  return { drawn, copyOf: questionSubject(grant), answered: grant };
};

async function refused(
  deps: ReleaseUses,
  turn: Turn,
  grant: Grant<'release-alias'>,
  reason: string,
  error: unknown,
): Promise<ActionAnswer> {
  // The same click, sent twice, or somebody who was faster.
  if (isReleased(grant.subject)) return drawReleased(turn, deps, grant);
  if (error instanceof Refusal && error.code === 'alias-not-allotted') throw error;
  const problem = problemOnCard(turn, error);
  const drawn = await drawReleaseQuestion(turn, deps, grant, { reason, problem });
  return { drawn, refused: { problem, reference: '' } };
}

async function drawReleased(
  turn: Turn,
  deps: Uses<'channels'>,
  grant: Grant<'release-alias'>,
): Promise<ActionAnswer> {
  return { drawn: await releasedCard(turn, deps, grant), copyOf: questionSubject(grant), answered: grant };
}

async function releasedCard(
  turn: Turn,
  deps: Uses<'channels'>,
  grant: Grant<'release-alias'>,
): Promise<Drawn> {
  const { texts } = turn;
  const { released, releasedForGood, releasedRests, releasedNext } = texts.answers;
  if (!grant.isShownHere) return noteCard(texts, released, releasedForGood);
  return drawAlias(turn, deps, grant, {
    title: released,
    lead: isResting(grant.subject) ? releasedRests : whyRetired(texts, grant.subject),
    next: releasedNext,
  });
}
