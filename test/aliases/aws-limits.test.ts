import * as fc from '../fast-check.ts';
import { expect, it } from 'vitest';
import { isAccountName } from '../../src/aliases/aws-limits.ts';

/** What AWS documents: Account Management's pattern, and the characters that its console refuses on top. */
const PUT_ACCOUNT_NAME = /^[ -;=?-~]{1,50}$/;

it('a name is taken exactly where AWS takes it', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme-ascii', maxLength: 60 }),
  );
  fc.assert(
    fc.property(text, (name) => {
      const isTaken = PUT_ACCOUNT_NAME.test(name) && !/[/%|]/.test(name);
      expect(isAccountName(name)).toBe(isTaken);
    }),
    { numRuns: 2_000 },
  );
});

it.each(['payments-prod', 'R&D "42" (eu)', 'x'.repeat(50), '~'])('takes %j', (name) => {
  expect(isAccountName(name)).toBe(true);
});

it.each([
  '',
  'x'.repeat(51),
  'Zahlungen für alle',
  'a<b',
  'a>b',
  'a/b',
  '50%',
  'a|b',
  'a\nb',
  'pay\u202Ements',
])('refuses %j', (name) => {
  expect(isAccountName(name)).toBe(false);
});
