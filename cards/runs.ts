import { plain, splitAt, type CardText } from './text.ts';
import type { Font } from './words.ts';

export type Run = { readonly text: CardText; readonly font: Font };

const SENTENCE_MOST = 600;

/** A sentence with what people should type between backticks, as runs of text: nothing in it is markup. */
export function runsOf(sentence: string): readonly Run[] {
  return splitAt(plain(sentence, SENTENCE_MOST), '`')
    .map((text, index): Run => ({ text, font: index % 2 === 1 ? 'Monospace' : 'Default' }))
    .filter(({ text }) => text !== '');
}
