import { z } from 'zod';
import type { Folder } from '../mail/mailbox.ts';
import { segment, type GraphClient } from './graph-client.ts';
import { listOf } from './list-of.ts';

const listed = z.object({ value: listOf(z.object({ id: z.string().min(1) })) });

/**
 * Immutable ids of the last messages of a mailbox's folder, newest first; also the question whether a mailbox may be read.
 * @param atMost 1 to 1000, what Graph gives on one page
 * @throws {GraphFailure} with status 403 where the application may not read the mailbox
 * @throws {z.ZodError}
 */
export async function lastMessages(
  client: GraphClient,
  mailbox: string,
  folder: Folder,
  atMost: number,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const path = `/users/${segment(mailbox)}/mailFolders/${folder}/messages`;
  const query = { $select: 'id', $orderby: 'receivedDateTime desc', $top: String(atMost) };
  return listed.parse(await client.getJson(path, { signal, query })).value.map(({ id }) => id);
}
