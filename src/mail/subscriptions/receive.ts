import { timingSafeEqual } from 'node:crypto';
import type { Log } from '../../shared/log.ts';
import { sparing } from '../../shared/sparing.ts';
import { FOLDERS, type Folder } from '../mailbox.ts';
import { sha256Of } from './keep-subscribed.ts';
import type { Due, StoredSubscription, SubscriptionStore } from './subscriptions.ts';

/** What somebody sent to our address, who may be Microsoft 365. */
export interface MailNotification {
  readonly subscriptionId: string;
  /** '' where there was none. */
  readonly clientState: string;
  /** `mail`: there is new mail, or there may be; the others ask for something to be done with the subscription. */
  readonly kind: 'mail' | 'reauthorize' | 'removed';
}

export interface ReceiveDeps {
  /** Of each central mailbox. */
  readonly stores: readonly SubscriptionStore[];
  /** Has the mailbox swept soon, and subscriptions looked after, whichever copy does it. */
  readonly wake: () => void;
  readonly log: Log;
  /** Milliseconds that never go back. */
  readonly now?: () => number;
}

/**
 * Takes notifications, believes those whose client state is one of ours, and has done what they ask. Others are counted in the
 * log. Whoever does not know a client state causes one question to the table a second at most, and none to Microsoft 365.
 * @throws {RegisterUnavailable} when it cannot be told whom to believe: whoever sent them should send them again
 */
export type Receive = (notifications: readonly MailNotification[]) => Promise<void>;

/** Between two looks into the table because of notifications that nobody here knows. */
const LOOK_MS = 1_000;

interface Known {
  readonly store: SubscriptionStore;
  readonly folder: Folder;
  readonly stored: StoredSubscription;
}

export function createReceive({ stores, wake, log, now = () => performance.now() }: ReceiveDeps): Receive {
  const look = createLook(stores, now);
  const quietly = sparing(log);
  const lifecycle: Readonly<Record<MailNotification['kind'], Due | undefined>> = {
    mail: undefined,
    reauthorize: 'renew',
    removed: 'create',
  };

  return async (notifications) => {
    let known = look.last();
    if (!notifications.every((each) => sender(known, each))) known = await look.again();
    const believed = notifications.flatMap((each) => {
      const from = sender(known, each);
      return from === undefined ? [] : [{ ...each, store: from.store, folder: from.folder }];
    });
    const ignored = notifications.length - believed.length;
    if (ignored > 0)
      quietly.warn({ ignored }, 'notifications that do not come from Microsoft 365 were ignored');
    if (believed.length === 0) return;
    for (const { kind, store, folder, subscriptionId } of believed) {
      const due = lifecycle[kind];
      if (due !== undefined) await note(store, folder, subscriptionId, due);
    }
    wake();
  };
}

/** The subscription whose secret the notification carries. Every one is compared, each in constant time. */
function sender(known: readonly Known[], { clientState }: MailNotification): Known | undefined {
  const digest = Buffer.from(sha256Of(clientState), 'hex');
  let found: Known | undefined;
  for (const each of known) {
    if (timingSafeEqual(Buffer.from(each.stored.clientStateSha256, 'hex'), digest)) found ??= each;
  }
  return found;
}

/** Of the subscription that is there now, and of no former one. */
async function note(
  store: SubscriptionStore,
  folder: Folder,
  subscriptionId: string,
  due: Due,
): Promise<void> {
  for (;;) {
    const stored = await store.load(folder);
    if (stored === undefined || stored.id !== subscriptionId) return;
    // A new one renews too.
    if (stored.due === due || stored.due === 'create') return;
    if (await store.save(folder, { ...stored, due }, stored)) return;
  }
}

interface Look {
  last(): readonly Known[];
  /** Asks the table, unless that was done within the last second. */
  again(): Promise<readonly Known[]>;
}

function createLook(stores: readonly SubscriptionStore[], now: () => number): Look {
  let last: readonly Known[] = [];
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<readonly Known[]> | undefined;

  async function ask(): Promise<readonly Known[]> {
    try {
      const places = stores.flatMap((store) => FOLDERS.map((folder) => ({ store, folder })));
      const stored = await Promise.all(places.map(({ store, folder }) => store.load(folder)));
      last = places.flatMap((place, index) => {
        const found = stored[index];
        return found === undefined ? [] : [{ ...place, stored: found }];
      });
      return last;
    } finally {
      asking = undefined;
    }
  }

  return {
    last: () => last,
    async again() {
      if (asking === undefined) {
        if (now() - askedAt < LOOK_MS) return last;
        askedAt = now();
        asking = ask();
      }
      return asking;
    },
  };
}
