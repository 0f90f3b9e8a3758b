import { describe, expect, test } from 'vitest';
import { bare, readBytes, sampleBytes, samples, secretsOf } from './reading.ts';

/**
 * Mails written and labelled by people who knew the definitions and not the rules: `varied` is what comes in every day, in
 * ten languages; `hard` is full of tricks; `mixed` has both. Of the two blind ones a few categories and severities stay wrong:
 * nothing is tuned to a single mail, and some labels can be argued about.
 */
describe.each([
  { folder: 'varied/', size: 110, wrong: 0 },
  { folder: 'hard/', size: 126, wrong: 0 },
  { folder: 'mixed/', size: 130, wrong: 0 },
  { folder: 'blind-one/', size: 150, wrong: 1 },
  { folder: 'blind-two/', size: 150, wrong: 5 },
])('the collection $folder', async ({ folder, size, wrong: most }) => {
  const secrets = secretsOf(folder);
  const read = await Promise.all(
    samples(folder).map(async (sample) => ({ sample, mail: await readBytes(sampleBytes(sample.file)) })),
  );

  test('is complete', () => {
    expect(read.length).toBe(size);
  });

  test.each(read)('$sample.file: alias, account id, secret and genuine are right', ({ sample, mail }) => {
    expect({
      aliases: mail.aliases.toSorted(),
      accountId: mail.accountId,
      secret: mail.secret,
      genuine: mail.genuine,
    }).toEqual({
      aliases: sample.aliases.toSorted(),
      accountId: sample.accountId,
      secret: sample.secret,
      genuine: sample.genuine,
    });
  });

  test('of no more than are known, category or severity is wrong', () => {
    const wrong = read.filter(
      ({ sample, mail }) => mail.category !== sample.category || mail.severity !== sample.severity,
    );
    expect(wrong.map(({ sample }) => sample.file).slice(most)).toEqual([]);
  });

  test('at most 8 % of the genuine ones without a secret are announced', () => {
    const open = read.filter(({ sample }) => !sample.secret && sample.genuine === 'yes');
    const announced = open.filter(({ mail }) => mail.announced).map(({ sample }) => sample.file);
    expect(announced.slice(Math.floor(open.length * 0.08))).toEqual([]);
  });

  test('no secret is in what the channel sees, however it is written', () => {
    const leaks = read.filter(({ sample, mail }) =>
      (secrets.get(sample.file) ?? []).some((secret) => bare(mail.shown).includes(bare(secret))),
    );
    expect(leaks.map(({ sample }) => sample.file)).toEqual([]);
  });
});
