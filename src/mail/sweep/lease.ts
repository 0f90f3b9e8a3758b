import { RootdeskError } from '../../shared/rootdesk-error.ts';
import { newId } from '../../shared/identifiers.ts';
import type { Log } from '../../shared/log.ts';
import { createTroubles } from '../../shared/troubles.ts';
import { pause } from '../../shared/pause.ts';

/** Whose turn it is. Every change of it differs from all earlier ones in owner, epoch or renewals. */
export interface Term {
  /** Id of the holder, made for one term; '' while nobody holds the lease. */
  readonly owner: string;
  /** Grows with every new owner. */
  readonly epoch: number;
  readonly renewals: number;
  /** By the owner's clock, for people who look at it: clocks differ between machines, and nothing is decided by it. */
  readonly expiresAt: Date;
}

export interface StoredTerm extends Term {
  readonly version: string;
}

/** The stored row of one lease. */
export interface Lease {
  load(): Promise<StoredTerm | undefined>;
  /** Writes the term unless somebody else has changed it since it was loaded; undefined when somebody has. */
  save(term: Term, since: StoredTerm | undefined): Promise<StoredTerm | undefined>;
}

/** Another copy holds the lease now, or this one could not renew it in time. */
export class LeaseLost extends RootdeskError<'lease-lost'> {
  constructor(epoch: number) {
    super(
      'lease-lost',
      `The lease of epoch ${epoch} was lost; another copy of Rootdesk goes on with the work.`,
      'Nothing needs to be done. If it happens often, look at the storage account and at the load of the copies.',
    );
    this.name = 'LeaseLost';
  }
}

export interface LeaseTimes {
  /** A term that nobody has renewed for so long belongs to a copy that died. */
  readonly leaseMs: number;
  /** A holder stops that could not renew for so long: well before anybody takes over. */
  readonly holdMs: number;
  readonly renewMs: number;
  /** Between two looks of a copy that waits for its turn. */
  readonly lookMs: number;
}

/** A dead holder is noticed after 12 to 16 seconds; storage that is away for eight ends nobody's turn. */
const TIMES: LeaseTimes = { leaseMs: 14_000, holdMs: 11_000, renewMs: 2_000, lookMs: 2_000 };

/** Renewals that are waited for before a holder counts as gone. */
const RENEWALS = 2.5;

/** Whether a copy is at work under the lease: it renews it within some seconds. */
export async function isHeld(
  lease: Pick<Lease, 'load'>,
  { renewMs }: Pick<LeaseTimes, 'renewMs'> = TIMES,
): Promise<boolean> {
  const before = await lease.load();
  if (before === undefined || before.owner === '') return false;
  await pause(RENEWALS * renewMs);
  const after = await lease.load();
  return after !== undefined && after.owner !== '' && after.version !== before.version;
}

export interface LeaseDeps {
  readonly lease: Lease;
  readonly log: Log;
  readonly times?: LeaseTimes;
}

/**
 * Waits until the lease is this copy's, works, and gives it back when the work has ended.
 *
 * No clock is compared with another machine's: whoever waits takes over when the row has not changed for `leaseMs` of its own
 * time, and the holder stops `holdMs` after it sent its last successful renewal, which is earlier. A machine that was halted can
 * still wake up and go on for a moment, so what is done under the lease must also bear being done twice.
 *
 * @param work gets a signal that is aborted when `signal` is, or with {@link LeaseLost} when the lease is lost; and the epoch
 * @throws the signal's reason when it is aborted before or while working, {@link LeaseLost}, and whatever the work throws
 */
export async function withLease<T>(
  deps: LeaseDeps,
  signal: AbortSignal,
  work: (signal: AbortSignal, epoch: number) => Promise<T>,
): Promise<T> {
  const taken = await takeInTurn(deps, signal);
  const { epoch } = taken.term;
  deps.log.info({ epoch }, 'took the lease');
  const lost = new AbortController();
  const ended = new AbortController();
  const kept = keep(deps, taken, { lost, ended: ended.signal });
  try {
    return await work(AbortSignal.any([signal, lost.signal]), epoch);
  } finally {
    ended.abort();
    await giveBack(deps, await kept);
  }
}

/**
 * Competes for the lease until the signal is aborted. Whenever it is this copy's, `turn` runs, which goes on until its own signal
 * is aborted; then the lease is given back or lost, and this copy waits for its next turn.
 */
export async function takeTurns(
  deps: LeaseDeps,
  signal: AbortSignal,
  turn: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const troubles = createTroubles(deps.log);
  while (!signal.aborted) {
    try {
      await withLease(deps, signal, turn);
      troubles.over('turn');
    } catch (error) {
      if (signal.aborted) return;
      troubles.failed('turn', {
        level: 'warn',
        message: 'the turn ended early; waiting for the next one',
        details: { err: error },
      });
      await pause((deps.times ?? TIMES).lookMs, signal);
    }
  }
}

interface Taken {
  readonly term: StoredTerm;
  /** When the request was sent that proved it, in milliseconds of `performance.now()`. */
  readonly sentAt: number;
}

async function takeInTurn(deps: LeaseDeps, signal: AbortSignal): Promise<Taken> {
  const { times = TIMES, log } = deps;
  const look = createWatch(deps, times);
  const troubles = createTroubles(log);
  for (;;) {
    signal.throwIfAborted();
    try {
      const taken = await look();
      troubles.over('lease');
      if (taken !== undefined) return taken;
    } catch (error) {
      troubles.failed('lease', {
        level: 'warn',
        message: 'the lease could not be looked at; trying again',
        details: { err: error },
      });
    }
    await pause(times.lookMs, signal);
  }
}

/** Looks at the lease again and again, and takes it when it is free or has not changed for too long. */
function createWatch({ lease }: LeaseDeps, times: LeaseTimes): () => Promise<Taken | undefined> {
  const owner = newId();
  let watched: { readonly version: string; readonly since: number } | undefined;
  return async () => {
    const stored = await lease.load();
    const sentAt = performance.now();
    if (stored !== undefined && stored.owner !== '') {
      if (watched?.version !== stored.version) watched = { version: stored.version, since: sentAt };
      if (sentAt - watched.since < times.leaseMs) return undefined;
    }
    const term = { owner, epoch: (stored?.epoch ?? 0) + 1, renewals: 0, expiresAt: expiry(times) };
    const saved = await lease.save(term, stored);
    return saved === undefined ? undefined : { term: saved, sentAt };
  };
}

/** Renews until the work has ended; the last term, or undefined when it was lost. */
async function keep(
  { lease, log, times = TIMES }: LeaseDeps,
  taken: Taken,
  { lost, ended }: { readonly lost: AbortController; readonly ended: AbortSignal },
): Promise<StoredTerm | undefined> {
  let { term } = taken;
  const lose = (): void => lost.abort(new LeaseLost(term.epoch));
  const stopAt = (sentAt: number): NodeJS.Timeout =>
    setTimeout(lose, Math.max(0, sentAt + times.holdMs - performance.now()));
  let deadline = stopAt(taken.sentAt);
  const troubles = createTroubles(log);
  const over = AbortSignal.any([ended, lost.signal]);
  try {
    for (;;) {
      await pause(times.renewMs, over);
      if (over.aborted) return lost.signal.aborted ? undefined : term;
      const sentAt = performance.now();
      try {
        const renewed = await write(lease, { ...term, expiresAt: expiry(times) }, term);
        if (renewed === undefined) {
          lose();
          return undefined;
        }
        term = renewed;
        troubles.over('lease');
        clearTimeout(deadline);
        deadline = stopAt(sentAt);
      } catch (error) {
        troubles.failed('lease', {
          level: 'warn',
          message: 'the lease could not be renewed; trying again',
          details: { err: error, epoch: term.epoch },
        });
      }
    }
  } finally {
    clearTimeout(deadline);
  }
}

/** Lets the next copy begin at once. */
async function giveBack({ lease, log }: LeaseDeps, term: StoredTerm | undefined): Promise<void> {
  if (term === undefined) return;
  try {
    await write(lease, { ...term, owner: '', expiresAt: new Date() }, term);
  } catch (error) {
    log.warn({ err: error, epoch: term.epoch }, 'the lease could not be given back; it runs out by itself');
  }
}

/** Goes on from a term of ours; undefined when the lease is another's. */
async function write(lease: Lease, next: Term, since: StoredTerm): Promise<StoredTerm | undefined> {
  const saved = await lease.save({ ...next, renewals: since.renewals + 1 }, since);
  if (saved !== undefined) return saved;
  // An earlier renewal whose answer never came may have been written all the same: then the row is newer, and still ours.
  const stored = await lease.load();
  if (stored === undefined || stored.owner !== since.owner || stored.epoch !== since.epoch) return undefined;
  return lease.save({ ...next, renewals: stored.renewals + 1 }, stored);
}

function expiry(times: LeaseTimes): Date {
  return new Date(Date.now() + times.leaseMs);
}
