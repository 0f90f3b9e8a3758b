import { describe, expect, it } from 'vitest';
import type { Drawn } from '../../cards/index.ts';
import { ALIAS_SAMPLES, RETIRED, UNBOUND } from './alias-samples.ts';
import { inEnglish } from './bound-cards.ts';
import { ALIAS, APPROVED, CHANNEL } from './samples.ts';
import { faultsOf, stringsOf, textsIn, unsound } from './soundness.ts';

const { noticeCard, releaseCard } = inEnglish;

describe.each(Object.entries(ALIAS_SAMPLES))('the card "%s"', (_name, draw) => {
  it('is valid, filled in everywhere, without empty text, and has a summary', () => {
    const drawn = draw();
    expect(faultsOf(drawn)).toEqual([]);
    expect(unsound(drawn, '')).toEqual([]);
    expect(stringsOf(drawn.card).filter(({ at, text }) => at.endsWith('.text') && text === '')).toEqual([]);
    expect(Number(drawn.card['version'])).toBeLessThanOrEqual(1.5);
    expect(drawn.card['fallbackText']).toMatch(/\w/);
    expect(drawn.summary).toMatch(/\w/);
  });
});

describe('the question before a release', () => {
  const text = (drawn: Drawn): string => textsIn(drawn, 'TextRun.text').join(' ');
  const question = { channel: CHANNEL, quarantineDays: 90 };

  it('says what will happen: retired where an account was ever bound, else a rest', () => {
    expect(text(releaseCard({ ...question, alias: ALIAS }))).toContain('it is retired');
    expect(text(releaseCard({ ...question, alias: { ...UNBOUND, boundOnce: true } }))).toContain(
      'it is retired',
    );
    expect(text(releaseCard({ ...question, alias: UNBOUND }))).toContain('rests for 90 days');
  });

  it('carries an id and a verb, and nothing else', () => {
    const { card } = releaseCard({ ...question, alias: ALIAS });
    expect(card['actions']).toMatchObject([
      { verb: 'release-alias', data: { aliasId: ALIAS.id } },
      { verb: 'keep-alias', data: { aliasId: ALIAS.id } },
    ]);
    expect(stringsOf(card['actions']).filter(({ text: value }) => value.includes('@'))).toEqual([]);
  });
});

describe('the card that brings an alias', () => {
  const drawn = (alias: typeof ALIAS): string =>
    JSON.stringify(noticeCard({ kind: 'asker-told', request: APPROVED, channel: CHANNEL, alias }).card);

  it('asks for the account id while it is the asker’s and none is known', () => {
    expect(drawn(UNBOUND)).toContain('bind-account');
    expect(drawn(ALIAS)).not.toContain('bind-account');
    expect(drawn({ ...RETIRED, accountId: undefined })).not.toContain('bind-account');
    expect(drawn({ ...UNBOUND, requestId: 'another' })).not.toContain('bind-account');
  });
});
