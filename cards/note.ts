import { drawing, type Drawn } from './draw.ts';
import { withNextSteps, type NextStep } from './parts/next-steps.ts';
import { runsOf, type Said } from './runs.ts';
import template from './templates/note.json' with { type: 'json' };
import type { Words } from './text.ts';
import type { Texts } from './texts/languages.ts';

const draw = drawing(template);

/** A short message, with what to do next. */
export function noteCard(
  texts: Texts,
  title: Words,
  said: Said,
  steps: readonly NextStep[] = ['help'],
): Drawn {
  const drawn = { card: draw(texts, { title, sentence: runsOf(said) }), summary: title };
  return withNextSteps(texts, drawn, steps);
}
