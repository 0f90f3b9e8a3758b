import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A probe as it is sent: to one alias, and known again by a secret that is used once. */
export interface ProbeMail {
  readonly subject: string;
  /** What is kept of the secret: who reads the table cannot make a probe. */
  readonly secretSha256: string;
}

const BEGINNING = 'Rootdesk probe';
const SUBJECT = /Rootdesk probe ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) ([\w-]{43})$/;

/** What people read who find one in a mailbox. */
export const PROBE_TEXT =
  'Rootdesk sends this mail to itself, through a root mailbox, to see whether mail gets through. It needs no answer and can be deleted.';

/** The subject carries everything: nothing on the way through Exchange changes it, as forwarding may headers and disclaimers bodies. */
export function makeProbeMail(aliasId: string): ProbeMail {
  const secret = randomBytes(32).toString('base64url');
  return { subject: `${BEGINNING} ${aliasId} ${secret}`, secretSha256: sha256(secret) };
}

/** What a subject says of a probe; whether it is one is known by the hash. */
export interface ProbeClaim {
  readonly aliasId: string;
  readonly secretSha256: string;
  /** False: there is something before it, as Exchange puts before the subject of what it could not deliver. */
  readonly isWhole: boolean;
}

/** Undefined for every other mail; nothing is looked up for those. */
export function claimIn(subject: string): ProbeClaim | undefined {
  const [, aliasId, secret] = SUBJECT.exec(subject) ?? [];
  if (aliasId === undefined || secret === undefined) return undefined;
  return { aliasId, secretSha256: sha256(secret), isWhole: subject.startsWith(BEGINNING) };
}

export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
