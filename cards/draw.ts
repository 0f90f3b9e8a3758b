import { Template } from 'adaptivecards-templating';
import { assemble } from './parts/assemble.ts';
import type { Style } from './parts/words.ts';
import type { Font, Size, Weight } from './runs.ts';
import { holdsTime, inertPieces, inertWhole, shortened, type CardText, type Words } from './text.ts';
import { english, type Texts } from './texts/languages.ts';

/** An Adaptive Card as JSON, ready to be attached. */
export type Card = Readonly<Record<string, unknown>>;

/** A card with the sentence that is in the notification; the sentence never holds words of people or strangers. */
export interface Drawn {
  readonly card: Card;
  readonly summary: Words;
}

/** What a template may be given. Every field that it names must be there: a missing one would be printed as `${name}`. */
export type Fields = {
  readonly [name: string]: CardText | Style | Font | Weight | Size | boolean | number | readonly Fields[];
};

/**
 * Makes the drawing function of one template, which is put together once for each language.
 *
 * It is expanded once with the fields as data: a `${…}` in the data stays the text it is.
 * @throws {TypeError} for a part or a text that does not exist
 */
export function drawing(template: object): (texts: Texts, fields: Fields) => Card {
  const inEnglish = new Template(assemble(template, english));
  const byLanguage = new Map([[english, inEnglish]]);
  return (texts, fields) => {
    const prepared = byLanguage.get(texts) ?? new Template(assemble(template, texts));
    byLanguage.set(texts, prepared);
    const filled: unknown = prepared.expand({ $root: fields });
    for (const longest of LONGEST_RUNS) {
      const card = withInertTexts(filled, { longest, splits: SPLITS_MOST });
      if (!isCard(card)) throw new TypeError('the template is not a card');
      if (Buffer.byteLength(JSON.stringify(card)) < CARD_BYTES_MOST) return card;
    }
    throw new RangeError('the template leaves no room for text');
  };
}

/** Teams takes messages of 28 KB, with what is around the card: its summary, and the buttons for what comes next. */
const CARD_BYTES_MOST = 26_500;
/** How long a run may be; less where all of them together are too much. */
const LONGEST_RUNS = [Number.POSITIVE_INFINITY, 400, 200, 100, 50];
/** Each run that is split repeats its looks; more of them would make a card too large. */
const SPLITS_MOST = 20;

interface Room {
  readonly longest: number;
  splits: number;
}

/** What Teams draws. Values of fields, ids and the data of buttons come back to Rootdesk, and stay what they are. */
const DRAWN = new Set(['text', 'title', 'label', 'placeholder']);

/**
 * No text of the card is evaluated: in a line of runs it is split where it would be, and can be copied as it was written;
 * elsewhere an invisible character is between.
 */
function withInertTexts(part: unknown, room: Room): unknown {
  if (Array.isArray(part)) return part.flatMap((each) => inertRuns(each, room));
  if (typeof part !== 'object' || part === null) return part;
  const inert: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(part)) {
    inert[name] =
      typeof value === 'string' && DRAWN.has(name) ? inertWhole(value) : withInertTexts(value, room);
  }
  return inert;
}

function inertRuns(item: unknown, room: Room): readonly unknown[] {
  if (!isTextRun(item)) return [withInertTexts(item, room)];
  return splitRun(withoutDefaults(item), room);
}

function splitRun(item: TextRun, room: Room): readonly unknown[] {
  const whole = holdsTime(item.text) ? item.text : shortened(item.text, room.longest);
  const pieces = inertPieces(whole);
  if (pieces.length > 1 + room.splits) return [{ ...item, text: inertWhole(whole) }];
  room.splits -= pieces.length - 1;
  return pieces.map((text) => ({ ...item, text }));
}

interface TextRun {
  readonly text: string;
  readonly fontType?: string;
  readonly weight?: string;
  readonly size?: string;
}

/** What a run looks like anyway need not be said: there may be hundreds of them in 28 KB. */
function withoutDefaults({ fontType, weight, size, ...run }: TextRun): TextRun {
  return {
    ...run,
    ...(size === undefined || size === 'Default' ? {} : { size }),
    ...(fontType === undefined || fontType === 'Default' ? {} : { fontType }),
    ...(weight === undefined || weight === 'Default' ? {} : { weight }),
  };
}

function isTextRun(value: unknown): value is TextRun {
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
