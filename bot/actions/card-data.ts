import { z } from 'zod';

/** Longer than every id and everything that somebody types. */
const TEXT_MOST = 10_000;
const Data = z.record(z.string(), z.unknown());

/** A text of a card's data, trimmed; blank where there is none. What Rootdesk cannot have written names nothing. */
export function textIn(input: unknown, name: string): string {
  const parsed = Data.safeParse(input);
  const value = parsed.success ? parsed.data[name] : undefined;
  return typeof value === 'string' && value.length <= TEXT_MOST ? value.trim() : '';
}

const COUNT_MOST = 1_000_000;

/** How many are to be left out before those of a page; none where the data names no such number. */
export function countIn(input: unknown, name: string): number {
  const text = textIn(input, name);
  return /^\d+$/.test(text) ? Math.min(Number(text), COUNT_MOST) : 0;
}
