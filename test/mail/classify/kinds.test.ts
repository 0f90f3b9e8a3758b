import { expect, test } from 'vitest';
import { CATEGORIES } from '../../../src/channels/mail-topics.ts';
import { KINDS } from '../../../src/mail/classify/kinds/kinds.ts';

test('every kind says what its mails carry: a code, a link, or never either', () => {
  const silent = KINDS.filter(({ carriesToken }) => carriesToken === undefined);
  expect(silent.map(({ name }) => name)).toEqual([]);
});

test('every category of AWS has a kind, or no mail would ever be of it', () => {
  const used = new Set(KINDS.map(({ category }) => category));
  expect(CATEGORIES.filter((category) => category !== 'non-aws' && !used.has(category))).toEqual([]);
});
