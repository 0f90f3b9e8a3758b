import type { Config } from '../config.ts';
import type { GraphClient } from '../graph/graph-client.ts';
import { createGraphProbeSender } from '../graph/graph-probe-sender.ts';
import { earliest } from '../mail/read-times.ts';
import { createProber } from '../mail/reach/prober.ts';
import { createRecogniseProbe, type RecogniseProbe } from '../mail/reach/recognise-probe.ts';
import { createTellReach } from '../mail/reach/tell-probes.ts';
import type { Clock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import type { Telemetry } from '../shared/telemetry.ts';
import type { Storage } from './storage.ts';

export interface ProbingDeps {
  readonly storage: Pick<Storage, 'register' | 'probes' | 'readTimes'>;
  /** Of its own, so that probes wait for no sweep. */
  readonly client: GraphClient;
  readonly config: Pick<Config, 'probes' | 'graph'>;
  readonly clock: Clock;
  /** The same for whatever waits, where it is another; see `neverBack`. */
  readonly waitClock: Clock;
  readonly log: Log;
  readonly telemetry: Telemetry;
  /** Called when jobs were queued. */
  readonly wake: () => void;
}

/** Everything about probe mails in this copy. */
export interface Probing {
  /** Also where none are sent any more: the last ones may be on their way. */
  readonly recognise: RecogniseProbe;
  /** One look at what is due; nothing where probes are not sent. */
  now(): Promise<void>;
  /** Looks as long as it is this copy's turn. */
  during(turn: AbortSignal): Promise<void>;
}

export function createProbing(deps: ProbingDeps): Probing {
  const { storage, config, waitClock: clock, log, telemetry, wake } = deps;
  const { register, probes: store } = storage;
  const readUntil = async (): Promise<Date | undefined> =>
    earliest((await storage.readTimes()).map(({ readAt }) => readAt));
  const count = (outcome: string): void => telemetry.count('rootdesk_probes_total', { outcome });
  const { mailboxes } = config.graph;
  // The first one sends, whichever a root mailbox forwards to.
  const [mailbox] = mailboxes;
  const prober =
    config.probes === undefined || mailbox === undefined
      ? undefined
      : createProber({
          store,
          sender: createGraphProbeSender({ client: deps.client, mailbox }),
          register,
          readUntil,
          tell: createTellReach({ register, store, clock: deps.clock, log, wake }),
          times: config.probes,
          clock,
          log,
          count,
        });
  return {
    recognise: createRecogniseProbe({ store, senders: mailboxes, clock, log, count }),
    async now() {
      await prober?.round(new AbortController().signal);
    },
    async during(turn) {
      await prober?.during(turn);
    },
  };
}
