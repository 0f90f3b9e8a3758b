import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { readBytes, sampleBytes, samples, type Sample } from './reading.ts';

/**
 * What a company with many accounts gets in a year, written and labelled by somebody who knew the definitions and not the rules. No rule
 * was changed after it was read: it measures how right the rules are on mail that they have not seen, and stays as it is.
 */
const FOLDER = 'unseen/';

type Read = Awaited<ReturnType<typeof readBytes>>;
const read = await Promise.all(
  samples(FOLDER).map(async (sample) => ({ sample, mail: await readBytes(sampleBytes(sample.file)) })),
);
const ordinary = read.filter(({ sample }) => sample.genuine === 'yes' && !sample.secret);

/** The share of mails for which it holds, in percent. */
function share(of: typeof read, holds: (sample: Sample, mail: Read) => boolean): number {
  return (100 * of.filter(({ sample, mail }) => holds(sample, mail)).length) / of.length;
}

test.each<[string, number, (sample: Sample, mail: Read) => boolean]>([
  ['the alias', 100, ({ aliases }, mail) => isDeepStrictEqual(mail.aliases.toSorted(), aliases.toSorted())],
  ['the account id', 98, ({ accountId }, mail) => mail.accountId === accountId],
  ['who wrote it', 98, ({ genuine }, mail) => mail.genuine === genuine],
  ['the category', 95, ({ category }, mail) => mail.category === category],
  ['the severity', 95, ({ severity }, mail) => mail.severity === severity],
])('%s is right in at least %d %%', (_, least, isRight) => {
  expect(read.length).toBe(134);
  expect(share(read, isRight)).toBeGreaterThanOrEqual(least);
});

test('no forgery is called genuine, and no mail with a secret is posted', () => {
  const wrong = read.filter(
    ({ sample, mail }) =>
      (mail.genuine === 'yes' && sample.genuine !== 'yes') ||
      (sample.secret && !mail.secret && !mail.announced),
  );
  expect(wrong.map(({ sample }) => sample.file)).toEqual([]);
});

test('at most 3 % of the ordinary ones are withheld in vain, and at most 8 % announced', () => {
  expect(share(ordinary, (_, mail) => mail.secret)).toBeLessThanOrEqual(3);
  expect(share(ordinary, (_, mail) => !mail.secret && mail.announced)).toBeLessThanOrEqual(8);
});
