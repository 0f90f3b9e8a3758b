import { once } from 'node:events';
import { createCoalesced } from '../schedule/coalesced.ts';
import type { Clock } from '../shared/clock.ts';
import {
  createNotificationsRoute,
  NOTIFICATIONS_PATH,
  type NotificationsRoute,
} from '../http/notifications-route.ts';
import type { Log } from '../shared/log.ts';
import type { WakeUpSignal } from '../mail/subscriptions/wake-up-signal.ts';
import { createKeepSubscribed } from '../mail/subscriptions/keep-subscribed.ts';
import { createReceive } from '../mail/subscriptions/receive.ts';
import type { SubscriptionStore, Subscriptions } from '../mail/subscriptions/subscriptions.ts';
import { createRound } from '../schedule/round.ts';
import { createTroubles } from '../shared/troubles.ts';
import { withinTime } from '../shared/time-limit.ts';

/** A central mailbox, as far as somebody tells of its mail. */
interface NotifyingMailbox {
  readonly address: string;
  readonly subscriptions: Subscriptions;
  readonly store: SubscriptionStore;
}

export interface NotificationsDeps {
  readonly mailboxes: readonly NotifyingMailbox[];
  readonly wakeUpSignal: WakeUpSignal;
  /** Where Microsoft 365 reaches Rootdesk; undefined: it is not told, and tells nothing. */
  readonly publicUrl: string | undefined;
  /** Subscriptions are looked after as often as the mailbox is swept. */
  readonly everySeconds: number;
  /** Sweeps soon, where that is this copy's turn; else false. */
  readonly wakeSweep: () => boolean;
  readonly clock: Clock;
  readonly log: Log;
}

/** Everything about change notifications in this copy. */
export interface Notifications {
  /** Undefined without a public address. */
  readonly route: NotificationsRoute | undefined;
  /** While this copy sweeps: keeps the subscriptions and listens to the copies that were told of mail. */
  during(turn: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

const EVERY_SECOND = '* * * * * *';
/** A burst of notifications rings once, and once more after it. */
const RING_MS = 1_000;
/** Microsoft 365 takes up to ten seconds to ask at the address before it agrees. */
const KEEP_MS = 60_000;

export function createNotifications(deps: NotificationsDeps): Notifications {
  const { mailboxes, wakeUpSignal, publicUrl, wakeSweep, clock, log } = deps;
  const url = publicUrl === undefined ? undefined : `${publicUrl}${NOTIFICATIONS_PATH}`;

  /** What may be asked of a subscription is done while this copy has its turn. */
  let keep = (): void => {};
  const troubles = createTroubles(log);
  const ring = createCoalesced(
    async () => {
      await wakeUpSignal.ring();
      troubles.over('ring');
    },
    RING_MS,
    (error) =>
      troubles.failed('ring', {
        level: 'error',
        message: 'the copy that sweeps could not be told; its schedule finds the mail',
        details: { err: error },
      }),
  );
  function wake(): void {
    if (wakeSweep()) keep();
    else ring.ask();
  }

  async function during(turn: AbortSignal): Promise<void> {
    const kept = mailboxes.map(({ address, subscriptions, store }) =>
      createKeepSubscribed({
        subscriptions,
        store,
        mailbox: address,
        url,
        wake: () => void wakeSweep(),
        clock,
        log,
      }),
    );
    let keptAt = 0;
    const keeping = createCoalesced(
      async () => {
        keptAt = performance.now();
        await withinTime(KEEP_MS, (signal) => Promise.all(kept.map((keepIt) => keepIt(signal))), turn);
        troubles.over('subscriptions');
      },
      RING_MS,
      (error) =>
        troubles.failed('subscriptions', {
          level: 'error',
          message: 'the subscriptions could not be looked after',
          details: { err: error },
        }),
    );
    let heard: string | undefined;
    const listening = createRound(
      'bell',
      EVERY_SECOND,
      async () => {
        if (performance.now() - keptAt >= deps.everySeconds * 1_000) keeping.ask();
        const now = await wakeUpSignal.heard();
        if (now === heard) return;
        heard = now;
        wakeSweep();
        keeping.ask();
      },
      log,
    );
    keep = keeping.ask;
    keep();
    // Without an address there is nobody to listen to: what is left of former subscriptions is ended once.
    if (url !== undefined) listening.start();
    if (!turn.aborted) await once(turn, 'abort');
    keep = () => {};
    await Promise.all([listening.stop(), keeping.stop()]);
  }

  return {
    route:
      url === undefined
        ? undefined
        : createNotificationsRoute(
            createReceive({ stores: mailboxes.map(({ store }) => store), wake, log }),
            log,
          ),
    during,
    stop: ring.stop,
  };
}
