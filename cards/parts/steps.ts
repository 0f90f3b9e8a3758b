import type { Handling, Reveal } from '../../src/mail/cases/handling.ts';
import type { Sentence } from '../runs.ts';
import { plain, say, type CardText } from '../text.ts';
import type { Texts } from '../texts/languages.ts';
import { nameOf } from './words.ts';
import { momentWords } from './moment.ts';

/** One thing that was done with a mail, by whom, and when. */
export type Step = { readonly said: Sentence; readonly when: CardText };

/** So many reveals a card tells of; all of them are in the audit. */
const REVEALS_MOST = 3;

/** What was done with a mail, in the order in which it was done. */
export function stepsOf(texts: Texts, handling: Handling | undefined): readonly Step[] {
  if (handling === undefined) return [];
  const { steps } = texts;
  const { acknowledged, accountConfirmed, triaged, deadSince } = handling;
  const step = (said: Sentence, at: Date): Step => stepAt(texts, said, at);
  return [
    ...(acknowledged === undefined
      ? []
      : [step(steps.acknowledged({ who: nameOf(texts, acknowledged.by) }), acknowledged.at)]),
    ...(accountConfirmed === undefined
      ? []
      : [step(steps.accountConfirmed({ who: nameOf(texts, accountConfirmed.by) }), accountConfirmed.at)]),
    ...(triaged === undefined ? [] : [step(triagedWords(texts, triaged), triaged.at)]),
    ...(deadSince === undefined ? [] : [step(steps.dead, deadSince)]),
    ...handling.reveals.slice(-REVEALS_MOST).flatMap((reveal) => revealSteps(texts, reveal)),
  ];
}

function triagedWords(texts: Texts, { by, address }: NonNullable<Handling['triaged']>): Sentence {
  const who = nameOf(texts, by);
  return address === ''
    ? texts.steps.notForUs({ who })
    : texts.steps.assigned({ who, alias: plain(address, 100) });
}

/** The steps of one reveal. */
export function revealSteps(texts: Texts, reveal: Reveal): readonly Step[] {
  const { steps } = texts;
  const { wanted, answered, shownAt, ended, state } = reveal;
  const owner = nameOf(texts, wanted.by);
  const answer = state === 'denied' ? steps.refused : steps.agreed;
  const step = (said: Sentence, at: Date): Step => stepAt(texts, said, at);
  return [
    step(steps.wanted({ who: owner }), wanted.at),
    ...(state === 'wanted' ? [{ said: steps.unanswered, when: say`` }] : []),
    ...(answered === undefined ? [] : [step(answer({ who: nameOf(texts, answered.by) }), answered.at)]),
    ...(shownAt === undefined ? [] : [step(steps.shown({ who: owner }), shownAt)]),
    ...(ended === undefined ? [] : [step(steps.ended[ended.because], ended.at)]),
  ];
}

function stepAt(texts: Texts, said: Sentence, at: Date): Step {
  return { said, when: say` · ${momentWords(texts, at)}` };
}
