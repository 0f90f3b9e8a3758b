import { distance } from 'fastest-levenshtein';
import { CONCEPTS } from './concepts.ts';
import { folded, type Token } from './tokens.ts';

/**
 * A cue: words that all have to be said, in any order. `need*` is any word that begins so, `*adress*` any that has it within,
 * `a|b` one or the other, `<thing>` a word of that concept.
 */
export interface Cue {
  /**
   * The tokens that are these words, each another; undefined when one is missing.
   *
   * @param slips tokens that may be a slip of the finger
   */
  match(tokens: readonly Token[], slips?: readonly Token[]): readonly Token[] | undefined;
}

export function cueOf(written: string): Cue {
  const parts = written.split(' ').map((part) => partOf(wordsIn(part)));
  return {
    match(tokens, slips = []) {
      const matched: Token[] = [];
      for (const part of parts) {
        const left = tokens.filter((token) => !matched.includes(token));
        const found =
          left.find(({ text }) => part.pattern.test(text)) ??
          slips.find((token) => !matched.includes(token) && part.isSlip(token.text));
        if (found === undefined) return undefined;
        matched.push(found);
      }
      return matched;
    },
  };
}

const CONCEPT_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(CONCEPTS).map(([name, all]) => [`<${name}>`, all]),
);

/** Whether a word is one of these cues: what is a word of its own is no slip of another. */
export function knownIn(cues: readonly string[]): (text: string) => boolean {
  const pattern = anyOf([...new Set(cues.flatMap((cue) => cue.split(' ').flatMap(wordsIn)))]);
  return (text) => pattern.test(text);
}

function wordsIn(part: string): readonly string[] {
  return part.split('|').flatMap(spelledOut).map(folded);
}

function spelledOut(alternative: string): readonly string[] {
  return CONCEPT_OF.get(alternative)?.split('|') ?? [alternative];
}

/** A part of a cue: one word or another. */
interface Part {
  readonly pattern: RegExp;
  readonly isSlip: (text: string) => boolean;
}

function partOf(words: readonly string[]): Part {
  // Letters that a slip is measured against: those of the word, or those that it begins with.
  const begun = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  const whole = [...words, ...begun].filter((word) => !word.includes('*'));
  const long = begun.filter((word) => !word.includes('*') && word.length >= BEGUN_LEAST);
  return {
    pattern: anyOf(words),
    isSlip: (said) =>
      whole.some((word) => isSlipOf(said, word)) ||
      long.some((word) => isSlipOf(said.slice(0, word.length), word)),
  };
}

function anyOf(words: readonly string[]): RegExp {
  const patterns = words.map((word) => word.replaceAll('*', String.raw`[\p{L}\p{N}-]*`));
  return new RegExp(`^(?:${patterns.join('|')})$`, 'u');
}

/** Shorter words are too near to others. */
const SWAPPED_LEAST = 4;
const CHANGED_LEAST = 6;
/** So many letters of a beginning are enough to know it by. */
const BEGUN_LEAST = 7;

/** One letter more, less or another, or two neighbours swapped; the first letter is right. */
export function isSlipOf(text: string, word: string): boolean {
  if (word.length < SWAPPED_LEAST || text[0] !== word[0]) return false;
  if (text.length === word.length && sorted(text) === sorted(word)) return distance(text, word) <= 2;
  return word.length >= CHANGED_LEAST && distance(text, word) <= 1;
}

function sorted(text: string): string {
  return text.split('').toSorted().join('');
}
