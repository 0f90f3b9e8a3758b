import { fold } from './phrases.ts';

/** Beginnings of month names, January first, folded: English, German, French, Spanish, Italian, Portuguese. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fev'],
  ['mar', 'mär', 'maer'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'out', 'ott'],
  ['nov'],
  ['dec', 'dez', 'dic'],
];
const ISO = /\b(20\d\d)-(\d\d)-(\d\d)\b/g;
const EAST_ASIAN = /(20\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/g;
const MONTH_FIRST = /\b([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (20\d\d)\b/g;
const DAY_FIRST = /\b(\d{1,2})(?:st|nd|rd|th|er|º)?\.? (?:de )?([a-z]{3,10})\.? (?:de )?(20\d\d)\b/g;

/** The days named in a text, in the usual ways of writing a month's name; times of day are left out. */
export function datesIn(text: string): readonly Date[] {
  const folded = fold(text.slice(0, 12_000));
  const found = [
    ...[...folded.matchAll(ISO), ...folded.matchAll(EAST_ASIAN)].map(([, y, m, d]) => [y, m, d]),
    ...[...folded.matchAll(MONTH_FIRST)].map(([, m, d, y]) => [y, monthNumber(m), d]),
    ...[...folded.matchAll(DAY_FIRST)].map(([, d, m, y]) => [y, monthNumber(m), d]),
  ];
  return found
    .map(([year, month, day]) => new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))))
    .filter((date) => !Number.isNaN(date.getTime()));
}

function monthNumber(name: string | undefined): number {
  return (
    MONTHS.findIndex((names) => names.some((beginning) => name?.startsWith(beginning))) + 1 || Number.NaN
  );
}
