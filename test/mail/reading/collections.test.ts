import { describe, expect, test } from 'vitest';
import { bare, readBytes, sampleBytes, samples, secretsOf } from './reading.ts';

/**
 * Mails written and labelled by people who knew the definitions and not the rules: `varied` is what comes in every day, in
 * ten languages; `hard` is full of tricks; `mixed` has both.
 */
describe.each([
  { folder: 'varied/', size: 110 },
  { folder: 'hard/', size: 126 },
  { folder: 'mixed/', size: 130 },
])('the collection $folder', async ({ folder, size }) => {
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

  test('every category and severity is right', () => {
    const wrong = read.filter(
      ({ sample, mail }) => mail.category !== sample.category || mail.severity !== sample.severity,
    );
    expect(wrong.map(({ sample }) => sample.file)).toEqual([]);
  });

  test('at most 8 % of the genuine ones without a secret are announced', () => {
    const open = read.filter(({ sample }) => !sample.secret && sample.genuine === 'yes');
    const announced = open.filter(({ mail }) => mail.announced).map(({ sample }) => sample.file);
    expect(announced.slice(Math.floor(open.length * 0.08))).toEqual([]);
  });

  test('no secret stands in what the channel sees, however it is written', () => {
    const leaks = read.filter(({ sample, mail }) =>
      (secrets.get(sample.file) ?? []).some((secret) => bare(mail.shown).includes(bare(secret))),
    );
    expect(leaks.map(({ sample }) => sample.file)).toEqual([]);
  });
});
