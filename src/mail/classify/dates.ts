import { fold } from './fold.ts';

const LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'id',
  'nl',
  'pl',
  'tr',
  'ru',
  'uk',
  'cs',
  'sv',
  'th',
  'ar',
] as const;
const DAY = 24 * 60 * 60 * 1000;
/** A date without a year that lies less than this many days back is meant as it is, not of the next year. */
const PAST = 60;

/** Names of the months and their abbreviations, folded, with the number of the month. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap((language) =>
    (['long', 'short'] as const).flatMap((month) =>
      Array.from({ length: 12 }, (_, at) => {
        const parts = new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' });
        const name = parts.formatToParts(Date.UTC(2026, at, 5)).find(({ type }) => type === 'month');
        return [fold(name?.value ?? '').replace('.', ''), at + 1] as const;
      }),
    ),
  ),
);
const ISO = /\b(20\d\d)-(\d\d)-(\d\d)\b/g;
const EAST_ASIAN = /(?:(20\d\d)\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/g;
const MONTH_FIRST = /\b([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?\b(?:,? (20\d\d)\b)?/g;
const DAY_FIRST =
  /\b(\d{1,2})(?:st|nd|rd|th|er|º)?\.? (?:de )?([\p{L}\p{M}]{3,10})(?![\p{L}\p{M}])\.?(?: (?:de )?(20\d\d)\b)?/gu;
const VIETNAMESE = /\bngay (\d{1,2}) thang (\d{1,2})(?: nam (20\d\d))?\b/g;

/** The days named in a text, in the usual ways of writing a month's name; times of day are left out. */
export function datesIn(text: string, now: Date): readonly Date[] {
  const folded = fold(text);
  const found = [
    ...[...folded.matchAll(ISO), ...folded.matchAll(EAST_ASIAN)].map(([, y, m, d]) => [y, m, d]),
    ...[...folded.matchAll(MONTH_FIRST)].map(([, m = '', d, y]) => [y, MONTHS.get(m), d]),
    ...[...folded.matchAll(VIETNAMESE)].map(([, d, m, y]) => [y, m, d]),
    ...[...folded.matchAll(DAY_FIRST)].map(([, d, m = '', y]) => [y, MONTHS.get(m), d]),
  ];
  return found
    .map(([year = Number.NaN, month, day]) => dateOf(Number(year), Number(month), Number(day), now))
    .filter((date) => !Number.isNaN(date.getTime()));
}

/** @param year not a number where none is named */
function dateOf(year: number, month: number, day: number, now: Date): Date {
  const date = new Date(Date.UTC(year || now.getUTCFullYear(), month - 1, day));
  const isPast = Number.isNaN(year) && date.getTime() < now.getTime() - PAST * DAY;
  return isPast ? new Date(Date.UTC(now.getUTCFullYear() + 1, month - 1, day)) : date;
}
