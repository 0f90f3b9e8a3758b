import { noteCard, whyRetired, type Drawn } from '../../cards/index.ts';
import { Refusal } from '../../src/aliases/errors.ts';
import { isReleased, isResting } from '../../src/aliases/states.ts';
import type { Grant } from '../../src/rights/grant.ts';
import { drawAlias, drawReleaseQuestion, questionSubject } from '../turn/draw-alias.ts';
import { problemOnCard } from '../turn/explain.ts';
import type { ActionAnswer, CardAction, Turn } from '../turn/turn.ts';
import { REASON_MOST, textIn } from './card-data.ts';

export const releaseAlias: CardAction = async (turn, input) => {
  const grant = await turn.parts.rights.grant('release-alias', turn.caller, textIn(input, 'aliasId'));
  const reason = textIn(input, 'reason').slice(0, REASON_MOST);
  try {
    return await drawReleased(turn, await turn.parts.aliases.release(grant, reason));
  } catch (error) {
    return refused(turn, await grant.again(), reason, error);
  }
};

export const keepAlias: CardAction = async (turn, input) => {
  // Who may not release it may not put the question aside either.
  const grant = await turn.parts.rights.grant('keep-alias', turn.caller, textIn(input, 'aliasId'));
  const drawn = await drawAlias(turn, grant, {
    title: 'Nothing was changed',
    lead: 'The alias stays as it is.',
  });
  return { drawn, copyOf: questionSubject(grant), forGood: true };
};

async function refused(
  turn: Turn,
  grant: Grant<'release-alias'>,
  reason: string,
  error: unknown,
): Promise<ActionAnswer> {
  // The same click, sent twice, or somebody who was faster.
  if (isReleased(grant.subject)) return drawReleased(turn, grant);
  if (error instanceof Refusal && error.code === 'alias-not-allotted') throw error;
  const problem = problemOnCard(turn, error);
  return { drawn: await drawReleaseQuestion(turn, grant, { reason, problem }), refused: true };
}

async function drawReleased(turn: Turn, grant: Grant<'release-alias'>): Promise<ActionAnswer> {
  return { drawn: await releasedCard(turn, grant), copyOf: questionSubject(grant), forGood: true };
}

async function releasedCard(turn: Turn, grant: Grant<'release-alias'>): Promise<Drawn> {
  if (!grant.isShownHere) return noteCard('The alias is released', 'It cannot be taken back.');
  return drawAlias(turn, grant, {
    title: 'The alias is released',
    lead: isResting(grant.subject)
      ? 'No AWS account was ever bound to it, so it is free for others after a rest.'
      : `${whyRetired(grant.subject)}, so it is retired: nobody ever gets it again.`,
    next: 'Mail that still comes to it is posted as before.',
  });
}
