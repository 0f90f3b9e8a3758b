import { describe, expect, it } from 'vitest';
import { plain, plainLines, typed } from '../../cards/text.ts';

describe('text of strangers', () => {
  it.each([
    ['a\u202eb\u202c', 'ab', 'turns no text around'],
    ['pay\u200bments', 'payments', 'hides nothing between letters'],
    ['a\u0000b\u001bc', 'abc', 'carries no control characters'],
    ['tab\there\nand there', 'tab here and there', 'is on one line'],
    ['\ud800x', 'x', 'holds no half characters'],
    ['\u3164\u2800', '', 'holds no fillers'],
    ['  spaces  ', 'spaces', 'begins and ends with something'],
    ['naïve 漢字 😀 ${x} **y**', 'naïve 漢字 😀 ${x} **y**', 'stays what it is otherwise'],
  ])('%j becomes %j: it %s', (input, output) => {
    expect(plain(input, 100)).toBe(output);
  });

  it('is cut with an ellipsis, never through a character', () => {
    expect(plain('abcdef', 3)).toBe('abc…');
    expect(plain('ab😀', 3)).toBe('ab…');
  });

  it('keeps its lines where lines are shown, up to a number', () => {
    expect(plainLines('a\r\n\nb\u2028c\nd', 100, 3)).toEqual(['a', 'b', 'c d']);
    expect(plainLines('aaaa\nbbbb\ncccc', 6, 10)).toEqual(['aaaa', 'bb…']);
    expect(typed('a\nb', 100)).toBe('a\nb');
  });
});
