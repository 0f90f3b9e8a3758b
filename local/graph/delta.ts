import type { Message } from '@microsoft/microsoft-graph-types';
import { z } from 'zod';
import { FOLDERS, type Folder } from '../../src/mail/mailbox.ts';
import { graphError, ok, type Answer, type Asked } from './answer.ts';
import type { Faults } from './faults.ts';
import type { MailStore, StandFolder, StoredMail } from './mail-store.ts';

/** Kept inside the links, as Graph does: query options of the first request hold for the whole round. */
const cursorShape = z.object({
  generation: z.string(),
  folder: z.enum(FOLDERS),
  /** Place in the store's order up to which everything was told. */
  after: z.int(),
  /** The first round lists what is there, later ones also what went away. */
  first: z.boolean(),
  /** Key of the last mail told: the next page that holds anything begins with it again. */
  last: z.string().optional(),
  select: z.array(z.string()).optional(),
});
type Cursor = z.infer<typeof cursorShape>;

const DEFAULT_PAGE = 10;

export interface DeltaDeps {
  readonly store: MailStore;
  readonly faults: Faults;
  /** Origin of the links. */
  readonly origin: string;
  /** Never more entries a page than this, whatever the client prefers. */
  readonly largestPage: number;
  readonly show: (mail: StoredMail, asked: Asked, select: readonly string[] | undefined) => Promise<Message>;
  readonly idOf: (mail: StoredMail, folder: StandFolder, asked: Asked) => string;
}

/** One page of changes of a folder. Pages are small, entries come twice, and a change of the read state has only an id. */
export async function answerDelta(deps: DeltaDeps, folder: Folder, asked: Asked): Promise<Answer> {
  const cursor = readCursor(deps, folder, asked);
  if (!('generation' in cursor)) return cursor;

  const wanted = Number(
    /^odata\.maxpagesize=(\d+)$/.exec(asked.prefer.find(isPageSize) ?? '')?.[1] ?? DEFAULT_PAGE,
  );
  const size = Math.max(1, Math.min(wanted, deps.largestPage));
  const changes = deps.store
    .changes(folder, cursor.after)
    .filter(({ mail }) => !cursor.first || mail.changes[folder]?.state !== 'removed');
  const page = changes.slice(0, size);
  const again = cursor.last === undefined || page.length === 0 ? undefined : deps.store.find(cursor.last);
  const mails = [...(again === undefined ? [] : [again]), ...page.map(({ mail }) => mail)];

  const more = changes.length > page.length;
  const next: Cursor = {
    ...cursor,
    after: page.at(-1)?.order ?? cursor.after,
    first: cursor.first && more,
    last: page.at(-1)?.mail.key ?? cursor.last,
  };
  const link = linkTo(deps, asked, more ? '$skiptoken' : '$deltatoken', next);
  return ok({
    '@odata.context': `${deps.origin}/v1.0/$metadata#Collection(message)`,
    [more ? '@odata.nextLink' : '@odata.deltaLink']: link,
    value: await Promise.all(mails.map((mail) => entry(deps, mail, folder, asked, cursor.select))),
  });
}

function isPageSize(preference: string): boolean {
  return preference.startsWith('odata.maxpagesize=');
}

async function entry(
  deps: DeltaDeps,
  mail: StoredMail,
  folder: Folder,
  asked: Asked,
  select: readonly string[] | undefined,
): Promise<object> {
  const state = mail.changes[folder]?.state;
  const id = deps.idOf(mail, folder, asked);
  if (state === 'removed') return { id, '@removed': { reason: 'deleted' } };
  const tags = {
    '@odata.type': '#microsoft.graph.message',
    '@odata.etag': `W/"${mail.changes[folder]?.order}"`,
  };
  return state === 'changed' ? { ...tags, id } : { ...tags, ...(await deps.show(mail, asked, select)) };
}

/** The cursor of a link, a fresh one for a first request, or the refusal. */
function readCursor(deps: DeltaDeps, folder: Folder, asked: Asked): Cursor | Answer {
  const query = asked.url.searchParams;
  const token = query.get('$skiptoken') ?? query.get('$deltatoken');
  if (token === null) {
    const unsupported = ['$top', '$expand', '$orderby', '$search', '$filter'].find((option) =>
      query.has(option),
    );
    if (unsupported !== undefined) {
      return graphError(
        400,
        'ErrorInvalidUrlQuery',
        `${unsupported} is not supported with change tracking here.`,
      );
    }
    const select = query.get('$select')?.split(',');
    return { generation: deps.store.generation, folder, after: 0, first: true, ...(select && { select }) };
  }
  const cursor = cursorShape.safeParse(decode(token));
  if (cursor.success && cursor.data.generation === deps.store.generation && cursor.data.folder === folder) {
    return cursor.data;
  }
  return deps.faults.lostCursor === 'gone'
    ? graphError(410, 'resyncRequired', 'Resync is required.', {
        Location: asked.url.origin + asked.url.pathname,
      })
    : graphError(400, 'syncStateNotFound', 'The sync state generation is not found.');
}

function linkTo({ faults, origin }: DeltaDeps, asked: Asked, parameter: string, cursor: Cursor): string {
  const token = Buffer.from(JSON.stringify(cursor), 'utf8').toString('base64url');
  return `${faults.linkOrigin ?? origin}${asked.url.pathname}?${parameter}=${token}`;
}

function decode(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
