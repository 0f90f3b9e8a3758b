import { describe, expect, it } from 'vitest';
import { wordFinder } from '../../../src/mail/classify/word-finder.ts';

const WORDS = [
  ['beginning', 'suspen'],
  ['whole', 'case|'],
  ['anywhere', "*n't|"],
  ['longer', 'suspension|'],
  ['again', 'suspen'],
  ['phrase', 'no longer'],
  ['script', '账户'],
] as const;

function found(text: string): readonly string[] {
  const find = wordFinder(WORDS.map(([key, word]) => ({ key, word })));
  return find(text).map(({ key, start, end }) => `${key} ${text.slice(start, end)}`);
}

describe('words are found', () => {
  it('by their beginning, in the order of the text, the shorter first, all that are written alike', () => {
    expect(found('a suspension, no longer here')).toEqual([
      'beginning suspen',
      'again suspen',
      'longer suspension',
      'phrase no longer',
    ]);
  });

  it('only where a word begins, unless it may be in one', () => {
    expect(found("unsuspended didn't")).toEqual(["anywhere n't"]);
    expect(found("don'ts")).toEqual([]);
  });

  it('up to their end, where that is asked for', () => {
    expect(found('case, cases, showcase')).toEqual(['whole case']);
    expect(found('a case')).toEqual(['whole case']);
  });

  it('beside letters of scripts without blanks', () => {
    expect(found('您的账户case账户')).toEqual(['script 账户', 'whole case', 'script 账户']);
  });

  it('nowhere in nothing, and none of none', () => {
    expect(found('')).toEqual([]);
    expect(wordFinder([])('case')).toEqual([]);
  });
});
