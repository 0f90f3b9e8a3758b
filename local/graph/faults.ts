import { z } from 'zod';
import { graphError, type Answer, type Asked } from './answer.ts';

const fault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('throttle'), retryAfterSeconds: z.int().nonnegative() }),
  z.object({
    kind: z.literal('error'),
    status: z.int().min(400).max(599),
    code: z.string().default('generalException'),
  }),
  /** Never answered; the connection stays open. */
  z.object({ kind: z.literal('hang') }),
  /** The connection is cut. */
  z.object({ kind: z.literal('cut') }),
]);
type Fault = z.input<typeof fault>;

/** What the control endpoint takes: `{"kind":"throttle","retryAfterSeconds":5,"times":3}`. */
export const faultOrder = z.intersection(
  fault,
  z.object({ times: z.int().positive().max(1_000).default(1) }),
);

interface SeenRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly target: string;
  readonly prefer: readonly string[];
  readonly status: number;
}

/** Graph on a bad day, and what it was asked. Requests for a token are left alone, except by `refuseTokens`. */
export interface Faults {
  /** The next requests get this instead of an answer. */
  next(order: Fault, times?: number): void;
  /** Every request with these words in its path or query gets this instead of an answer. */
  always(words: string, order: Fault): void;
  /** So many requests are answered as usual before the faults that are ordered after this. */
  skip(times: number): void;
  /** Requests wait from now on until the returned function is called. */
  hold(): () => void;
  /** Links of delta pages name this origin instead of the server's own; undefined for the right one. */
  linkOrigin: string | undefined;
  /** How the server says that it no longer knows a cursor. */
  lostCursor: 'gone' | 'sync-state-not-found';
  /** The token endpoint refuses while this is true. */
  refuseTokens: boolean;
  /**
   * What becomes of change notifications: they are sent, lost, sent twice, or sent with a client state that is not the
   * subscription's. The control endpoint cannot change it.
   */
  notifications: 'sent' | 'lost' | 'doubled' | 'forged';
  /** The application may read every mailbox while this is true: somebody consented to too much. */
  wideAccess: boolean;
  /** The application may not read the settings of the mailbox, its inbox rules, while this is true. */
  hidesSettings: boolean;
  /** The application may not send as the mailbox while this is true. */
  refusesSending: boolean;
  /** Answered requests, oldest first; the last thousand. */
  readonly requests: readonly SeenRequest[];
  /** Requests to mailboxes that wait or are being answered, and the most there ever were. */
  readonly atOnce: { readonly now: number; readonly most: number };
  /** The most requests to a single mailbox that ever were at once, and how many were refused because there were too many. */
  readonly concurrency: { readonly mostAtOnce: number; readonly refused: number };
  clear(): void;
}

/** What the server itself does with the faults. */
export interface FaultSwitch {
  readonly faults: Faults;
  enter(asked: Asked): void;
  leave(asked: Asked, answer: Answer | undefined): void;
  /** There were too many at once. */
  refuse(): void;
  /** Requests to the same mailbox that wait or are being answered, this one too. */
  atOnceWith(asked: Asked): number;
  /** The fault for this request: an answer, 'hang', 'cut', or undefined for none. */
  meet(asked: Asked): Promise<Answer | 'hang' | 'cut' | undefined>;
}

const MOST_REMEMBERED = 1_000;

export function createFaults(): FaultSwitch {
  let waiting: Promise<void> | undefined;
  let orders: (Fault | 'none')[] = [];
  let standing: { words: string; order: Fault }[] = [];
  const requests: SeenRequest[] = [];
  const atOnce = { now: 0, most: 0 };
  const concurrency = { mostAtOnce: 0, refused: 0 };
  const ofMailbox = new Map<string, number>();
  const note = (asked: Asked, by: 1 | -1): void => {
    atOnce.now += by;
    const now = (ofMailbox.get(mailboxIn(asked)) ?? 0) + by;
    ofMailbox.set(mailboxIn(asked), now);
    concurrency.mostAtOnce = Math.max(concurrency.mostAtOnce, now);
  };

  const faults: Faults = {
    linkOrigin: undefined,
    lostCursor: 'gone',
    refuseTokens: false,
    wideAccess: false,
    hidesSettings: false,
    refusesSending: false,
    notifications: 'sent',
    requests,
    atOnce,
    concurrency,
    next(order, times = 1) {
      orders.push(...Array.from({ length: times }, () => order));
    },
    always(words, order) {
      standing.push({ words, order });
    },
    skip(times) {
      orders.push(...Array.from({ length: times }, () => 'none' as const));
    },
    hold() {
      const gate = Promise.withResolvers<void>();
      waiting = gate.promise;
      return () => {
        waiting = undefined;
        gate.resolve();
      };
    },
    clear() {
      orders = [];
      standing = [];
      Object.assign(faults, {
        linkOrigin: undefined,
        lostCursor: 'gone',
        refuseTokens: false,
        wideAccess: false,
        hidesSettings: false,
        refusesSending: false,
        notifications: 'sent',
      });
    },
  };

  return {
    faults,
    enter(asked) {
      if (!isMailbox(asked)) return;
      note(asked, 1);
      atOnce.most = Math.max(atOnce.most, atOnce.now);
    },
    leave(asked, answer) {
      if (isMailbox(asked)) note(asked, -1);
      const target = asked.url.pathname + asked.url.search;
      requests.push({ method: asked.method, target, prefer: asked.prefer, status: answer?.status ?? 0 });
      if (requests.length > MOST_REMEMBERED) requests.shift();
    },
    refuse: () => void (concurrency.refused += 1),
    atOnceWith: (asked) => ofMailbox.get(mailboxIn(asked)) ?? 0,
    async meet(asked) {
      await waiting;
      const always = standing.find(({ words }) => decodeURIComponent(asked.url.href).includes(words));
      const order = orders.shift() ?? always?.order;
      if (order === undefined || order === 'none') return undefined;
      if (order.kind === 'hang' || order.kind === 'cut') return order.kind;
      if (order.kind === 'error')
        return graphError(order.status, order.code ?? 'generalException', 'A fault was ordered.');
      return graphError(429, 'ApplicationThrottled', 'Application is over its limit.', {
        'Retry-After': String(order.retryAfterSeconds),
      });
    },
  };
}

function mailboxIn(asked: Asked): string {
  return asked.path[2]?.toLowerCase() ?? '';
}

/** What counts towards Graph's limit for a mailbox; the directory has limits of its own. */
export function isMailbox(asked: Asked): boolean {
  return asked.path[3] === 'messages' || asked.path[3] === 'mailFolders';
}
