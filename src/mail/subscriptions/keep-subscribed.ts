import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../shared/clock.ts';
import type { Log } from '../../shared/log.ts';
import { createTroubles } from '../../shared/troubles.ts';
import { FOLDERS, type Folder } from '../mailbox.ts';
import type {
  KnownSubscription,
  StoredSubscription,
  SubscriptionStore,
  Subscriptions,
} from './subscriptions.ts';

const HOUR_MS = 60 * 60_000;
/** Microsoft 365 gives seven days at most, in some clouds less than three. */
const LASTS_MS = 48 * HOUR_MS;
/** With less left than this it is renewed: every twelve hours, with a day and a half in hand. */
const ENOUGH_MS = 36 * HOUR_MS;
const SECRET_BYTES = 32;

export interface KeepDeps {
  readonly subscriptions: Subscriptions;
  readonly store: SubscriptionStore;
  /** Address of the central mailbox. */
  readonly mailbox: string;
  /** Where notifications shall arrive; undefined where Rootdesk has no public address: then subscriptions are ended. */
  readonly url: string | undefined;
  /** Called after a subscription was made: mail may have come while there was none. */
  readonly wake: () => void;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Brings the subscriptions to what they should be, each folder for itself. Only the copy that sweeps may do it. What fails is
 * logged and left to the next call: without a subscription mail is found by the schedule.
 */
export type KeepSubscribed = (signal: AbortSignal) => Promise<void>;

/** For one turn of this copy: each subscription is renewed once at its beginning, which tells whether it still exists. */
export function createKeepSubscribed(deps: KeepDeps): KeepSubscribed {
  const proven = new Set<Folder>();
  const troubles = createTroubles(deps.log);

  async function keep(folder: Folder, signal: AbortSignal): Promise<void> {
    const stored = await deps.store.load(folder);
    if (deps.url === undefined) {
      if (stored !== undefined) await end(deps, folder, stored, signal);
      return;
    }
    const next = wanted(deps, stored, proven.has(folder));
    if (next === 'nothing') return;
    const renewed = next === 'renew' && stored !== undefined && (await renew(deps, folder, stored, signal));
    if (!renewed) await subscribe({ ...deps, url: deps.url }, folder, stored, signal);
    proven.add(folder);
  }

  return async (signal) => {
    const kept = FOLDERS.map(async (folder) => {
      try {
        await keep(folder, signal);
        troubles.over(folder);
      } catch (error) {
        if (signal.aborted) return;
        troubles.failed(folder, {
          level: 'warn',
          message: 'no change notifications; the schedule finds the mail',
          details: { err: error, folder },
        });
      }
    });
    await Promise.all(kept);
  };
}

/** The SHA-256 of a client state, as it is stored. */
export function sha256Of(clientState: string): string {
  return createHash('sha256').update(clientState, 'utf8').digest('hex');
}

function wanted(
  { url, mailbox, clock }: KeepDeps,
  stored: StoredSubscription | undefined,
  isProven: boolean,
): 'create' | 'renew' | 'nothing' {
  if (stored === undefined || stored.url !== url || stored.mailbox !== mailbox) return 'create';
  const leftMs = stored.expiresAt.getTime() - clock().getTime();
  if (stored.due === 'create' || leftMs <= 0) return 'create';
  return stored.due === 'renew' || leftMs < ENOUGH_MS || !isProven ? 'renew' : 'nothing';
}

/** False when there is nothing to renew. */
async function renew(
  { subscriptions, store, clock, log }: KeepDeps,
  folder: Folder,
  stored: StoredSubscription,
  signal: AbortSignal,
): Promise<boolean> {
  const renewed = await subscriptions.renew(stored.id, lastsUntil(clock), signal);
  if (renewed === undefined) return false;
  // When somebody asked for something meanwhile, the next call finds it.
  await store.save(folder, { ...stored, expiresAt: renewed.expiresAt, due: undefined }, stored);
  log.info({ folder, expiresAt: renewed.expiresAt }, 'renewed the subscription');
  return true;
}

async function subscribe(
  deps: KeepDeps & { readonly url: string },
  folder: Folder,
  stored: StoredSubscription | undefined,
  signal: AbortSignal,
): Promise<void> {
  const { subscriptions, url, mailbox, clock, log } = deps;
  // The stored one, and whatever a copy made that died before it wrote it down.
  const former = await subscriptions.list(folder, url, signal);
  const ids = new Set([...former.map(({ id }) => id), ...(stored === undefined ? [] : [stored.id])]);
  for (const id of ids) await remove(deps, id, signal);

  const clientState = randomBytes(SECRET_BYTES).toString('base64url');
  const options = { url, clientState, expiresAt: lastsUntil(clock) };
  const made = await subscriptions.create(folder, options, signal);
  const known = { ...made, mailbox, url, clientStateSha256: sha256Of(clientState), due: undefined };
  if (!(await note(deps, folder, known, stored))) {
    log.warn({ folder }, 'another copy subscribed meanwhile; this subscription is ended');
    await remove(deps, made.id, signal);
    return;
  }
  log.info({ folder, expiresAt: made.expiresAt }, 'subscribed to change notifications');
  deps.wake();
}

/** False when another copy has subscribed. That somebody asked for something of the former one does not matter any more. */
async function note(
  { store }: KeepDeps,
  folder: Folder,
  known: KnownSubscription,
  since: StoredSubscription | undefined,
): Promise<boolean> {
  if (await store.save(folder, known, since)) return true;
  const now = await store.load(folder);
  // The storage's client repeats requests by itself: the conflict may be with our own write.
  if (now?.id === known.id) return true;
  return now?.id === since?.id && (await store.save(folder, known, now));
}

async function end(
  deps: KeepDeps,
  folder: Folder,
  stored: StoredSubscription,
  signal: AbortSignal,
): Promise<void> {
  await remove(deps, stored.id, signal);
  await deps.store.forget(folder);
  deps.log.info({ folder }, 'ended the subscription: there is no public address any more');
}

/** One that cannot be removed, such as that of another application, runs out by itself, and nobody believes it. */
async function remove({ subscriptions, log }: KeepDeps, id: string, signal: AbortSignal): Promise<void> {
  try {
    await subscriptions.remove(id, signal);
  } catch (error) {
    signal.throwIfAborted();
    log.warn({ err: error }, 'a former subscription could not be ended; it runs out by itself');
  }
}

function lastsUntil(clock: Clock): Date {
  return new Date(clock().getTime() + LASTS_MS);
}
