import { z } from 'zod';
import { segment, type GraphClient } from './graph-client.ts';
import { listOf } from './list-of.ts';

const rules = z.object({
  value: listOf(z.object({ displayName: z.string().nullish(), isEnabled: z.boolean().nullish() })),
});

/**
 * Names of the inbox rules of a mailbox that are switched on. Needs the permission MailboxSettings.Read.
 * @throws {GraphFailure} with status 403 where the application may not read the mailbox's settings
 * @throws {z.ZodError}
 */
export async function inboxRules(
  client: GraphClient,
  mailbox: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  // https://learn.microsoft.com/graph/api/mailfolder-list-messagerules
  const path = `/users/${segment(mailbox)}/mailFolders/inbox/messageRules`;
  const found = rules.parse(await client.getJson(path, { signal })).value;
  return found
    .filter(({ isEnabled }) => isEnabled !== false)
    .map(({ displayName }) => displayName ?? '(no name)');
}
