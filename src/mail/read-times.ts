import type { Cursors } from './ledger.ts';
import { FOLDERS } from './mailbox.ts';

/** When a central mailbox was last read; undefined while a folder of it never was. */
export interface ReadTime {
  readonly mailbox: string;
  readonly readAt: Date | undefined;
}

/** When each central mailbox was last read: its folder that was read longest ago. Two point reads each. @throws {RegisterUnavailable} */
export async function readTimes(
  mailboxes: readonly { readonly address: string; readonly cursors: Pick<Cursors, 'load'> }[],
): Promise<readonly ReadTime[]> {
  return Promise.all(
    mailboxes.map(async ({ address, cursors }) => {
      const saved = await Promise.all(FOLDERS.map((folder) => cursors.load(folder)));
      return { mailbox: address, readAt: earliest(saved.map((cursor) => cursor?.savedAt)) };
    }),
  );
}

/** The earliest of them; undefined where one is missing. */
export function earliest(times: readonly (Date | undefined)[]): Date | undefined {
  const known = times.flatMap((time) => time?.getTime() ?? []);
  return known.length < times.length || known.length === 0 ? undefined : new Date(Math.min(...known));
}
