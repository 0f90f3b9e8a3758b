import { describe, expect, it } from 'vitest';
import type { Drawn } from '../../cards/index.ts';
import { inEnglish } from './bound-cards.ts';
import { MAIL_SAMPLES, REVEALED } from './mail-samples.ts';
import { faultsOf } from './soundness.ts';

const { noticeCard } = inEnglish;

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
});
