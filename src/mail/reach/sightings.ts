import { foldAddress } from '../../shared/identifiers.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Log } from '../../shared/log.ts';
import type { Alias } from '../../aliases/alias.ts';
import type { Analysis } from '../analysis.ts';
import { afterSightings, type SeenStore, type Sighting } from './seen.ts';

/** Takes note of mail that came through root mailboxes, off the way of the mail. */
export interface Sightings {
  /** In memory alone. */
  note(sighting: Sighting): void;
  /**
   * Writes down what was noted, at most once in some minutes: a range read and a transaction, however much mail came. Never fails;
   * what could not be written is written the next time. What is only in memory when the process ends is lost: some minutes, of mail
   * that others follow.
   */
  keep(): Promise<void>;
}

/** Between two writes. */
const EVERY_MS = 5 * 60_000;
const HOUR_MS = 60 * 60_000;

export function createSightings({
  store,
  clock,
  log,
}: {
  readonly store: SeenStore;
  readonly clock: Clock;
  readonly log: Log;
}): Sightings {
  /** The newest of each mailbox and hour. */
  let noted = new Map<string, Sighting>();
  let keptAt = Number.NEGATIVE_INFINITY;
  let isKeeping = false;

  return {
    note({ rootMailbox, receivedAt, central }) {
      // A clock that is ahead elsewhere must not make a mailbox look well for years.
      const at = new Date(Math.min(receivedAt.getTime(), clock().getTime()));
      const id = `${Math.floor(at.getTime() / HOUR_MS)} ${rootMailbox}`;
      const before = noted.get(id);
      if (before === undefined || before.receivedAt < at)
        noted.set(id, { rootMailbox, receivedAt: at, central });
    },
    async keep() {
      const now = clock().getTime();
      if (isKeeping || noted.size === 0 || Math.abs(now - keptAt) < EVERY_MS) return;
      isKeeping = true;
      const taken = noted;
      noted = new Map();
      // Before anything is awaited: sweeps of several mailboxes end at the same time.
      keptAt = now;
      try {
        const before = await store.load();
        await store.save(afterSightings(before, [...taken.values()]), before);
      } catch (error) {
        keptAt = Number.NEGATIVE_INFINITY;
        noted = new Map([...taken, ...noted]);
        log.warn({ err: error }, 'which root mailboxes brought mail could not be noted; trying again');
      } finally {
        isKeeping = false;
      }
    },
  };
}

/** Of a mail that was read: what says whom it reached. */
interface Addressed {
  readonly analysis: Pick<Analysis, 'genuine' | 'aliasSource' | 'aliases'>;
  readonly aliases: readonly Pick<Alias, 'address' | 'rootMailbox'>[];
}

/**
 * The root mailbox through which a mail certainly came; undefined where that cannot be said. AWS alone counts, as Exchange vouches for
 * it: a stranger who writes to the central mailbox and names an alias must not hide that its root mailbox is broken. So does only a
 * mail that names aliases of one root mailbox: of a mail to several, each copy names all of them.
 */
export function throughWhich({ analysis, aliases }: Addressed): string | undefined {
  if (analysis.genuine !== 'yes' || analysis.aliasSource === 'account-id') return undefined;
  const isKnown = analysis.aliases.every((address) => aliases.some((alias) => alias.address === address));
  const roots = new Set(aliases.map(({ rootMailbox }) => foldAddress(rootMailbox)));
  const [only] = roots;
  return isKnown && roots.size === 1 && only !== '' ? only : undefined;
}
