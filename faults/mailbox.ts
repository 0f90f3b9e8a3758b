import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { immutableId } from '../local/graph/ids.ts';
import { carriedBy } from '../harness/card.ts';
import type { Standing } from '../harness/recorder.ts';

/** What lies in the central mailbox, by the words that no other mail has: cards of withheld mails do not show them. */
export interface Mailbox {
  /** Names of the mails by their ids in Graph, as the mailbox is now. */
  names(): Promise<ReadonlyMap<string, string>>;
}

/** Many wait for cards of mails at once: the folder is read for all of them. */
const READ_EVERY_MS = 250;

/** Words that begin with this stand for one mail each. */
export const MAIL_NAME = /\bVessel-[a-z]{5}\b/;

/** @param folder where the local Graph server keeps its mails */
export function openMailbox(folder: string): Mailbox {
  const names = new Map<string, string>();
  let latest = { at: Number.NEGATIVE_INFINITY, read: Promise.resolve() };

  async function read(): Promise<void> {
    for (const file of await readdir(folder)) {
      if (!file.endsWith('.eml')) continue;
      const id = immutableId(file.slice(0, -'.eml'.length));
      if (names.has(id)) continue;
      const name = MAIL_NAME.exec(await readFile(join(folder, file), 'latin1'))?.[0];
      // Without a name it is still being written.
      if (name !== undefined) names.set(id, name);
    }
  }

  return {
    async names() {
      const now = performance.now();
      if (now - latest.at >= READ_EVERY_MS) latest = { at: now, read: read() };
      await latest.read;
      return names;
    },
  };
}

/** What messages are about, as far as it is known: there are thousands, and everybody who waits for a card asks about all of them. */
const known = new WeakMap<Standing, string>();

/** The mail that a message in Teams is about; undefined where it is about none. */
export function mailOn(names: ReadonlyMap<string, string>, message: Standing): string | undefined {
  const before = known.get(message);
  if (before !== undefined) return before;
  const found = lookedUp(names, message);
  if (found !== undefined) known.set(message, found);
  return found;
}

function lookedUp(names: ReadonlyMap<string, string>, message: Standing): string | undefined {
  const named = MAIL_NAME.exec(message.firstText)?.[0];
  if (named !== undefined) return named;
  const ledgerId = ['acknowledge-mail', 'reveal-mail']
    .map((verb) => carriedBy(message.everButtons, verb, 'ledgerId'))
    .find((id) => id !== '');
  return ledgerId === undefined ? undefined : names.get(ledgerId.slice(0, ledgerId.lastIndexOf(':')));
}
