import { AdaptiveCard, SerializationContext, Versions } from 'adaptivecards';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticeCard, type Drawn } from '../../cards/index.ts';
import { MAIL_SAMPLES, REVEALED } from './mail-samples.ts';

/** Teams takes messages of up to about 28 KB; the envelope around the card is far below the rest. */
const CARD_BYTES_MOST = 27 * 1024;

function faultsOf({ card }: Drawn): readonly string[] {
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  parsed.parse(card, context);
  const parsing = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...parsing, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
}

function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'text' in value && typeof value.text === 'string' ? [value.text] : [];
  return [...own, ...Object.values(value).flatMap(textsOf)];
}

describe.each(Object.entries(MAIL_SAMPLES))('the card "%s"', (_name, draw) => {
  it('is valid, filled in everywhere, and has no empty text', () => {
    const drawn = draw();
    expect(faultsOf(drawn)).toEqual([]);
    expect(JSON.stringify(drawn.card)).not.toContain('${');
    expect(textsOf(drawn.card).filter((text) => text === '')).toEqual([]);
    expect(drawn.summary).toMatch(/\w/);
  });
});

describe('the text of a revealed mail', () => {
  const draw = (text: string): Drawn =>
    noticeCard({
      ...REVEALED,
      ...(REVEALED.shown === undefined ? {} : { shown: { ...REVEALED.shown, text } }),
    });

  it('is whole, with a link of two thousand characters that can be selected', () => {
    const link = `https://signin.aws.amazon.com/resetpassword?token=${'a1B2'.repeat(500)}&key=${'x'.repeat(40)}`;
    expect(textsOf(draw(`Hello,\n${link}\nBye`).card)).toContain(link);
    expect(JSON.stringify(draw(link).card)).not.toContain('OpenUrl');
  });

  it('says when it is longer than a message may be', () => {
    expect(textsOf(draw('line\n'.repeat(20)).card).join()).not.toContain('longer than a message');
    expect(textsOf(draw('漢字'.repeat(20_000)).card).join()).toContain('longer than a message');
  });

  it('makes a card that Teams takes, whatever it is', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3_000 }),
      fc.constantFrom(
        '"'.repeat(50_000),
        '\\'.repeat(50_000),
        '漢'.repeat(50_000),
        '😀'.repeat(50_000),
        'a\n'.repeat(50_000),
        `${'w'.repeat(300)}\n`.repeat(500),
        '${root} <at>all</at> **bold**',
      ),
    );
    fc.assert(
      fc.property(text, (written) => {
        const drawn = draw(written);
        expect(Buffer.byteLength(JSON.stringify(drawn.card))).toBeLessThan(CARD_BYTES_MOST);
        expect(faultsOf(drawn)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
