import type { Alias } from '../../aliases/alias.ts';
import { asOfMail } from '../../aliases/ownership.ts';
import type { CaseRegister } from '../cases/case-register.ts';
import type { Clock } from '../../shared/clock.ts';
import { afterAttempt } from '../../messages/after-attempt.ts';
import type { Job, JobOf } from '../../messages/job.ts';
import type { Queued } from '../../messages/queue.ts';
import type { AttemptResult } from '../../messages/attempt-result.ts';
import type { Actor } from '../../people/person.ts';
import type { MailJobDeps } from './mail-job-deps.ts';
import type { Ledger, LedgerEntry } from '../ledger.ts';
import type { MailState } from '../cases/handling.ts';
import { aliasOf } from './owning-channel.ts';
import { SEVERITIES } from '../../channels/mail-topics.ts';
import { nextDigest } from '../../channels/mute-rules.ts';

export interface DigestDeps {
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
  deps: DigestDeps,
  entry: LedgerEntry,
  channelId: string,
  way: 'daily' | 'weekly',
  mayBeRepeat: boolean,
): Promise<void> {
  const at = deps.clock();
  const dueAt = nextDigest(way, new Date(at.getTime() + MARGIN_MS));
  const name = `digest ${channelId} ${dueAt.toISOString()}`;
  if ((await deps.register.mark(name)) === undefined) {
    // Stale: another mail has queued it meanwhile.
    await deps.register.commit({
      marks: [{ name, version: undefined, text: '' }],
      audit: {
        at,
        actor: DIGEST,
        action: 'digest',
        aliasId: undefined,
        after: { code: 'digest', way, dueAt },
        reason: { code: 'channel-id', channelId },
      },
      jobs: [{ kind: 'mail-digest', channelId, dueAt }],
      mayBeRepeat,
    });
  }
  await deps.ledger.keepForDigest(entry, channelId, dueAt);
}

/** Posts what was kept for a channel's digest, and forgets it once it is posted. */
export async function sendDigest(
  deps: MailJobDeps,
  item: Queued<Job>,
  { channelId, dueAt }: JobOf<'mail-digest'>,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const entries = await deps.ledger.digest(channelId, dueAt);
  if (entries.length === 0) return { kind: 'done', ending: 'dropped' };
  const found = await statesOf(deps, entries);
  if (found.length === 0) return { kind: 'done', ending: 'dropped' };
  const mails = found.slice(0, DIGEST_MOST);
  const to = { kind: 'channel', channelId } as const;
  const { mayBeRepeat } = item;
  const notice = { kind: 'mail-digest', mails, count: found.length, mayBeRepeat } as const;
  const outcome = await deps.poster.post(to, notice, signal);
  if (outcome.kind === 'posted') {
    await deps.ledger.forgetDigest(channelId, dueAt);
    return { kind: 'done', ending: 'told' };
  }
  // Whoever links the channel again gets it; triage need not hear of what nobody wanted to see at once.
  return afterAttempt(item, to, outcome);
}

/** So many are on the card; the others are counted, and `mail` lists them. */
const DIGEST_MOST = 25;

/** All that can still be told of, what asks for something first; each in the order in which it came. */
async function statesOf(deps: MailJobDeps, entries: readonly LedgerEntry[]): Promise<readonly MailState[]> {
  const aliases = new Map<string | undefined, Alias | undefined>();
  for (const entry of entries) {
    if (!aliases.has(entry.aliasId)) aliases.set(entry.aliasId, await aliasOf(deps.register, entry));
  }
  const states = entries.flatMap((entry): readonly MailState[] => {
    const alias = aliases.get(entry.aliasId);
    if (alias === undefined) return [];
    return [{ entry, alias: asOfMail(alias, entry.receivedAt), ended: 'digest', handling: undefined }];
  });
  const rank = ({ entry }: MailState): number => SEVERITIES.indexOf(entry.severity);
  return states.toSorted((one, other) => rank(one) - rank(other));
}
