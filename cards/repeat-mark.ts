import type { Drawn } from './draw.ts';

const MARK = {
  type: 'TextBlock',
  text: 'May be a repeat: an earlier attempt to post this may have worked.',
  wrap: true,
  isSubtle: true,
};

/** The card with a line below it: Teams did not say whether an earlier one arrived. */
export function withRepeatMark({ card, summary }: Drawn): Drawn {
  const { body } = card;
  if (!Array.isArray(body)) throw new TypeError('the card has no body');
  const parts: readonly unknown[] = body;
  return { card: { ...card, body: [...parts, MARK] }, summary };
}
