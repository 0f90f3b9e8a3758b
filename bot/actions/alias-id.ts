import { z } from 'zod';
import type { Alias } from '../../src/aliases/alias.ts';
import { CardUnknown } from '../explain.ts';
import type { Turn } from '../turn.ts';

const CardData = z.object({
  aliasId: z.string().min(1).max(100),
  accountId: z.string().max(1_000).optional().default(''),
  reason: z.string().max(10_000).optional().default(''),
});
type AliasCardData = z.infer<typeof CardData>;

/** The alias that a card names, as it is now, and what was typed. @throws {CardUnknown} */
export async function parseAliasCard(
  turn: Turn,
  input: unknown,
): Promise<Omit<AliasCardData, 'aliasId'> & { readonly alias: Alias }> {
  const parsed = CardData.safeParse(input);
  if (!parsed.success) throw new CardUnknown();
  const { aliasId, accountId, reason } = parsed.data;
  const alias = (await turn.parts.register.alias(aliasId))?.value;
  if (alias === undefined) throw new CardUnknown();
  return { alias, accountId: accountId.trim(), reason: reason.trim().slice(0, REASON_MOST) };
}

const REASON_MOST = 500;
