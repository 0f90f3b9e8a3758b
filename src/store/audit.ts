import type { Actor } from '../people/person.ts';
import type { AuditFact } from './audit-fact.ts';

/** One line of history. Written in the same transaction as the change, never altered. */
export interface AuditEntry {
  readonly at: Date;
  readonly actor: Actor;
  readonly action: AuditAction;
  readonly aliasId: string | undefined;
  /** The request for an alias, or the reveal, that it is a step of. */
  readonly requestId?: string | undefined;
  /** What was so before, as `free`, what is so since, as `allotted`, and why; left out where nothing is to be said. */
  readonly before?: AuditFact | undefined;
  readonly after?: AuditFact | undefined;
  readonly reason?: AuditFact | undefined;
}
export const AUDIT_ACTIONS = [
  'add',
  'allot',
  'bind',
  'transfer',
  /** A transfer to whoever did it. */
  'take',
  /** The owner stays, the mail goes to another channel. */
  'move',
  'release',
  'free',
  'missing',
  'found-again',
  /** Brought in, or taken out of the pool, because nobody knows whose it is. */
  'hold',
  /** The table came back from a copy. */
  'restore',
  /** What the company keeps no longer was deleted. */
  'purge',
  /** The first mail came that AWS certainly sent: an account uses the address. */
  'aws-wrote',
  /** The new owner cannot be told; whoever gave the alias to them is. */
  'owner-unreached',
  'submit',
  'approve',
  'deny',
  'cancel',
  'expire',
  'remind',
  'pool-empty',
  'pool-low',
  'pool-recovered',
  /** Mail does not get through, or gets through again. */
  'reach-lost',
  'reach-regained',
  'link',
  'unlink',
  'rename',
  'adopt',
  'reveal-wanted',
  'reveal-agreed',
  'reveal-denied',
  'reveal-shown',
  'reveal-over',
  'acknowledge',
  'confirm-account',
  'quiet',
  'reconcile',
  'digest',
  'await-acknowledgment',
  'raise',
  /** It went to triage and its owner, because its channel cannot be reached. */
  'fall-back',
  'dead-letter',
  'replay',
  'assign',
  'not-for-us',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
