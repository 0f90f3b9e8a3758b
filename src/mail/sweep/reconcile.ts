import type { CaseRegister } from '../cases/case-register.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Log } from '../../shared/log.ts';
import type { Actor } from '../../people/person.ts';
import type { Ledger } from '../ledger.ts';
import type { ChangePage, MailboxListing } from '../mailbox.ts';
import { FIRST_MAILBOX, type MailboxName } from '../mailbox-name.ts';
import { timesOf, type RecordedPage } from './record-page.ts';

export interface ReconcileDeps {
  readonly mailbox: MailboxListing;
  /** Which of the central mailboxes that is. */
  readonly name: MailboxName;
  readonly ledger: Pick<Ledger, 'known'>;
  readonly register: Pick<CaseRegister, 'mark' | 'commit'>;
  /** Reads and records messages as the sweep does. */
  readonly record: (page: RecordedPage, signal: AbortSignal) => Promise<void>;
  /** Messages that were received before do not count. */
  readonly countsSince?: Date | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** Called when jobs were queued. */
  readonly wake: () => void;
}

const DAY_MS = 24 * 60 * 60_000;
/** How far back the mailbox is listed at least, and at most after a standstill. */
const BACK_DAYS = 2;
const BACK_DAYS_MOST = 30;
/** What came just now may still be on its way through the sweep. */
const GRACE_MS = 15 * 60_000;

const RECONCILER: Actor = { kind: 'system', name: 'reconciliation' };

/**
 * Lists what a central mailbox received in the last two days, or since the last comparison after a standstill, in whatever folder it
 * lies, and compares it with the ledger: the sweep follows Graph's changes of two folders, and this tells what they left out, and
 * what a rule or a person took away before. What is missing is recorded, and triage is told how much it was. Once a day, whichever
 * copy is first; undefined when it was done today.
 * @throws {MailboxUnavailable} {@link RegisterUnavailable}
 */
export async function reconcile(deps: ReconcileDeps, signal: AbortSignal) {
  const at = deps.clock();
  const name = markOf(deps.name, at);
  if ((await deps.register.mark(name)) !== undefined) return undefined;
  const window = {
    since: new Date(Math.max(await listedSince(deps, at), deps.countsSince?.getTime() ?? 0)),
    until: new Date(at.getTime() - GRACE_MS),
  };
  let seen = 0;
  let missing = 0;
  for await (const { messageIds, listed = new Map() } of pagesOf(deps.mailbox, window, signal)) {
    const known = await deps.ledger.known(messageIds, timesOf(listed));
    const gaps = messageIds.filter((id) => !known.has(id));
    seen += messageIds.length;
    missing += gaps.length;
    if (gaps.length === 0) continue;
    deps.log.error({ messageIds: gaps }, 'messages of the mailbox were missing in the ledger');
    await deps.record({ messageIds: gaps, listed, foundLate: true }, signal);
  }
  const outcome = await deps.register.commit({
    marks: [{ name, version: undefined, text: `${missing} of ${seen}` }],
    audit: {
      at,
      actor: RECONCILER,
      action: 'reconcile',
      aliasId: undefined,
      after: { code: 'reconciled', seen, since: window.since, missing },
    },
    jobs: missing === 0 ? [] : [{ kind: 'mail-gap', missing, seen, to: { kind: 'triage' } }],
  });
  if (outcome.kind === 'committed') deps.wake();
  return { seen, missing };
}

function markOf(mailbox: MailboxName, day: Date): string {
  return `reconciled ${day.toISOString().slice(0, 10)}${mailbox === FIRST_MAILBOX ? '' : ` ${mailbox}`}`;
}

/** Two days ago, or where nothing was compared since then, the day before the last comparison. */
async function listedSince(
  { register, name }: Pick<ReconcileDeps, 'register' | 'name'>,
  at: Date,
): Promise<number> {
  for (let days = 1; days <= BACK_DAYS_MOST; days += 1) {
    const day = new Date(at.getTime() - days * DAY_MS);
    if ((await register.mark(markOf(name, day))) !== undefined) {
      return at.getTime() - Math.max(BACK_DAYS, days + 1) * DAY_MS;
    }
  }
  return at.getTime() - BACK_DAYS * DAY_MS;
}

async function* pagesOf(
  mailbox: MailboxListing,
  window: { readonly since: Date; readonly until: Date },
  signal: AbortSignal,
): AsyncGenerator<ChangePage> {
  let cursor: string | undefined;
  for (;;) {
    const page = await mailbox.received('everywhere', window, cursor, signal);
    yield page;
    if (!page.more) return;
    cursor = page.cursor;
  }
}
