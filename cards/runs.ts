import { plain } from './text.ts';

export type Run = { readonly text: string; readonly font: 'Default' | 'Monospace' };

const SENTENCE_MOST = 600;

/** A sentence with what people should type between backticks, as runs of text: nothing in it is markup. */
export function runsOf(sentence: string): readonly Run[] {
  return plain(sentence, SENTENCE_MOST)
    .split('`')
    .map((text, index) => ({ text, font: index % 2 === 1 ? ('Monospace' as const) : ('Default' as const) }))
    .filter(({ text }) => text !== '');
}
