import type { Drawn } from './draw.ts';
import type { Texts } from './texts/languages.ts';

/** The card with a line below it: Teams did not say whether an earlier one arrived. */
export function withRepeatMark({ repeat }: Texts, { card, summary }: Drawn): Drawn {
  const { body } = card;
  if (!Array.isArray(body)) throw new TypeError('the card has no body');
  const parts: readonly unknown[] = body;
  const mark = { type: 'TextBlock', text: repeat.message, wrap: true, isSubtle: true };
  return { card: { ...card, body: [...parts, mark] }, summary };
}
