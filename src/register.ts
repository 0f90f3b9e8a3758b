import type { CaseRegister } from './mail/cases/case-register.ts';
import type { AuditEntry } from './store/audit.ts';

/**
 * The register: aliases, requests, linked channels, what was done with mail, audit and outbox as one truth.
 *
 * Every look-up is a point read or a range read by key, never a scan; the number of round trips is beside each.
 * All of them throw `RegisterUnavailable` when the storage does not answer. Parts of the domain ask for their own part of it.
 */
export interface Register extends CaseRegister {
  /** What happened from `from` on and before `until`, oldest first; range reads, a thousand entries each. */
  audit(from: Date, until: Date): AsyncIterable<AuditEntry>;
}
