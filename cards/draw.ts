import { Template } from 'adaptivecards-templating';
import { inertPieces, inertWhole, type CardText, type Words } from './text.ts';
import type { Color, Font, Style } from './words.ts';

/** An Adaptive Card as JSON, ready to be attached. */
export type Card = Readonly<Record<string, unknown>>;

/** A card with the sentence that stands in the notification; the sentence never holds words of people or strangers. */
export interface Drawn {
  readonly card: Card;
  readonly summary: Words;
}

/** What a template may be given. Every field that it names must be there: a missing one would be printed as `${name}`. */
export type Fields = {
  readonly [name: string]: CardText | Style | Color | Font | boolean | readonly Fields[];
};

/**
 * Makes the drawing function of one template.
 *
 * The template is expanded once with the fields as data: a `${…}` in the data stays the text it is.
 */
export function drawing(template: object): (fields: Fields) => Card {
  const prepared = new Template(template);
  return (fields) => {
    const card: unknown = withInertTexts(prepared.expand({ $root: fields }), { splits: SPLITS_MOST });
    if (!isCard(card)) throw new TypeError('the template is not a card');
    return card;
  };
}

/** Each run that is split repeats its looks; more of them would make a card too large. */
const SPLITS_MOST = 20;

/** What Teams draws. Values of fields, ids and the data of buttons come back to Rootdesk, and stay what they are. */
const DRAWN = new Set(['text', 'title', 'label', 'placeholder']);

/**
 * No text of the card is evaluated: in a line of runs it is split where it would be, and can be copied as it was written;
 * elsewhere an invisible character stands between.
 */
function withInertTexts(part: unknown, budget: { splits: number }): unknown {
  if (Array.isArray(part)) return part.flatMap((each) => inertRuns(each, budget));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' && DRAWN.has(name) ? inertWhole(value) : withInertTexts(value, budget),
    ]),
  );
}

function inertRuns(item: unknown, budget: { splits: number }): readonly unknown[] {
  if (!isTextRun(item)) return [withInertTexts(item, budget)];
  const pieces = inertPieces(item.text);
  if (pieces.length > 1 + budget.splits) return [withInertTexts(item, budget)];
  budget.splits -= pieces.length - 1;
  return pieces.map((text) => ({ ...item, text }));
}

function isTextRun(value: unknown): value is { readonly text: string } {
  return (
    isObject(value) &&
    'type' in value &&
    value.type === 'TextRun' &&
    'text' in value &&
    typeof value.text === 'string'
  );
}

function isCard(value: unknown): value is Card {
  return isObject(value) && 'type' in value && value.type === 'AdaptiveCard';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
