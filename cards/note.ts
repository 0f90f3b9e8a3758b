import { drawing, type Drawn } from './draw.ts';
import { runsOf, type Said } from './runs.ts';
import template from './templates/note.json' with { type: 'json' };
import type { Words } from './text.ts';
import type { Texts } from './texts/languages.ts';

const draw = drawing(template);

/** A short message. */
export function noteCard(texts: Texts, title: Words, said: Said): Drawn {
  return { card: draw(texts, { title, sentence: runsOf(said) }), summary: title };
}
