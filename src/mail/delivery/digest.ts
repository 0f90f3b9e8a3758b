import { asOfMail } from '../../aliases/ownership.ts';
import type { CaseRegister } from '../cases/case-register.ts';
import type { Clock } from '../../shared/clock.ts';
import { newChangeId } from '../../shared/identifiers.ts';
import { afterAttempt } from '../../messages/after-attempt.ts';
import type { Errand, ErrandOf } from '../../messages/job.ts';
import type { Queued } from '../../messages/queue.ts';
import type { AttemptResult } from '../../messages/worker.ts';
import type { Actor } from '../../people/person.ts';
import type { MailErrandParts } from './errand-parts.ts';
import type { Ledger, LedgerEntry } from '../ledger.ts';
import type { MailState } from '../cases/handling.ts';
import { aliasOf } from './owning-channel.ts';
import { nextDigest } from '../../channels/mute-rules.ts';

export interface DigestParts {
  readonly register: Pick<CaseRegister, 'mark' | 'commit'>;
  readonly ledger: Pick<Ledger, 'keepForDigest'>;
  readonly clock: Clock;
}

/** What comes so shortly before a digest is for the one after: it could be kept when the digest has gone. */
const MARGIN_MS = 5 * 60_000;

const DIGEST: Actor = { kind: 'system', name: 'digest' };

/**
 * Keeps an entry for the channel's next digest. The digest itself is queued first, once for each channel and moment, so that
 * nothing that is kept is forgotten.
 */
export async function keepForDigest(
  parts: DigestParts,
  entry: LedgerEntry,
  channelId: string,
  way: 'daily' | 'weekly',
): Promise<void> {
  const at = parts.clock();
  const dueAt = nextDigest(way, new Date(at.getTime() + MARGIN_MS));
  const name = `digest ${channelId} ${dueAt.toISOString()}`;
  if ((await parts.register.mark(name)) === undefined) {
    // Stale: another mail has queued it meanwhile.
    await parts.register.commit({
      id: newChangeId(),
      marks: [{ name, version: undefined, text: '' }],
      audit: [
        {
          at,
          actor: DIGEST,
          action: 'digest',
          aliasId: undefined,
          requestId: undefined,
          before: '',
          after: `${way} digest for ${dueAt.toISOString()}`,
          reason: channelId,
        },
      ],
      errands: [{ kind: 'mail-digest', channelId, dueAt }],
    });
  }
  await parts.ledger.keepForDigest(entry, channelId, dueAt);
}

/** Posts what was kept for a channel's digest, and forgets it once it stands there. */
export async function sendDigest(
  parts: MailErrandParts,
  item: Queued<Errand>,
  { channelId, dueAt }: ErrandOf<'mail-digest'>,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const entries = await parts.ledger.digest(channelId, dueAt);
  if (entries.length === 0) return { kind: 'done', ending: 'dropped' };
  const found = await Promise.all(entries.slice(0, DIGEST_MOST).map((entry) => stateOf(parts, entry)));
  const mails = found.filter((state) => state !== undefined);
  const to = { kind: 'channel', channelId } as const;
  const { mayBeRepeat } = item;
  const notice = { kind: 'mail-digest', mails, count: entries.length, mayBeRepeat } as const;
  const outcome = await parts.poster.post(to, notice, signal);
  if (outcome.kind === 'posted') {
    await parts.ledger.forgetDigest(channelId, dueAt);
    return { kind: 'done', ending: 'told' };
  }
  // Whoever links the channel again gets it; triage need not hear of what nobody wanted to see at once.
  return afterAttempt(parts.log, item, to, outcome);
}

/** So many stand on the card; the others are counted. */
const DIGEST_MOST = 25;

async function stateOf(parts: MailErrandParts, entry: LedgerEntry): Promise<MailState | undefined> {
  const alias = await aliasOf(parts.register, entry);
  if (alias === undefined) return undefined;
  return { entry, alias: asOfMail(alias, entry.receivedAt), ended: 'digest', handling: undefined };
}
