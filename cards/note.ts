import { drawing, type Drawn } from './draw.ts';
import template from './note.json' with { type: 'json' };
import { runsOf } from './runs.ts';

const draw = drawing(template);

/** A short message in Rootdesk's own words, with what people should type between backticks. */
export function noteCard(title: string, text: string): Drawn {
  return { card: draw({ title, sentence: runsOf(text) }), summary: title };
}
