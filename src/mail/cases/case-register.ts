import type { RequestChange, RequestRegister } from '../../requests/request-register.ts';
import type { CommitOutcome, Replacement, Versioned } from '../../store/change.ts';
import type { Handling } from './handling.ts';

export interface CaseChange extends RequestChange {
  readonly handlings?: readonly Replacement<Handling>[];
}

/** What people did with mail, in the register. */
export interface CaseRegister extends RequestRegister {
  /** What people did with a mail, by its ledger id; undefined while nobody did anything. One point read. */
  handling(ledgerId: string): Promise<Versioned<Handling> | undefined>;
  /**
   * Ledger ids of the alias's mail that somebody looks after or was shown; undefined while a table of an earlier version does not tell.
   * One range read.
   */
  lookedAtOf(aliasId: string): Promise<ReadonlySet<string> | undefined>;
  /** All of them, a thousand a request; never to answer a person. */
  everyHandling(): AsyncIterable<Handling>;
  commit(change: CaseChange): Promise<CommitOutcome>;
}
