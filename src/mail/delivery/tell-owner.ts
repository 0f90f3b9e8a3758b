import type { Owner } from '../../aliases/alias.ts';
import { isSamePerson, ownerOfMail } from '../../aliases/ownership.ts';
import { afterAttempt } from '../../messages/after-attempt.ts';
import type { AttemptResult } from '../../messages/attempt-result.ts';
import type { Job, JobOf } from '../../messages/job.ts';
import type { CopyLook } from '../../messages/poster.ts';
import type { Queued } from '../../messages/queue.ts';
import type { Actor } from '../../people/person.ts';
import type { CaseRegister } from '../cases/case-register.ts';
import { fellBackMark, type FallBackReason } from '../cases/look-elsewhere.ts';
import { cardOf, type Ledger, type LedgerEntry } from '../ledger.ts';
import type { MailNotice } from '../notices.ts';
import type { Clock } from '../../shared/clock.ts';
import { LATE_MOST_MS } from './deliver-late.ts';
import { keepMailCopy, type KeepCopyDeps } from './keep-copy.ts';
import type { MailJobDeps } from './mail-job-deps.ts';
import { knownMail, mailNotice, type MailReaderDeps } from './mail-notice.ts';

const DELIVERY: Actor = { kind: 'system', name: 'delivery' };

type QueueDeps = {
  readonly register: Pick<CaseRegister, 'mark' | 'commit'>;
  readonly clock: Clock;
};

/** Has the owners of all mails on a card that falls back told, each once. */
export async function queueForOwners(
  deps: QueueDeps,
  entry: LedgerEntry,
  { alias, others = [], receivedAt }: Pick<MailNotice, 'alias' | 'others' | 'receivedAt'>,
  reason: FallBackReason,
  mayBeRepeat: boolean,
): Promise<void> {
  const told: Owner[] = [];
  for (const each of cardOf(entry)) {
    const its =
      each.aliasId === alias?.id ? alias : others.find(({ ledgerId }) => ledgerId === each.id)?.alias;
    const owner = ownerOfMail(its, receivedAt);
    if (owner === undefined || told.some((other) => isSamePerson(owner, other))) continue;
    await queueForOwner(deps, each, reason, mayBeRepeat);
    told.push(owner);
  }
}

/**
 * Has the owner of a mail that falls back told in their own chat, once, however often it falls back: a job of its own, which waits for
 * them as any other does.
 */
async function queueForOwner(
  { register, clock }: QueueDeps,
  { id: ledgerId, aliasId, category, receivedAt }: LedgerEntry,
  reason: FallBackReason,
  mayBeRepeat: boolean,
): Promise<void> {
  const name = fellBackMark(ledgerId);
  if ((await register.mark(name)) !== undefined) return;
  // Stale: another copy has queued it meanwhile.
  await register.commit({
    marks: [{ name, version: undefined, text: reason.code }],
    audit: {
      at: clock(),
      actor: DELIVERY,
      action: 'fall-back',
      aliasId,
      before: { code: 'state', state: 'waiting' },
      after: { code: 'in-triage' },
      reason: { code: 'mail', category, receivedAt },
    },
    jobs: [{ kind: 'mail-fell-back', ledgerId, reason }],
    mayBeRepeat,
  });
}

type TellDeps = KeepCopyDeps &
  MailReaderDeps &
  Pick<MailJobDeps, 'findOwner' | 'poster'> & { readonly ledger: Pick<Ledger, 'state'> };

/** Posts a mail that fell back into the chat of its owner, whoever that is by now. */
export async function tellOwner(
  deps: TellDeps,
  item: Queued<Job>,
  { ledgerId, reason }: JobOf<'mail-fell-back'>,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const [state, handling] = await Promise.all([
    deps.ledger.state(ledgerId),
    deps.register.handling(ledgerId),
  ]);
  // The channel has it by now, or nobody wants to hear of it any more.
  if (state === undefined || state.ended === 'told') return { kind: 'done', ending: 'dropped' };
  const { entry } = state;
  if (deps.clock().getTime() - entry.receivedAt.getTime() > LATE_MOST_MS) {
    return { kind: 'done', ending: 'dropped' };
  }
  const owner = await deps.findOwner(entry, signal);
  if (owner === undefined) {
    deps.log.warn({ entry: ledgerId }, 'nobody is known who could be told of a mail that fell back');
    return { kind: 'done', ending: 'dropped' };
  }
  const { sharesCardWith } = entry;
  const look: CopyLook = { triageReason: reason, mayBeRepeat: item.mayBeRepeat, sharesCardWith };
  const known = await knownMail(deps, entry, signal, sharesCardWith);
  const to = { kind: 'person', personId: owner.id } as const;
  const outcome = await deps.poster.post(to, mailNotice(known, look), signal);
  if (outcome.kind === 'posted') {
    await keepMailCopy(deps, { entry, handling: handling?.value }, { ...outcome.copy, look });
  }
  return afterAttempt(item, to, outcome);
}
