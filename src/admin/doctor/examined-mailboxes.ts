import type { Config } from '../../config.ts';

/** One of the central mailboxes, as findings speak of it. */
export interface ExaminedMailbox {
  readonly mailbox: string;
  /** The name of a part: which mailbox it is of is told where there are several. */
  part(name: string): string;
}

export function examinedMailboxes({ graph: { mailboxes } }: Config): readonly ExaminedMailbox[] {
  return mailboxes.map((mailbox) => ({
    mailbox,
    part: (name) => (mailboxes.length === 1 ? name : `${name} (${mailbox})`),
  }));
}
