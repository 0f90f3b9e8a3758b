import { languageOf } from '../../cards/texts/languages.ts';
import { z } from 'zod';

/** Columns as they are in rows: a Merge cannot clear a column with null, so that '' stands for "none". */
export const text = z.string().optional().default('');
export const optionalText = text.transform((value) => (value === '' ? undefined : value));
/** A language that Rootdesk speaks; undefined for '' and for one of another version. */
export const optionalLanguage = text.transform((value) => languageOf(value));
/** ISO 8601 in UTC, '' for none. */
export const optionalDate = text.transform((value, context) => {
  const at = value === '' ? undefined : new Date(value);
  if (at === undefined || !Number.isNaN(at.getTime())) return at;
  context.addIssue('not a date');
  return z.NEVER;
});
export const date = z.iso.datetime().transform((value) => new Date(value));

/** The other way round. */
export function textColumn(value: string | undefined): string {
  return value ?? '';
}
export function dateColumn(value: Date | undefined): string {
  return value?.toISOString() ?? '';
}

/** A column that holds JSON of the given shape. */
export function json<T extends z.ZodType>(shape: T) {
  return z
    .string()
    .transform((value, context): unknown => {
      try {
        return JSON.parse(value);
      } catch {
        context.addIssue('not JSON');
        return z.NEVER;
      }
    })
    .pipe(shape);
}
