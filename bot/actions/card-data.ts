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
