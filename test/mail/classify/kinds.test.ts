import { expect, test } from 'vitest';
import { KINDS } from '../../../src/mail/classify/kinds/kinds.ts';

test('every kind says what its mails carry: a code, a link, or never either', () => {
  const silent = KINDS.filter(({ carriesToken }) => carriesToken === undefined);
  expect(silent.map(({ name }) => name)).toEqual([]);
});
