import { z } from 'zod';
import { isId } from '../../src/identifiers.ts';
import type { CopyLook } from '../../src/outgoing/poster.ts';
import { CardUnknown } from '../explain.ts';
import type { Turn } from '../turn.ts';

/** Ids of messages in Exchange have some hundred characters. */
const LedgerId = z.string().min(1).max(2_000);
const MailData = z.object({ ledgerId: LedgerId });
const RevealData = z.object({ ledgerId: LedgerId, revealId: z.string().refine(isId) });

/** The ledger id of a mail's card. @throws {CardUnknown} when Rootdesk cannot have written it */
export function parseMailData(input: unknown): { ledgerId: string } {
  const parsed = MailData.safeParse(input);
  if (!parsed.success) throw new CardUnknown();
  return parsed.data;
}

/** The ids of an approvers' card. @throws {CardUnknown} */
export function parseRevealData(input: unknown): { ledgerId: string; revealId: string } {
  const parsed = RevealData.safeParse(input);
  if (!parsed.success) throw new CardUnknown();
  return parsed.data;
}

/** What the clicked copy of a mail's card says beside what all of them say. */
export async function lookOfClicked(turn: Turn, ledgerId: string): Promise<CopyLook> {
  const copies = await turn.parts.conversations.copies(ledgerId);
  const clicked = copies.find(
    ({ conversationId, activityId }) =>
      conversationId === turn.clicked?.conversationId && activityId === turn.clicked.activityId,
  );
  return clicked?.look ?? {};
}
