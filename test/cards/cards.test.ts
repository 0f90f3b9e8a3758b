import { describe, expect, it } from 'vitest';
import type { MailNotice } from '../../src/mail/notices.ts';
import { english } from '../../cards/index.ts';
import { inEnglish } from './bound-cards.ts';
import { faultsOf, stringsOf, textsIn } from './soundness.ts';
import { ALIAS, INVOICE, PHISHING_TEXT, RESET, SAMPLES } from './samples.ts';

const { noticeCard } = inEnglish;

describe.each(Object.entries(SAMPLES))('the card "%s"', (_name, draw) => {
  it('is valid for Microsoft’s own library', () => {
    expect(faultsOf(draw())).toEqual([]);
  });

  it('needs no newer version than Teams has, and tells older ones what it is', () => {
    const { card, summary } = draw();
    expect(Number(card['version'])).toBeLessThanOrEqual(1.5);
    expect(card['fallbackText']).toMatch(/\w/);
    expect(summary).toMatch(/\w/);
  });

  it('was filled in everywhere', () => {
    const left = stringsOf(draw().card).filter(({ text }) => text.includes('${'));
    expect(left.filter(({ text }) => !text.includes(PHISHING_TEXT))).toEqual([]);
  });

  it('tells every time as the reader’s clock has it', () => {
    const told = stringsOf(draw().card).filter(({ text }) =>
      /UTC|\d{4}-\d\d-\d\d|\d:\d\d/.test(text.replaceAll(/\{\{(?:DATE|TIME)\([^)]*\)\}\}/g, '')),
    );
    expect(told).toEqual([]);
  });

  it('has no empty text, which some clients draw as a gap', () => {
    const empty = stringsOf(draw().card).filter(({ at, text }) => at.endsWith('.text') && text === '');
    expect(empty).toEqual([]);
  });
});

describe('a mail', () => {
  it('that is withheld says what it is, and shows no excerpt even when it is handed one', () => {
    const text = JSON.stringify(noticeCard({ ...RESET, excerpt: 'your code is 123456' }).card);
    expect(text).not.toContain('your code');
    expect(text).toContain('Text withheld');
    expect(text).toContain(english.kinds['password-reset-link']);
  });

  it('that is announced shows no excerpt either, and its owner can have the text shown', () => {
    const announced: MailNotice = {
      ...INVOICE,
      severity: 'action',
      announced: true,
      canReveal: true,
      excerpt: 'kXbTq7',
    };
    const drawn = noticeCard(announced);
    expect(JSON.stringify(drawn.card)).not.toContain('kXbTq7');
    expect(textsIn(drawn, 'Action.Execute.title')).toEqual([
      'Show the text',
      'Acknowledge',
      'Show the alias',
    ]);
    expect(textsIn(noticeCard({ ...announced, canReveal: false }), 'Action.Execute.title')).toEqual([
      'Acknowledge',
      'Show the alias',
    ]);
  });

  it('links to Outlook in triage alone, and never to anything but https', () => {
    const links = (notice: MailNotice): readonly string[] =>
      textsIn(noticeCard(notice), 'Action.OpenUrl.url');
    const inTriage = { ...INVOICE, triageReason: { code: 'no-alias' } as const };
    expect(links(INVOICE)).toEqual([]);
    expect(links(inTriage)).toEqual([INVOICE.webLink]);
    expect(links({ ...inTriage, webLink: 'javascript:alert(1)' })).toEqual([]);
    expect(links({ ...inTriage, webLink: undefined })).toEqual([]);
  });

  it('says who it is from: AWS, perhaps AWS, or somebody else', () => {
    const text = (genuine: MailNotice['genuine']): string =>
      JSON.stringify(noticeCard({ ...INVOICE, genuine }).card);
    expect(text('yes')).toContain('Verified: sent by AWS');
    expect(text('suspicious')).toContain('It may not be from AWS');
    expect(text('no')).toContain('AWS did not send this');
    expect(text('no')).not.toContain('Verified');
  });

  it('that may stand there already says so', () => {
    const card = JSON.stringify(noticeCard({ ...INVOICE, mayBeRepeat: true }).card);
    expect(card).toContain('May be a repeat');
  });
});

describe('the alias of an approved request', () => {
  it('is alone in its text, so that copying it copies nothing else', () => {
    const drawn = SAMPLES['asker: approved']?.();
    expect(drawn === undefined ? [] : textsIn(drawn, 'TextRun.text')).toContain(ALIAS.address);
  });
});
