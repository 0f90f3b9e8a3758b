import { noteCard, poolCard, type Drawn } from '../../cards/index.ts';
import type { Uses } from './bot-deps.ts';
import type { Turn } from './turn.ts';

/** The pool for approvers; everybody else reads what they can do without. */
export async function drawPool(
  { rights, aliases }: Uses<'rights' | 'aliases'>,
  { texts, caller, place }: Turn,
): Promise<Drawn> {
  const grant = await rights.granted('see-pool', caller);
  const isInChat = place.kind === 'personal';
  if (grant !== undefined) return poolCard(texts, { report: await aliases.pool(grant), isInChat });
  const { notYours, notYoursLead } = texts.pool;
  return noteCard(texts, notYours, notYoursLead, [isInChat ? 'request' : 'help']);
}
