import { isCodeNumber, isWrittenAsCode, numbersIn, tokensIn, type Token } from './code-tokens.ts';
import {
  MAY_FOLLOW,
  MAY_PRECEDE,
  OF_A_PAPER,
  OTHER_CODES,
  PASSWORD_WORDS,
  STEMS,
  STRONG_WORDS,
  TYPED,
  WARNS,
  WEAK_WORDS,
} from './code-words.ts';

/** Letters alone count only directly behind the words that give them away. */
const LETTERS =
  /^(?:\s*(?:is|lautet|est|es|e|は))?\s*[:：=-]?\s*([A-Z]{4,12}(?:-[A-Z]{3,6}){0,3})\b(?![a-z])/;

/** Whatever is behind the words and a colon on a line that is short, is the code, however it is written. */
const GIVEN =
  /^(?:\s*\([^()\n]{1,20}\))?(?:\s*(?:is|lautet|est|es|è|é|は))?\s?(?:[:：=]\s{0,3}(?!\p{L}{2,} \p{L}+ \p{L}+)[^\s[]|[,;|]\s?\d)[^\n]{1,50}(?:\n|$)/iu;

/** Most code words that are followed up in one mail. */
const WORDS_MOST = 400;

/** How far around a stem is read; cells and blocks leave a lot of white space between the digits of one code. */
const WINDOW_BEFORE = 1_500;
const WINDOW_AFTER = 4_000;

export interface CodeReading {
  /** Whether it gives a code away: a code-like token close to words that announce one. */
  gives(): boolean;
  /** Whether it is more than the word "code" that says so, which is beside product codes and postal codes too. */
  givesSurely(): boolean;
  /** Whether anything that could be a code is beside a word for any code, however short it is. */
  hints(): boolean;
  /** Whether something that could be a code is anywhere near the word "code". */
  mayGive(): boolean;
  /** Whether it speaks of a code to be used, and not only warns of those who ask for one. */
  announces(): boolean;
}

/**
 * Looks for the places where a text speaks of codes.
 *
 * @param text looked-through text (look-through.ts)
 */
export function readForCodes(text: string): CodeReading {
  const places = windows(text).map(([start, end]): Stretch => {
    const near = singleSpaced(text.slice(start, end));
    return { text: near, lower: foldKeepingLength(near) };
  });
  let surely: boolean | undefined;
  const isSure = (): boolean => (surely ??= places.some(givesSurely));
  return {
    gives: () => isSure() || places.some(mayGiveCode),
    givesSurely: isSure,
    hints: () =>
      places.some(({ text: near, lower }) => announces(near, lower, WEAK_WORDS, WEAK_REACH, () => true)),
    mayGive: () => places.some((place) => tokensIn(place.text).next().done !== true),
    announces: () => places.some(announcesCode),
  };
}

function announcesCode({ lower }: Stretch): boolean {
  return firstMatches(lower, STRONG_WORDS).some(({ index, 0: words }) => {
    const [start, end] = sentenceAround(lower, index, index + words.length);
    return !words.endsWith('s') && !WARNS.test(lower.slice(start, end));
  });
}

/** The first WORDS_MOST, without looking for the others. */
function firstMatches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (const match of text.matchAll(pattern)) if (found.push(match) === WORDS_MOST) break;
  return found;
}

/** Words that point at what was spoken of before; folded. */
const POINTS_AT =
  /^\s*(?:it|this|that|here|yours|das|er|sie|es|hier|diese[rs]?|c'est|il|le|voici|este|esta|aqui|ecco|questo)\b|^\s*(?:これ|こちら|以下)/;
/** Six digits with a line to themselves, in groups of three or two. */
const LONELY = /^[^\p{L}\p{N}\n]{0,40}(\d{3}[ -]?\d{3}|\d\d([ .·/-])\d\d\2\d\d)[^\p{L}\p{N}\n]{0,40}$/gmu;
/** A sentence of hardly more than the number: "It is 482913." */
const MOST_WORDS_BESIDE = 3;
const READ = 20_000;

/** Some digits of which a text with any such code has some: most have none, and need not be taken apart. */
const SIX_DIGITS =
  /(?<!\d)(?:\d{3}(?:[^\S\n]+|-)?\d{3,5}|\d\d(?:[^\S\n]+|[.·/-])\d\d(?:[^\S\n]+|[.·/-])\d\d)(?!\d)/;
const LIKE_SIX = /^\d{3}[ -]?\d{3,5}$/;

/**
 * Whether there is a code without a word for it: six digits have a line to themselves, are to be typed, or are nearly alone in a
 * sentence behind words for a code.
 */
export function hasLooseCode(text: string): boolean {
  const read = text.slice(0, READ);
  if (!SIX_DIGITS.test(read)) return false;
  const cells = cellsOf(read);
  const lonely = [...cells.matchAll(LONELY)];
  if (lonely.some(({ index, 1: digits = '' }) => isCodeNumber(cells, index, digits))) return true;
  const narrow = singleSpaced(read);
  const numbers = [...numbersIn(narrow, LIKE_SIX)];
  if (numbers.length === 0) return false;
  const lower = foldKeepingLength(narrow);
  const announced = lower.search(STRONG_WORDS);
  return numbers.some((number) => isSurelyCode(number, lower, announced));
}

/** Whether anything is written like a code, which is enough in mail of senders whose trade is codes. */
export function mayHaveLooseCode(text: string): boolean {
  const read = text.slice(0, READ);
  const narrow = singleSpaced(read);
  // What looks like a day is one, in mail of most senders.
  const mayBe = ({ text: token, start }: Token): boolean =>
    token.replace(/\D/g, '').length >= 6 || !/\d/.test(token) || isAlone(narrow, start, start + token.length);
  return cellsOf(read).search(LONELY) >= 0 || [...tokensIn(narrow)].some(mayBe);
}

/** A line for each cell. */
function cellsOf(text: string): string {
  return singleSpaced(text.replaceAll('\t', '\n'));
}

function isSurelyCode({ text: token, start }: Token, lower: string, announced: number): boolean {
  const end = start + token.length;
  const [from, to] = sentenceAround(lower, start, end);
  const beside = `${lower.slice(from, start)} ${lower.slice(end, to)}`;
  if (TYPED.test(lower.slice(from, to))) return true;
  const words = beside.match(/[\p{L}\p{N}]+/gu) ?? [];
  return (
    announced >= 0 &&
    announced < start &&
    words.length <= MOST_WORDS_BESIDE &&
    POINTS_AT.test(beside) &&
    !/\d/.test(beside)
  );
}

interface Stretch {
  readonly text: string;
  readonly lower: string;
}

function singleSpaced(text: string): string {
  return text.replace(/[^\S\n]+/g, ' ').replace(/ ?\n[ \n]*/g, '\n');
}

/** Stretches of text around the stems, those that touch joined. */
function windows(text: string): readonly (readonly [number, number])[] {
  const joined: [number, number][] = [];
  STEMS.lastIndex = 0;
  for (let found = STEMS.exec(text); found !== null; found = STEMS.exec(text)) {
    const start = Math.max(0, found.index - WINDOW_BEFORE);
    // Other stems close behind are not looked for: they have their room in this stretch too.
    STEMS.lastIndex = found.index + WINDOW_BEFORE;
    const end = STEMS.lastIndex + WINDOW_BEFORE + WINDOW_AFTER;
    const last = joined.at(-1);
    if (last !== undefined && last[1] >= start) last[1] = end;
    else joined.push([start, end]);
  }
  return joined;
}

function givesSurely({ text, lower }: Stretch): boolean {
  return announces(text, lower, STRONG_WORDS, STRONG_REACH, () => true) || givesPassword(text, lower);
}

function mayGiveCode({ text, lower }: Stretch): boolean {
  return announces(text, lower, WEAK_WORDS, WEAK_REACH, isWrittenAsCode);
}

const PASSWORD = /^\S*(?=\S*\d)(?=\S*[A-Za-z])\S{8,64}$/;

function givesPassword(text: string, lower: string): boolean {
  return firstMatches(lower, PASSWORD_WORDS).some(({ index, 0: words }) =>
    text
      .slice(index + words.length, index + words.length + 80)
      .split(/\s/, 8)
      .some((word) => word.length <= 64 && !word.includes('://') && PASSWORD.test(word)),
  );
}

/** How far from the words a token in running text may be, and one that has a line of its own. */
const STRONG_REACH = { before: 45, after: 70, lineBefore: 140, lineAfter: 260 };
const WEAK_REACH = { before: 45, after: 32, lineBefore: 60, lineAfter: 160 };

function announces(
  text: string,
  lower: string,
  pattern: RegExp,
  reach: typeof STRONG_REACH,
  counts: (token: string) => boolean,
): boolean {
  let words = 0;
  for (const match of lower.matchAll(pattern)) {
    if (++words > WORDS_MOST) return true;
    const before = lower.slice(Math.max(0, match.index - 24), match.index);
    if (OTHER_CODES.test(before) || (pattern === WEAK_WORDS && !MAY_PRECEDE.test(before))) continue;
    const end = match.index + match[0].length;
    if (OF_A_PAPER.before.test(before) || OF_A_PAPER.after.test(lower.slice(end, end + 32))) continue;
    if (pattern === WEAK_WORDS && !MAY_FOLLOW.test(lower.slice(end, end + 24))) continue;
    if (pattern === STRONG_WORDS && LETTERS.test(text.slice(end, end + 40))) return true;
    const [sentenceStart, sentenceEnd] = sentenceAround(lower, match.index, end);
    const warns = WARNS.test(lower.slice(sentenceStart, sentenceEnd));
    if (pattern === STRONG_WORDS && !warns && GIVEN.test(text.slice(end, end + 80))) return true;
    const from = Math.max(0, match.index - reach.lineBefore);
    const near = [...tokensIn(text.slice(from, end + reach.lineAfter))].some((token) => {
      if (!counts(token.text)) return false;
      const tokenStart = from + token.start;
      const tokenEnd = tokenStart + token.text.length;
      if (tokenStart >= sentenceStart && tokenEnd <= sentenceEnd) return true;
      if (isAlone(text, tokenStart, tokenEnd)) return true;
      if (warns || token.text.length === 5) return false;
      // Running text: before the words only in their paragraph, behind weak words too.
      const between = tokenStart >= end ? text.slice(end, tokenStart) : text.slice(tokenEnd, match.index);
      const apart =
        between.includes('\n') && (tokenStart < end || pattern === WEAK_WORDS) && !/[:：]\s*$/.test(between);
      return !apart && between.length <= (tokenStart >= end ? reach.after : reach.before);
    });
    if (near) return true;
  }
  return false;
}

const STOPS = ['. ', '! ', '? ', '\n', '。', '！', '？'];

/** From the end of the sentence before to the end of this one, at most 200 characters each way. */
function sentenceAround(text: string, start: number, end: number): readonly [number, number] {
  const before = text.slice(Math.max(0, start - 200), start);
  const after = text.slice(end, end + 200);
  const opened = Math.max(...STOPS.map((mark) => before.lastIndexOf(mark)));
  const closed = /[.!?](?:\s|$)|[\n。！？]/.exec(after);
  return [start - before.length + opened + 1, end + (closed === null ? after.length : closed.index)];
}

const BESIDE = 120;

function isAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - BESIDE), start);
  const after = text.slice(end, end + BESIDE);
  const beside = before.slice(before.lastIndexOf('\n') + 1) + (after.split('\n', 1)[0] ?? '');
  return !/[\p{L}\p{N}]/u.test(beside);
}

/** Folding may change the length of the text; here positions must stay. */
function foldKeepingLength(text: string): string {
  if (/^\p{ASCII}*$/u.test(text)) return text.toLowerCase();
  const folded = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();
  return folded.length === text.length ? folded : text.toLowerCase();
}
