import { drawing, type Drawn } from './draw.ts';
import template from './note.json' with { type: 'json' };

const draw = drawing(template);

/** A short message in Rootdesk's own words; never give it text of people. */
export function noteCard(title: string, text: string): Drawn {
  return { card: draw({ title, text }), summary: title };
}
