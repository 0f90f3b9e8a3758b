import { wordFinder } from './word-finder.ts';
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
}

const READ = 8_000;
const HEAD = 600;
/** Longer ones are tables or lack their stops: what is far apart in them does not belong together. */
const LONGEST = 260;
const BEGINNING = 12;
const STOPS = /(?<=[.!?:;…])\s+|(?<=[。！？；])|\n\s*\n|\n(?=\s*[-*•–\d])/;
const WINDOWS = new RegExp(`[^]{1,${String(LONGEST)}}(?:\\s|$)|[^]{1,${String(LONGEST)}}`, 'g');

const CONSTANT = /\b[A-Z][A-Z_]{4,}\b/g;
const NO_WORD = /@|:\/\/|[a-z\d]\.[a-z]{2,}/i;

const find = wordFinder(WORDS);

/** The sentences of a mail that say anything known; `implied` goes without saying in each. */
export function sentencesOf(subject: string, text: string, implied: readonly Concept[]): readonly Sentence[] {
  const sentences = [read(withoutNumero(subject.slice(0, 1_000)), 'subject', implied)];
  let at = 0;
  for (const piece of withoutNumero(text.slice(0, READ)).split(STOPS)) {
    const place = at < HEAD ? 'head' : 'rest';
    at += piece.length;
    for (const [window] of piece.matchAll(WINDOWS)) sentences.push(read(window, place, implied));
  }
  return sentences.filter(({ concepts }) => concepts.size > 0);
}

function read(raw: string, place: Place, implied: readonly Concept[]): Sentence {
  const text = fold(withoutTokens(withoutMai(place === 'subject' ? raw : withoutConstants(raw)))).trim();
  const all = find(text);
  // "Could not" says that something failed, "no longer" that it was removed: that is no denial.
  const found = all.filter(
    ({ key, start, end }) =>
      key !== 'not' || !all.some((other) => other.key !== 'not' && other.start <= start && other.end >= end),
  );
  const concepts = new Set([...implied, ...found.map(({ key }) => key)]);
  const asks = /[?？]\s*$/.test(text);
  const isCondition = found.some(
    ({ key, start }) =>
      key === 'if' && (start < BEGINNING || /[^\p{Script=Latin}]/u.test(text.charAt(start))),
  );
  return { raw, place, concepts, supposes: asks || isCondition, asks, denies: concepts.has('not') };
}

/** `ACTIVE, SUSPENDED and CLOSED` are values of a field, and so is PENDING_CLOSURE; one word in capitals may be a shout. */
function withoutConstants(text: string): string {
  const constants = text.match(CONSTANT) ?? [];
  return constants.some((constant) => constant.includes('_')) ||
    (constants.length > 1 && constants.length < text.split(/\s+/).length / 2)
    ? text.replace(CONSTANT, ' ')
    : text;
}

function withoutTokens(text: string): string {
  const words = NO_WORD.test(text) ? text.replace(/\S+/g, (word) => (NO_WORD.test(word) ? ' ' : word)) : text;
  return words.replace(/(?<![\p{L}\d])\d[\d,.'’-]{3,40}/gu, ' ').replace(/[([]\s*[)\]]/g, ' ');
}
