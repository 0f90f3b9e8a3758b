import type { AliasChange, AliasRegister } from '../aliases/alias-register.ts';
import type { CommitOutcome, Replacement, Versioned } from '../store/change.ts';
import type { Request } from './request.ts';

export interface RequestChange extends AliasChange {
  readonly requests?: readonly Replacement<Request>[];
}

/** The register's requests. */
export interface RequestRegister extends AliasRegister {
  /** One point read. */
  request(id: string): Promise<Versioned<Request> | undefined>;
  /** Pending requests of a person; one range read and a point read for each request. */
  openRequestsOf(personId: string): Promise<readonly Request[]>;
  /**
   * All requests of a person, newest first; two range reads and a point read a request. Of those that were settled by earlier
   * versions there is no index.
   */
  requestsAskedBy(personId: string): Promise<readonly Request[]>;
  /** All pending requests, oldest first; one range read and a point read for each request. */
  pendingRequests(): Promise<readonly Versioned<Request>[]>;
  commit(change: RequestChange): Promise<CommitOutcome>;
}
