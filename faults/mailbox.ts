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

/** Words that begin with this stand for one mail each. */
export const MAIL_NAME = /\bVessel-[a-z]{5}\b/;

/** @param folder where the local Graph server keeps its mails */
export function openMailbox(folder: string): Mailbox {
  const names = new Map<string, string>();
  return {
    async names() {
      for (const file of await readdir(folder)) {
        if (!file.endsWith('.eml')) continue;
        const id = immutableId(file.slice(0, -'.eml'.length));
        if (names.has(id)) continue;
        const name = MAIL_NAME.exec(await readFile(join(folder, file), 'latin1'))?.[0];
        // Without a name it is still being written.
        if (name !== undefined) names.set(id, name);
      }
      return names;
    },
  };
}

/** The mail that a message in Teams is about; undefined where it is about none. */
export function mailOn(names: ReadonlyMap<string, string>, message: Standing): string | undefined {
  const named = MAIL_NAME.exec(message.firstText)?.[0];
  if (named !== undefined) return named;
  const ledgerId = ['acknowledge-mail', 'reveal-mail']
    .map((verb) => carriedBy(message.everButtons, verb, 'ledgerId'))
    .find((id) => id !== '');
  return ledgerId === undefined ? undefined : names.get(ledgerId.slice(0, ledgerId.lastIndexOf(':')));
}
