import type { StoredMessage } from '../mailbox.ts';
import type { Understood } from '../reading/understood.ts';
import type { Mail, Understanding } from '../understanding.ts';

/** What a card needs of a mail, and nothing of its body: a few thousand characters, whatever the mail weighs. */
export interface Gist {
  readonly understanding: Understanding;
  readonly mail: Pick<Mail, 'from'>;
  readonly stored: Pick<StoredMessage, 'webLink'>;
}

/** Cloned, because a piece of a text keeps the whole of it in memory (V8's sliced strings). */
export function gistOf({ understanding, mail: { from }, stored: { webLink } }: Understood): Gist {
  return structuredClone({ understanding, mail: { from }, stored: { webLink } });
}
