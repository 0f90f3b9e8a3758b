import { languageOf, type Language } from '../../cards/texts/languages.ts';
import { z } from 'zod';
import { moment } from '../shared/stored-moment.ts';

/** Columns as they are in rows: a Merge cannot clear a column with null, so that '' means "none". */
export const text = z.string().optional().default('');
export const optionalText = z.codec(z.string().optional(), z.string().optional(), {
  decode: (stored) => (stored === '' ? undefined : stored),
  encode: textColumn,
});
/** A language that Rootdesk speaks; undefined for '' and for one of another version. */
export const optionalLanguage = z.codec(z.string().optional(), z.custom<Language | undefined>(), {
  decode: (stored) => languageOf(stored ?? ''),
  encode: textColumn,
});
/** ISO 8601 in UTC, '' for none. */
export const optionalDate = z.codec(z.string().optional(), z.date('not a date').optional(), {
  decode: (stored = '') => (stored === '' ? undefined : new Date(stored)),
  encode: dateColumn,
});
export const date = moment;
/** True or nothing said. */
export const flag = z.codec(z.boolean().optional(), z.boolean().optional(), {
  decode: (stored) => (stored === true ? true : undefined),
  encode: (value) => value ?? false,
});

/** The other way round. */
export function textColumn(value: string | undefined): string {
  return value ?? '';
}
export function dateColumn(value: Date | undefined): string {
  return value?.toISOString() ?? '';
}

/** A column that holds JSON of the given shape. */
export function json<T extends z.ZodType>(shape: T) {
  return JSON_TEXT.pipe(shape);
}

const JSON_TEXT = z.codec(z.string(), z.unknown(), {
  decode(stored, { issues }): unknown {
    try {
      return JSON.parse(stored);
    } catch {
      issues.push({ code: 'custom', message: 'not JSON', input: stored });
      return z.NEVER;
    }
  },
  encode: (value) => JSON.stringify(value),
});

/** The same, '' where there is nothing. */
export function optionalJson<T extends z.ZodType>(shape: T) {
  return optionalText.pipe(json(shape).optional());
}
