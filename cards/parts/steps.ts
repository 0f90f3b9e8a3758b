import type { Handling, Reveal } from '../../src/mail/cases/handling.ts';
import type { Sentence } from '../runs.ts';
import { plain, say, type CardText } from '../text.ts';
import type { Texts } from '../texts/languages.ts';
import { nameOf } from './words.ts';
import { momentWords } from './moment.ts';

/** One thing that was done with a mail, by whom, and when. */
export type Step = { readonly said: Sentence; readonly when: CardText };
type Dated = Step & { readonly at: Date };

/** A card tells of the last ones, and of how many others; the history of the alias has them all. */
const STEPS_MOST = 20;

/** What was done with a mail for each of its aliases, in the order in which it was done; what was done for several at once is told once. */
export function stepsOf(texts: Texts, handlings: readonly (Handling | undefined)[]): readonly Step[] {
  const each = handlings.flatMap((handling) => (handling === undefined ? [] : stepsOfOne(texts, handling)));
  const once = new Map(each.map((step) => [JSON.stringify([step.said, step.when]), step]));
  const all = [...once.values()].toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const shown = all.slice(-STEPS_MOST).map(({ said, when }) => ({ said, when }));
  const earlier = all.length - shown.length;
  return earlier === 0 ? shown : [{ said: texts.steps.earlier({ earlier }), when: say`` }, ...shown];
}

function stepsOfOne(texts: Texts, handling: Handling): readonly Dated[] {
  const { steps } = texts;
  const { acknowledged, accountConfirmed, triaged, deadSince } = handling;
  const step = (said: Sentence, at: Date): Dated => stepAt(texts, said, at);
  return [
    ...(acknowledged === undefined
      ? []
      : [step(steps.acknowledged({ who: nameOf(texts, acknowledged.by) }), acknowledged.at)]),
    ...(accountConfirmed === undefined
      ? []
      : [step(steps.accountConfirmed({ who: nameOf(texts, accountConfirmed.by) }), accountConfirmed.at)]),
    ...(triaged === undefined ? [] : [step(triagedWords(texts, triaged), triaged.at)]),
    ...(deadSince === undefined ? [] : [step(steps.dead, deadSince)]),
    ...handling.reveals.flatMap((reveal) => datedSteps(texts, reveal)),
  ];
}

function triagedWords(texts: Texts, { by, address }: NonNullable<Handling['triaged']>): Sentence {
  const who = nameOf(texts, by);
  return address === ''
    ? texts.steps.notForUs({ who })
    : texts.steps.assigned({ who, alias: plain(address, 100) });
}

/** What came of a reveal that is told of already. */
export function revealSteps(texts: Texts, reveal: Reveal): readonly Step[] {
  return stepsAfterAsking(texts, reveal).map(({ said, when }) => ({ said, when }));
}

function datedSteps(texts: Texts, reveal: Reveal): readonly Dated[] {
  const { steps } = texts;
  const { wanted, state } = reveal;
  return [
    stepAt(texts, steps.wanted({ who: nameOf(texts, wanted.by) }), wanted.at),
    ...(state === 'wanted' ? [{ said: steps.unanswered, when: say``, at: wanted.at }] : []),
    ...stepsAfterAsking(texts, reveal),
  ];
}

function stepsAfterAsking(texts: Texts, reveal: Reveal): readonly Dated[] {
  const { steps } = texts;
  const { wanted, answered, shownAt, ended, state } = reveal;
  const owner = nameOf(texts, wanted.by);
  const answer = state === 'denied' ? steps.refused : steps.agreed;
  const step = (said: Sentence, at: Date): Dated => stepAt(texts, said, at);
  return [
    ...(answered === undefined ? [] : [step(answer({ who: nameOf(texts, answered.by) }), answered.at)]),
    ...(shownAt === undefined ? [] : [step(steps.shown({ who: owner }), shownAt)]),
    ...(ended === undefined ? [] : [step(steps.ended[ended.because], ended.at)]),
  ];
}

function stepAt(texts: Texts, said: Sentence, at: Date): Dated {
  return { said, when: say` · ${momentWords(texts, at)}`, at };
}
