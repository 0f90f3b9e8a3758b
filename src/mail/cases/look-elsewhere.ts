import type { EscalationLevel } from '../../messages/job.ts';
import type { CopyLook } from '../../messages/poster.ts';
import type { TriageReason } from '../../messages/triage-reason.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { CaseRegister } from './case-register.ts';

/** Why a mail falls back to triage. */
export type FallBackReason = Extract<TriageReason, { code: 'no-channel' | 'channel-unreachable' }>;

/** The mark of a mail that falls back, which is written before it is posted to triage and to its owner. Its text is the code of the reason. */
export function fellBackMark(ledgerId: string): string {
  return `fell-back ${ledgerId}`;
}

/**
 * What the card of a mail in triage or in the owner's chat says beside what all of its cards say, by what was stored before it was posted:
 * also where the answer to the post was lost, and the mail went elsewhere in the end. Undefined where nothing was to be posted there. Two
 * point reads.
 */
export async function lookElsewhere(
  register: Pick<CaseRegister, 'mark' | 'handling'>,
  { id, aliasId, triageReason }: LedgerEntry,
  where: EscalationLevel,
): Promise<CopyLook | undefined> {
  if (aliasId === undefined) return where === 'triage' ? { triageReason } : undefined;
  const [mark, handling] = await Promise.all([register.mark(fellBackMark(id)), register.handling(id)]);
  const { deadSince, escalated = [] } = handling?.value ?? {};
  if (where === 'triage' && deadSince !== undefined) return { triageReason: { code: 'given-up' } };
  if (escalated.some(({ level }) => level === where)) return { triageReason: { code: 'unacknowledged' } };
  if (mark === undefined) return undefined;
  // Marks of earlier versions have no text.
  return { triageReason: { code: mark.value === 'no-channel' ? 'no-channel' : 'channel-unreachable' } };
}
