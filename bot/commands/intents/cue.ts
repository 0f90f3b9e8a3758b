import { distance } from 'fastest-levenshtein';
import { GROUPS } from './table.ts';
import { folded, type Token } from './tokens.ts';

/**
 * A cue: words that all have to be said, in any order. `need*` is any word that begins so, `*adress*` any that has it within,
 * `a|b` one or the other, `<thing>` a word of that group.
 */
export interface Cue {
  /** How many words of it there are. */
  readonly size: number;
  /** The tokens that are these words, each another; undefined when one is missing. */
  match(tokens: readonly Token[]): readonly Token[] | undefined;
}

/** @param slips whether a slip of the finger still is the word; never for what changes something */
export function cueOf(written: string, slips: 'forgiven' | 'refused'): Cue {
  const parts = written.split(' ').map((part) => part.split('|').flatMap(spelledOut).map(wordOf));
  return {
    size: parts.length,
    match(tokens) {
      const matched: Token[] = [];
      for (const alternatives of parts) {
        const left = tokens.filter((token) => !matched.includes(token));
        const found =
          left.find(({ text }) => alternatives.some((word) => word.pattern.test(text))) ??
          (slips === 'forgiven'
            ? left.find(({ text }) => alternatives.some((word) => word.isSlip(text)))
            : undefined);
        if (found === undefined) return undefined;
        matched.push(found);
      }
      return matched;
    },
  };
}

const GROUP_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(GROUPS).map(([name, all]) => [`<${name}>`, all]),
);

function spelledOut(alternative: string): readonly string[] {
  return GROUP_OF.get(alternative)?.split('|') ?? [alternative];
}

interface CueWord {
  readonly pattern: RegExp;
  readonly isSlip: (text: string) => boolean;
}

function wordOf(glob: string): CueWord {
  const text = folded(glob);
  const pattern = new RegExp(`^${text.replaceAll('*', String.raw`[\p{L}\p{N}-]*`)}$`, 'u');
  // Letters that a slip is measured against: those of the word, or those that it begins with.
  const stem = text.replace(/\*$/, '');
  if (stem.includes('*')) return { pattern, isSlip: () => false };
  if (stem === text) return { pattern, isSlip: (said) => isSlipOf(said, stem) };
  return {
    pattern,
    isSlip: (said) =>
      isSlipOf(said, stem) || (stem.length >= BEGUN_LEAST && isSlipOf(said.slice(0, stem.length), stem)),
  };
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
