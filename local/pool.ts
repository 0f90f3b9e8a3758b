import { createHash } from 'node:crypto';
import type { NewAlias } from '../src/aliases/import.ts';
import type { StandMailboxes } from './graph/mailboxes.ts';

const MAILBOXES = 10;
const ALIASES_A_MAILBOX = 300;
export const DOMAIN = 'company.com';
export const CENTRAL_MAILBOX = `aws@${DOMAIN}`;

/** Addresses of so many central mailboxes, the first one first. */
export function centralMailboxes(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    index === 0 ? CENTRAL_MAILBOX : `aws${index + 1}@${DOMAIN}`,
  );
}

/**
 * The given scheme: ten root mailboxes with three hundred aliases each; the same addresses at every start. Of several central mailboxes the
 * root mailboxes forward to each in turn.
 */
export function standPool(centrals: readonly string[] = [CENTRAL_MAILBOX]): {
  mailboxes: StandMailboxes;
  aliases: readonly NewAlias[];
} {
  const roots = Array.from({ length: MAILBOXES }, (_, mailbox) => ({
    address: `aws-root-${String(mailbox + 1).padStart(2, '0')}@${DOMAIN}`,
    aliases: Array.from(
      { length: ALIASES_A_MAILBOX },
      (__, alias) => `aws_${guidOf(`${mailbox}/${alias}`)}@${DOMAIN}`,
    ),
    central: centrals[mailbox % centrals.length] ?? CENTRAL_MAILBOX,
  }));
  return {
    mailboxes: { central: CENTRAL_MAILBOX, furtherCentrals: centrals.slice(1), roots },
    aliases: roots.flatMap(({ address, aliases }) =>
      aliases.map((alias) => ({ address: alias, rootMailbox: address })),
    ),
  };
}

/** One alias of each root mailbox, none of them the one that is left out. */
export function aliasOfEachRoot(leftOut: string): readonly string[] {
  return standPool().mailboxes.roots.flatMap(
    ({ aliases }) => aliases.find((alias) => alias !== leftOut) ?? [],
  );
}

/** A GUID that follows from its name (RFC 9562, version 8). */
export function guidOf(name: string): string {
  const hex = createHash('sha256').update(`rootdesk local stand ${name}`).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}
