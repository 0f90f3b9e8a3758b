declare const inert: unique symbol;
declare const unmarked: unique symbol;

/**
 * What may be put into a card: words of people and strangers, cleaned and cut here, or Rootdesk's own by {@link say}. The compiler
 * takes no plain string instead, and only this file makes one into the other.
 */
export type CardText = string & { readonly [inert]: true };

/** Text without markup, which may also be where Teams reads Markdown: in a TextBlock, in a notification. */
export type Words = CardText & { readonly [unmarked]: true };

/**
 * What no reader can see and every forger likes: control characters, bidirectional and zero-width formatting, fillers and
 * variation selectors (default ignorable), lone surrogates, private use, line and paragraph separators, noncharacters.
 */
const UNPRINTABLE =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/;
/** With the blank pattern of Braille, which is drawn as a space and is none. */
const WHITE_SPACE = /[\t\n\v\f\r\u2028\u2029\u2800]/g;
/** No script stacks more than five marks on a letter; text that does so is drawn over the lines around it. */
const STACKED_MARKS = /([\p{Mn}\p{Me}]{5})[\p{Mn}\p{Me}]+/gu;
/** Without a letter of its own, a mark is drawn over what is before it. */
const LEADING_MARKS = /^[\p{Mn}\p{Me}\s]+/u;

/** Text of people and strangers on one line: printable characters only, at most `most` UTF-16 units, cut with an ellipsis. */
export function plain(text: string, most: number): CardText {
  return seal(isolated(cleaned(text, most)));
}

function cleaned(text: string, most: number): string {
  // Cutting before cleaning keeps a megabyte of subject from being searched; four times leaves room for what is stripped.
  const near = text.slice(0, most * 4);
  return cut(clean(near), most, near.length < text.length);
}

/** The same line by line, blank lines left out; what does not fit in `mostLines` is joined onto the last line. */
export function plainLines(text: string, most: number, mostLines: number): readonly CardText[] {
  return cleanedLines(text, most, mostLines).map((line) => seal(isolated(line)));
}

function cleanedLines(text: string, most: number, mostLines: number): readonly string[] {
  const near = text.slice(0, most * 4);
  const lines = near
    .split(LINE_BREAK)
    .map(clean)
    .filter((line) => line !== '');
  const folded =
    lines.length > mostLines
      ? [...lines.slice(0, mostLines - 1), lines.slice(mostLines - 1).join(' ')]
      : lines;
  return withinTotal(folded, most, near.length < text.length);
}

/** Text for an input field that was filled in before: line breaks stay, the rest as in {@link plain}. */
export function typed(text: string, most: number): CardText {
  return seal(cleanedLines(text, most, Number.POSITIVE_INFINITY).join('\n'));
}

/** Written from right to left, with everything of no direction that is between: digits, dots, brackets. */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u;
/** https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates */
const ISOLATE = '\u2068';
const END_OF_ISOLATE = '\u2069';

/** What is around a name from right to left, a time for instance, keeps its own order. */
function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `${ISOLATE}${text}${END_OF_ISOLATE}` : text;
}

/** The same where the end was cut off. */
function closed(text: string): string {
  const open = text.split(ISOLATE).length - text.split(END_OF_ISOLATE).length;
  return `${text}${END_OF_ISOLATE.repeat(Math.max(0, open))}`;
}

/** What Markdown, mentions and links are written with. */
const MARKUP = /[*_~`[\]()<>&\\#|!{}]|:\/\/|www\./gi;
/** A list, a rule or a heading is made by how a line begins. */
const LEADING_MARKUP = /^(?:[-+=\s]|\d+[.)](?=\s|$))+/;

/** {@link plain} without anything that could be read as markup; for a name in a mention, and for titles. */
export function withoutMarkup(text: string, most: number): Words {
  return sealWords(isolated(cleaned(text, most).replaceAll(MARKUP, ' ').replace(LEADING_MARKUP, '').trim()));
}

/** An id of ours in the data of a button, or a link: never shown, and given back as it is. */
export function exactly(id: string, most = 512): CardText {
  return seal(/^[\x21-\x7e]*$/.test(id) && id.length <= most ? id : '');
}

/** Rootdesk's own words; what is between them is inert already. */
export function say(own: TemplateStringsArray, ...between: readonly (Words | number)[]): Words;
export function say(own: TemplateStringsArray, ...between: readonly (CardText | number)[]): CardText;
export function say(own: TemplateStringsArray, ...between: readonly (CardText | number)[]): CardText {
  return seal(String.raw({ raw: own }, ...between));
}

/** A message of `texts`, with values in it that are inert; for `texts/message.ts` alone, which sees to that. */
export function ownWords(message: string): Words {
  return sealWords(message);
}

/** The texts that are not empty, one after the other. */
export function joined(
  parts: readonly (CardText | undefined)[],
  between: ' ' | ', ' | ' · ' | ' › ' | ' → ',
): CardText {
  return seal(parts.filter((part) => part !== undefined && part !== '').join(between));
}

export function splitAt(text: CardText, separator: string): readonly CardText[] {
  return text.split(separator).map(seal);
}

/** The longest beginning of a text that has so many bytes in a message at most. */
export function beginningOf(text: CardText, most: number): CardText {
  let part = '';
  let left = most - bytesInMessage(`…${END_OF_ISOLATE}`);
  for (const character of text) {
    left -= bytesInMessage(character === '{' ? '{{' : character);
    if (left < 0) break;
    part += character;
  }
  return seal(part === '' ? '' : closed(`${part}…`));
}

/**
 * Teams evaluates `{{DATE(…)}}` and `{{TIME(…)}}` wherever it draws text, in a TextRun too, and no escape is documented
 * (https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features). So two braces never stand together in one text
 * unless they are ours.
 */
const BETWEEN_BRACES = /(?<=\{)(?=\{)/g;
/** Seen by nobody, and known to every client as no place for a line break. */
const WORD_JOINER = '\u2060';

/** Private characters, which nobody else's text keeps: they become braces when everybody else's are broken. */
const OUR_OPENING = '\uE000';
const OUR_CLOSING = '\uE001';

/** A day or a time of day, which every reader sees in their own language and time zone. */
export function localized(what: 'DATE' | 'TIME', at: Date): Words {
  const second = at.toISOString().replace(/\.\d+/, '');
  return sealWords(`${OUR_OPENING}${what}(${second}${what === 'DATE' ? ', SHORT' : ''})${OUR_CLOSING}`);
}

/** Most texts have none, and need nothing. */
const BRACES = new RegExp(`[{${OUR_OPENING}${OUR_CLOSING}]`);

/** The pieces of a text, none of which holds two opening braces that are not ours. */
export function inertPieces(text: string): readonly string[] {
  if (!BRACES.test(text)) return [text];
  return text.split(BETWEEN_BRACES).map(withOurBraces);
}

/** The same as one text, for places that cannot hold several. */
export function inertWhole(text: string): string {
  if (!BRACES.test(text)) return text;
  return withOurBraces(text.replaceAll(BETWEEN_BRACES, WORD_JOINER));
}

function withOurBraces(text: string): string {
  return text.replaceAll(OUR_OPENING, '{{').replaceAll(OUR_CLOSING, '}}');
}

/** What a text weighs in a message: UTF-8, with the escapes of JSON and what makes it inert, and without quotes. */
export function bytesInMessage(text: string): number {
  return Buffer.byteLength(JSON.stringify(inertWhole(text))) - 2;
}

/** Most lines are such: nothing in them is to be cleaned. */
const PRINTABLE = /^[\x20-\x7e]*$/;

function clean(line: string): string {
  if (PRINTABLE.test(line)) return line.trim();
  return line
    .replaceAll(WHITE_SPACE, ' ')
    .replaceAll(UNPRINTABLE, '')
    .replaceAll(STACKED_MARKS, '$1')
    .replace(LEADING_MARKS, '')
    .trim();
}

function withinTotal(lines: readonly string[], most: number, more: boolean): readonly string[] {
  const kept: string[] = [];
  let left = most;
  for (const line of lines) {
    if (left <= 0) break;
    kept.push(cut(line, left, false));
    left -= line.length;
  }
  const whole = kept.length === lines.length && left >= 0;
  const last = kept.at(-1);
  if (whole && more && last !== undefined && !last.endsWith('…')) kept[kept.length - 1] = `${last}…`;
  return kept;
}

function cut(text: string, most: number, more: boolean): string {
  return text.length <= most && more ? `${text}…` : shortened(text, most);
}

/** At most so many UTF-16 units of a text, with a mark where there are more. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  // A pair of surrogates that straddles the limit goes as a whole, and so does a time.
  const kept = text
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/\uE000[^\uE001]*$/, '')
    .trimEnd();
  return closed(`${kept}…`);
}

/** {@link shortened} for a text that is inert already, with our times in it. */
export function within(text: CardText, most: number): CardText {
  return seal(shortened(text, most));
}

/** A text in which Rootdesk tells a time. */
export function holdsTime(text: string): boolean {
  return text.includes(OUR_OPENING);
}

function seal(text: string): CardText {
  assertInert(text);
  return text;
}

function sealWords(text: string): Words {
  assertUnmarked(text);
  return text;
}

function assertInert(_text: string): asserts _text is CardText {}
function assertUnmarked(_text: string): asserts _text is Words {}
