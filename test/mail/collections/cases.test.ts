import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readBytes } from './reading.ts';

const CASES = new URL('../../fixtures/cases/', import.meta.url);
const LABELS = z.array(
  z.object({ file: z.string(), category: z.string(), severity: z.string(), secret: z.enum(['yes', 'no']) }),
);

/** Codes of letters, notices about access and domains, lines of companies, mass mail: each is an example of a kind of fault. */
const NAMED = /^(?:f2|f4|g01|g03|g10|h3|k-|r)/;

const rows = LABELS.parse(
  parse(readFileSync(new URL('labels.csv', CASES), 'utf8').replaceAll('\r\n', '\n'), { columns: true }),
).filter(({ file }) => NAMED.test(file));

describe('mail that was once taken for something else', () => {
  test('there are 28 of them', () => {
    expect(rows.length).toBe(28);
  });

  test.each(rows)('$file', async ({ file, category, severity, secret }) => {
    const mail = await readBytes(readFileSync(new URL(file, CASES)));
    expect({ category: mail.category, severity: mail.severity, secret: mail.secret }).toEqual({
      category,
      severity,
      secret: secret === 'yes',
    });
  });
});
