import { say, splitAt, type CardText } from './text.ts';

export type Font = 'Default' | 'Monospace';
export type Weight = 'Default' | 'Bolder';
export type Size = 'Default' | 'Small';

/** Text in one look; nothing in it is markup. */
export type Run = { readonly text: CardText; readonly font: Font; readonly weight: Weight };

/** What is said in runs: what people should type, and names, look different. */
export type Sentence = readonly Run[];

/** What Rootdesk says: a text, or a sentence of runs. */
export type Said = CardText | Sentence;

/** Begin and end a run of its own. Private characters, which no text of people and strangers keeps. */
export const MARKS = { code: '\uE002', name: '\uE003' } as const;

/** The runs of a text with {@link MARKS} in it. */
export function inRuns(marked: CardText): Sentence {
  return splitAt(marked, MARKS.code)
    .flatMap((outer, index) => {
      const font: Font = index % 2 === 1 ? 'Monospace' : 'Default';
      return splitAt(outer, MARKS.name).map((text, inner): Run => {
        return { text, font, weight: inner % 2 === 1 ? 'Bolder' : 'Default' };
      });
    })
    .filter(({ text }) => text !== '');
}

export function runsOf(said: Said): Sentence {
  if (typeof said !== 'string') return said;
  return said === '' ? [] : [{ text: said, font: 'Default', weight: 'Default' }];
}

const BETWEEN = { ' ': say` `, ', ': say`, `, '. ': say`. ` } as const;

/** Several things that are said one after the other. */
export function joinedRuns(parts: readonly Said[], between: keyof typeof BETWEEN): Sentence {
  return parts.flatMap((part, index) => [...(index === 0 ? [] : runsOf(BETWEEN[between])), ...runsOf(part)]);
}

/** Outside of cards: what people should type is between backticks. */
export function inPlainText(said: Said): string {
  return runsOf(said)
    .map(({ text, font }) => (font === 'Monospace' ? `\`${text}\`` : text))
    .join('');
}
