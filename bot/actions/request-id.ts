import { z } from 'zod';
import { isId } from '../../src/identifiers.ts';
import { CardUnknown } from '../explain.ts';

const CardData = z.object({
  requestId: z.string().refine(isId),
  comment: z.string().max(10_000).optional(),
});

/** The id and comment of a card's data. @throws {CardUnknown} when Rootdesk cannot have written it */
export function parseCardData(input: unknown): { requestId: string; comment: string } {
  const parsed = CardData.safeParse(input);
  if (!parsed.success) throw new CardUnknown();
  return { requestId: parsed.data.requestId, comment: parsed.data.comment?.trim() ?? '' };
}
