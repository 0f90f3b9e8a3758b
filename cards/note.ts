import { drawing, type Drawn } from './draw.ts';
import template from './note.json' with { type: 'json' };
import { runsOf } from './runs.ts';
import { withoutMarkup } from './text.ts';

const draw = drawing(template);

/** A short message in Rootdesk's own words, with what people should type between backticks. */
export function noteCard(title: string, text: string): Drawn {
  const words = withoutMarkup(title, 100);
  return { card: draw({ title: words, sentence: runsOf(text) }), summary: words };
}
