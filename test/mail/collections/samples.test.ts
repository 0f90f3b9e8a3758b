import { describe, expect, test } from 'vitest';
import { readBytes, sampleBytes, samples } from './reading.ts';

const read = await Promise.all(
  samples().map(async (sample) => ({ sample, mail: await readBytes(sampleBytes(sample.file)) })),
);

describe('the forty samples', () => {
  test.each(read)('$sample.file: alias, account id, secret and genuine are right', ({ sample, mail }) => {
    expect({
      aliases: mail.aliases,
      accountId: mail.accountId,
      secret: mail.secret,
      genuine: mail.genuine,
    }).toEqual({
      aliases: sample.aliases,
      accountId: sample.accountId,
      secret: sample.secret,
      genuine: sample.genuine,
    });
  });

  test('the category is right', () => {
    expect(read.filter(({ sample, mail }) => mail.category !== sample.category)).toEqual([]);
  });

  test('the severity is right', () => {
    expect(read.filter(({ sample, mail }) => mail.severity !== sample.severity)).toEqual([]);
  });

  test('no withheld mail shows an excerpt or a link, no other mail a link', () => {
    for (const { mail } of read) {
      expect(mail.secret ? mail.excerpt : '').toBe('');
      expect(mail.shown).not.toMatch(/https?:|token=/i);
    }
  });
});
