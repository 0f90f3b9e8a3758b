import type { Ledger } from './mail/ledger.ts';
import type { ProbeStore } from './mail/reach/probes.ts';
import type { SeenStore } from './mail/reach/seen.ts';
import type { WakeUpSignal } from './mail/subscriptions/wake-up-signal.ts';
import type { Lease } from './mail/sweep/lease.ts';
import type { Job } from './messages/job.ts';
import type { Conversations } from './messages/poster.ts';
import type { Outbox } from './messages/queue.ts';
import type { Register } from './register.ts';

/** Everything that Rootdesk keeps, behind the ports of those who need it. Program, command line and benches have them from one place. */
export interface Stores {
  readonly register: Register;
  readonly conversations: Conversations;
  readonly ledger: Ledger;
  readonly outbox: Outbox<Job>;
  /** Of several copies the one that holds it sweeps. */
  readonly lease: Lease;
  /** Wakes the copy that sweeps. */
  readonly wakeUpSignal: WakeUpSignal;
  /** What came through which root mailbox. */
  readonly seen: SeenStore;
  /** What became of probe mails. */
  readonly probes: ProbeStore;
}
