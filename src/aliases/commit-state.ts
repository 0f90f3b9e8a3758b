import type { Job } from '../messages/job.ts';
import type { AuditEntry } from '../store/audit.ts';
import type { CommitOutcome, Versioned } from '../store/change.ts';
import type { AliasRegister } from './alias-register.ts';
import type { Alias } from './alias.ts';

/** Commits an alias in its new state; its history says which it had before. */
export function commitState(
  register: Pick<AliasRegister, 'commit'>,
  before: Versioned<Alias>,
  after: Alias,
  line: Pick<AuditEntry, 'at' | 'actor' | 'action' | 'reason'>,
  jobs: readonly Job[] = [],
): Promise<CommitOutcome> {
  const [was, is] = [before.value, after].map(({ state }) => ({ code: 'state', state }) as const);
  const audit = { ...line, aliasId: after.id, before: was, after: is };
  return register.commit({ aliases: [{ before, after }], audit, jobs });
}
