import type { Font, Size } from '../runs.ts';
import { plain, type CardText, type Words } from '../text.ts';
import type { Texts } from '../texts/languages.ts';
import { momentWords } from './moment.ts';

/** A label of ours with a value that may be anybody's. */
export type Row = {
  readonly label: Words;
  readonly value: CardText;
  readonly font: Font;
  readonly size: Size;
};

const VALUE_MOST = 600;

/** Rows of a card; those without a value are left out. */
export function rowsOf(...rows: readonly (Row | undefined)[]): readonly Row[] {
  return rows.filter((present) => present !== undefined);
}

/** One row, or undefined when there is nothing to show. */
export function row(label: Words, value: string | undefined, most = VALUE_MOST): Row | undefined {
  const text = plain(value ?? '', most);
  return text === '' ? undefined : { label, value: text, font: 'Default', size: 'Default' };
}

/** A row with a time, as each reader's clock has it. */
export function timeRow(texts: Texts, label: Words, at: Date | undefined): Row | undefined {
  if (at === undefined) return undefined;
  return { label, value: momentWords(texts, at), font: 'Default', size: 'Default' };
}

/** A row with something to compare or copy: an address, which fits on two lines of a phone, or an account id. */
export function codeRow(label: Words, value: string | undefined): Row | undefined {
  const text = plain(value ?? '', 100);
  return text === '' ? undefined : { label, value: text, font: 'Monospace', size: 'Small' };
}
