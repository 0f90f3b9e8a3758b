import { wordFinder, type Found } from './word-finder.ts';
import { fold } from './fold.ts';
import { withoutMai, withoutNumero } from './look-alikes.ts';
import type { Concept } from './words/en.ts';
import { WORDS } from './words/words.ts';

export type Place = 'subject' | 'head' | 'rest';

export interface Sentence {
  readonly raw: string;
  readonly place: Place;
  readonly concepts: ReadonlySet<Concept>;
  readonly supposes: boolean;
  readonly asks: boolean;
  readonly denies: boolean;
  /** A denial in it is of nothing that is known. */
  readonly deniesUnknown: boolean;
  /** What it denies and says nowhere else: "was not suspended", "do not close". */
  readonly denied: ReadonlySet<Concept>;
}

const READ = 8_000;
const HEAD = 600;
/** Longer ones are tables or lack their stops: what is far apart in them does not belong together. */
const LONGEST = 260;
const BEGINNING = 12;
/** The dot behind "19. Dezember" ends no sentence, nor does one before a small letter. */
const STOPS =
  /(?<=[!?:;…]|(?<!\d)\.|\.(?!\s+(?:\p{Ll}|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)))\s+|(?<=[。！？；])|\n\s*\n|\n(?=\s*[-*•–\d])/u;
const WINDOWS = new RegExp(`[^]{1,${String(LONGEST)}}(?:\\s|$)|[^]{1,${String(LONGEST)}}`, 'g');

const CONSTANT = /\b[A-Z][A-Z_]{4,}\b/g;
const NO_WORD = /@|:\/\/|[a-z\d]\.[a-z]{2,}/i;

/** The title of something: the mail asks nothing. */
const QUOTED_QUESTION = /["“”„«「][^"“”„«»」\n]{1,200}[?？]["“”»」]/g;

const find = wordFinder(WORDS);

const DENIALS: ReadonlySet<Concept> = new Set<Concept>(['not', 'needless']);

/** The sentences of a mail that say anything known; `implied` goes without saying in each. */
export function sentencesOf(subject: string, text: string, implied: readonly Concept[]): readonly Sentence[] {
  const sentences = [read(withoutNumero(subject.slice(0, 1_000)), 'subject', implied)];
  let at = 0;
  // As plain text and as HTML most mails say everything twice.
  const seen = new Set<string>();
  for (const piece of withoutNumero(text.slice(0, READ)).split(STOPS)) {
    const words = piece.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    if (seen.has(words)) continue;
    seen.add(words);
    const place = at < HEAD ? 'head' : 'rest';
    at += piece.length;
    for (const [window] of piece.matchAll(WINDOWS)) sentences.push(read(window, place, implied));
  }
  return sentences.filter(({ concepts }) => concepts.size > 0);
}

function read(raw: string, place: Place, implied: readonly Concept[]): Sentence {
  const words = withoutMai(raw.replace(QUOTED_QUESTION, ' '));
  const text = fold(
    withoutTokens((place === 'subject' ? words : withoutConstants(words)).replace(REFERENCE, ' ')),
  ).trim();
  const all = find(text);
  const found = all.filter((one) => means(one, all));
  const said = found.filter(({ key }) => !DENIALS.has(key));
  const denials = found.filter(({ key }) => DENIALS.has(key));
  const concepts = new Set([...implied, ...found.map(({ key }) => key)]);
  if (denials.length > 0) concepts.add('not');
  const asks = /[?？]\s*$/.test(text);
  const isCondition = found.some(
    ({ key, start }) =>
      key === 'if' &&
      (start < BEGINNING || /[^\p{Script=Latin}\p{Script=Cyrillic}]/u.test(text.charAt(start))),
  );
  const isDenied = (thing: Found<Concept>): boolean => denials.some((denial) => denies(denial, thing, text));
  const held = new Set(said.filter((thing) => !isDenied(thing)).map(({ key }) => key));
  return {
    raw,
    place,
    concepts,
    supposes: asks || isCondition,
    asks,
    denies: denials.length > 0,
    deniesUnknown: denials.some((denial) => !said.some((thing) => denies(denial, thing, text))),
    denied: new Set(said.filter(({ key }) => !held.has(key)).map(({ key }) => key)),
  };
}

/**
 * Which words mean nothing within a longer one of which concept: the end of support is none of an account, a card or a service, the
 * Korean for "deactivated" ends with the one for "activated", good news are no newsletter, and the Italian "si prega" supposes nothing.
 */
const WITHIN: Partial<Record<Concept, readonly Concept[]>> = {
  close: ['deprecate', 'retire'],
  expire: ['deprecate', 'retire'],
  suspend: ['deprecate', 'retire'],
  removed: ['deprecate', 'retire'],
  added: ['removed'],
  ready: ['removed'],
  verified: ['removed'],
  news: ['usual'],
  if: ['usual'],
};

function means({ key, start, end }: Found<Concept>, all: readonly Found<Concept>[]): boolean {
  return !all.some((other) => {
    if (other.start > start || other.end < end) return false;
    // "Could not" says that something failed, "no longer" that it was removed: that is no denial.
    if (key === 'not') return other.key !== 'not' && other.key !== 'if';
    return WITHIN[key]?.includes(other.key) === true && other.end - other.start > end - start;
  });
}

/** As far as auxiliary words reach between a denial and its verb. */
const REACH = 14;
/** In East Asian languages a verb is denied by its ending. */
const ENDING = /^[\p{Script=Hiragana}\p{Script=Hangul}]{0,5}$/u;

function denies(denial: Found<Concept>, thing: Found<Concept>, text: string): boolean {
  if (denial.end <= thing.start) {
    const between = text.slice(denial.end, thing.start);
    return between.length <= REACH && !/[,;:.()–-]/.test(between);
  }
  return denial.start >= thing.end && ENDING.test(text.slice(thing.end, denial.start));
}

/** `ACTIVE, SUSPENDED and CLOSED` are values of a field, and so is PENDING_CLOSURE; one word in capitals may be a shout. */
function withoutConstants(text: string): string {
  const constants = text.match(CONSTANT) ?? [];
  return constants.some((constant) => constant.includes('_')) ||
    (constants.length > 1 && constants.length < text.split(/\s+/).length / 2)
    ? text.replace(CONSTANT, ' ')
    : text;
}

/** "[AWS Account: 123456789012]" says which account, nothing of it. */
const REFERENCE = /[([（［【][^()[\]（）［］【】]{0,40}[:：][  ]?\d{12}[)\]）］】]/g;

function withoutTokens(text: string): string {
  const words = NO_WORD.test(text) ? text.replace(/\S+/g, (word) => (NO_WORD.test(word) ? ' ' : word)) : text;
  return words.replace(/(?<![\p{L}\d])\d[\d,.'’-]{3,40}/gu, ' ').replace(/[([]\s*[)\]]/g, ' ');
}
