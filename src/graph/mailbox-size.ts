import { z } from 'zod';
import { segment, type GraphClient } from './graph-client.ts';
import { GraphFailure } from './graph-failure.ts';
import { listOf } from './list-of.ts';

/**
 * PidTagMessageSizeExtended: bytes of what lies in a folder, without the folders below it. Graph v1.0 has no property of its own for it.
 * https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxprops
 */
const SIZE = 'Long 0x0E08';
/** A mailbox with more folders than this many pages is not measured. */
const PAGES_MOST = 50;

const folders = z.object({
  value: listOf(
    z.object({
      id: z.string().min(1),
      childFolderCount: z.number().nullish(),
      singleValueExtendedProperties: listOf(z.object({ value: z.string().regex(/^\d{1,15}$/) })).nullish(),
    }),
  ),
  '@odata.nextLink': z.string().optional(),
});

/**
 * Bytes that a mailbox's mail folders hold, hidden ones too; undefined where Graph does not tell. What was deleted for good, and can be
 * brought back for some days, has a quota of its own and is not counted.
 * @throws {GraphFailure} @throws {z.ZodError}
 */
export async function mailboxBytes(
  client: Pick<GraphClient, 'getJson' | 'pathOf'>,
  mailbox: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  const root = `/users/${segment(mailbox)}/mailFolders`;
  const query = {
    $select: 'id,childFolderCount',
    $top: '100',
    includeHiddenFolders: 'true',
    $expand: `singleValueExtendedProperties($filter=id eq '${SIZE}')`,
  };
  const waiting: { readonly path: string; readonly isLink?: true }[] = [{ path: root }];
  let bytes = 0;
  for (let page = 0; page < PAGES_MOST; page += 1) {
    const next = waiting.pop();
    if (next === undefined) return bytes;
    const call = next.isLink === true ? { signal } : { signal, query };
    const answer = await client.getJson(next.path, call).catch(unlessRefused);
    if (answer === undefined) return undefined;
    const found = folders.parse(answer);
    for (const { id, childFolderCount, singleValueExtendedProperties } of found.value) {
      const [size] = singleValueExtendedProperties ?? [];
      if (size === undefined) return undefined;
      bytes += Number(size.value);
      if ((childFolderCount ?? 0) > 0) waiting.push({ path: `${root}/${segment(id)}/childFolders` });
    }
    const link = found['@odata.nextLink'];
    if (link !== undefined) waiting.push({ path: client.pathOf(link), isLink: true });
  }
  return undefined;
}

/** That Graph gives this property of folders is seen, and not documented: where it takes no such question, nothing is known. */
function unlessRefused(error: unknown): undefined {
  if (!(error instanceof GraphFailure) || error.status !== 400) throw error;
}
