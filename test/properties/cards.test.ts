import * as fc from '../fast-check.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as cards from '../../cards/index.ts';
import { drawing } from '../../cards/draw.ts';
import { NOTICE_KINDS } from '../../cards/notice.ts';
import { english } from '../../cards/texts/languages.ts';
import { localized, plain, say } from '../../cards/text.ts';
import { drawnWith, SAMPLE_NAMES, whatIsDrawn } from '../cards/every-card.ts';
import { rendered } from '../cards/rendered.ts';
import { unsound } from '../cards/soundness.ts';
import { casesOf, SEEDED } from './cases.ts';
import { anyText, printable } from './texts.ts';

const sample = fc.constantFrom(...SAMPLE_NAMES);

/** Of the same length as the text and hardly heavier, of other letters each, none of which means anything anywhere. */
function letters(text: string): readonly string[] {
  return Array.from({ length: text.length }, (_, index) => String.fromCodePoint(0x100 + index));
}

/**
 * What is left when nobody looks at spaces, at which texts are cut, at backticks, which make another font in sentences, and at what keeps
 * words from right to left together.
 */
function essence(text: string): string {
  return text.replaceAll(/[\s`\u2060\u2068\u2069]/g, '');
}

const MARKUP = /[*_~[\]()<>&\\#|!{}]|:\/\/|www\.|[-+=:.\d]/gi;

let dates: ReturnType<typeof spiesOnDates> = [];
function spiesOnDates() {
  return [vi.spyOn(Date.prototype, 'toLocaleDateString'), vi.spyOn(Date.prototype, 'toLocaleTimeString')];
}
beforeEach(() => {
  dates = spiesOnDates();
});
afterEach(() => vi.restoreAllMocks());

/** The year of which strangers write; no time of the samples is of it. */
const STRANGERS_YEAR = 2031;
function evaluatedOfStrangers(): readonly unknown[] {
  const times = dates.flatMap((spy) => spy.mock.contexts);
  return times.filter((at) => !(at instanceof Date) || at.getUTCFullYear() >= STRANGERS_YEAR - 1);
}

describe('every card', () => {
  it('is drawn here: each function and each kind of notice', () => {
    const drawn = whatIsDrawn();
    const wanted = [
      ...Object.keys(cards).filter((name) => name.endsWith('Card')),
      ...NOTICE_KINDS.map((kind) => `notice ${kind}`),
    ];
    expect(wanted.filter((name) => !drawn.has(name))).toEqual([]);
  });
});

/** What each card is drawn with, with any text and with one that is a link: where it leads somewhere, there is a button. */
const harmless = new Map(
  SAMPLE_NAMES.map((name) => {
    const tags = ['x', 'https://company.com/x'].map(
      (text) => rendered(drawnWith(name, { text, id: 'x' }).card).tags,
    );
    return [name, new Set(tags.flatMap((each) => [...each]))];
  }),
);

describe(`cards: text as text (${SEEDED})`, () => {
  it('shows text of strangers in every place as it was written', () => {
    fc.assert(
      fc.property(sample, printable, (name, text) => {
        const neutral = letters(text);
        const shown = rendered(drawnWith(name, { text, id: 'x' }).card);
        const expected = rendered(drawnWith(name, { text: neutral.join(''), id: 'x' }).card);
        const written = (seen: string): string =>
          seen.replaceAll(/[\u0100-\u024f]/g, (letter) => text[neutral.indexOf(letter)] ?? letter);
        expect(essence(shown.texts)).toBe(essence(written(expected.texts)));
        // Where Markdown is read, what could be markup is left out; the words are there.
        const words = (seen: string): string => essence(seen).replaceAll(MARKUP, '');
        expect(words(shown.blocks)).toBe(words(written(expected.blocks)));
        expect([...shown.tags].filter((tag) => harmless.get(name)?.has(tag) !== true)).toEqual([]);
        expect(evaluatedOfStrangers()).toEqual([]);
      }),
      casesOf('cards: text as text'),
    );
  });
});

describe(`cards: whatever is written (${SEEDED})`, () => {
  it('stays a sound card of less than 28 KB, in which nothing is evaluated or made of it', () => {
    fc.assert(
      fc.property(sample, anyText, fc.oneof(fc.constant('x'), anyText), (name, text, id) => {
        const drawn = drawnWith(name, { text, id });
        expect(unsound(drawn, text + id)).toEqual([]);
        const { tags } = rendered(drawn.card);
        expect([...tags].filter((tag) => harmless.get(name)?.has(tag) !== true)).toEqual([]);
        expect(evaluatedOfStrangers()).toEqual([]);
      }),
      casesOf('cards: whatever is written'),
    );
  });
});

describe('a card that is full of the longest text there can be', () => {
  /** What weighs most in UTF-8, in JSON, and by what makes it inert. */
  const heavy = ['漢', '😀', '"', '{', '{{a', 'a\n', '漢\n', '{{{DATE('].map((piece) => piece.repeat(50_000));

  it.each(SAMPLE_NAMES)('"%s" is one that Teams takes', (name) => {
    for (const text of heavy) {
      for (const id of ['x', '"'.repeat(512)]) {
        expect(unsound(drawnWith(name, { text, id }), text)).toEqual([]);
      }
    }
  });
});

describe('a time of Rootdesk itself', () => {
  const draw = drawing({
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '${text}' }] }],
  });
  const at = new Date('2031-12-31T12:00:00.123Z');

  it('is evaluated, beside a stranger’s that is not', () => {
    const name = plain('{{TIME(2031-12-31T12:00:00Z)}} \ue000TIME(2031-12-31T12:00:00Z)\ue001', 200);
    const { texts } = rendered(draw(english, { text: say`${name} on ${localized('DATE', at)}` }));
    expect(texts).toContain('{{TIME(2031-12-31T12:00:00Z)}} TIME(2031-12-31T12:00:00Z) on ');
    expect(texts).toContain('2031');
    expect(texts).not.toContain('DATE');
    expect(evaluatedOfStrangers()).toEqual([new Date('2031-12-31T12:00:00Z')]);
  });
});
