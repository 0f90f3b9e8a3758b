import { drawing, type Drawn } from './draw.ts';
import type { Problem } from './parts/banner.ts';
import { withNextSteps } from './parts/next-steps.ts';
import { runsOf } from './runs.ts';
import template from './templates/problem.json' with { type: 'json' };
import { plain } from './text.ts';
import type { Texts } from './texts/languages.ts';

const draw = drawing(template);

/** A refusal or failure. `reference` is the number under which the log has the details; empty for plain refusals. */
export function problemCard(texts: Texts, { message, remedy }: Problem, reference = ''): Drawn {
  const { refused, failed, summary } = texts.problem;
  const card = draw(texts, {
    style: reference === '' ? 'warning' : 'attention',
    title: reference === '' ? refused : failed,
    message: runsOf(message),
    hasRemedy: remedy.length > 0,
    remedy: runsOf(remedy),
    reference: plain(reference, 60),
  });
  return withNextSteps(texts, { card, summary }, ['help']);
}
