import { z } from 'zod';
import {
  CursorExpired,
  MailboxUnavailable,
  type ChangePage,
  type Listed,
  type Mailbox,
  type MailboxListing,
} from '../mail/mailbox.ts';
import { NoToken } from '../shared/no-token.ts';
import { segment, type GraphClient } from './graph-client.ts';
import { GraphFailure } from './graph-failure.ts';
import { listOf } from './list-of.ts';
import { MESSAGE_QUERY, parseMessage } from './parse-message.ts';

const PAGE_SIZE = 50;
const LISTED = 'id,receivedDateTime,from,subject';
/** https://learn.microsoft.com/graph/api/resources/mailfolder */
const OWN_FOLDERS = ['sentitems', 'drafts', 'outbox'];

/** Graph's words for a delta token it no longer knows, beside status 410; written in several ways over the years. */
const LOST_CURSOR = /^(syncStateNotFound|resyncRequired|syncStateInvalid)$/i;
/** Only these say that the message is gone; other 404s say that the mailbox is, and that must not look like an empty one. */
const GONE = /^(ErrorItemNotFound|itemNotFound)$/i;

export interface GraphMailboxOptions {
  readonly client: GraphClient;
  /** Address or object id of the central mailbox. */
  readonly mailbox: string;
}

/**
 * The central mailbox through Microsoft Graph.
 *
 * Calls reject with the signal's reason when it is aborted, else with the errors of the port.
 */
export function createGraphMailbox({ client, mailbox }: GraphMailboxOptions): Mailbox & MailboxListing {
  const root = `/users/${segment(mailbox)}`;

  /** Ids of the folders of what the mailbox itself writes. A mailbox that nobody wrote from may lack some of them. */
  async function ownFolders(signal: AbortSignal): Promise<readonly string[]> {
    const found = await Promise.all(
      OWN_FOLDERS.map((name) =>
        unlessGone(async () =>
          folderShape.parse(
            await client.getJson(`${root}/mailFolders/${name}`, { signal, query: { $select: 'id' } }),
          ),
        ),
      ),
    );
    return found.flatMap((folder) => folder?.id ?? []);
  }

  return {
    async changes(folder, cursor, signal) {
      try {
        // No $top: it would limit the whole round instead of the page. Query options are frozen into the links.
        const page = await client.getJson(cursor ?? `${root}/mailFolders/${folder}/messages/delta`, {
          signal,
          prefer: [`odata.maxpagesize=${PAGE_SIZE}`],
          ...(cursor === undefined && { query: { $select: LISTED } }),
        });
        return parsePage(page, client);
      } catch (cause) {
        throw cursor !== undefined && isLostCursor(cause)
          ? new CursorExpired(folder, { cause })
          : unavailable(cause);
      }
    },
    async received(folder, { since, until }, cursor, signal) {
      const query = {
        $select: `${LISTED},isDraft,parentFolderId`,
        $filter: `receivedDateTime ge ${since.toISOString()} and receivedDateTime le ${until.toISOString()}`,
        $orderby: 'receivedDateTime desc',
        $top: String(PAGE_SIZE),
      };
      const path = folder === 'everywhere' ? `${root}/messages` : `${root}/mailFolders/${folder}/messages`;
      try {
        const ours = folder === 'everywhere' ? await ownFolders(signal) : [];
        const page = await client.getJson(cursor ?? path, {
          signal,
          ...(cursor === undefined && { query }),
        });
        return parsePage(page, client, (entry) => !isOwn(entry, mailbox, ours));
      } catch (cause) {
        throw unavailable(cause);
      }
    },
    message: (id, signal) =>
      unlessGone(async () =>
        parseMessage(
          await client.getJson(`${root}/messages/${segment(id)}`, { signal, query: MESSAGE_QUERY }),
        ),
      ),
    mime: (id, signal) =>
      unlessGone(() => client.getBytes(`${root}/messages/${segment(id)}/$value`, { signal })),
  };
}

// Entries with only an id are what a change of the read state looks like; @removed is also how a move to another folder looks.
const listed = z.object({
  id: z.string().min(1),
  receivedDateTime: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .optional()
    .catch(undefined),
  from: z
    .object({ emailAddress: z.object({ address: z.string() }) })
    .optional()
    .catch(undefined),
  subject: z.string().optional().catch(undefined),
  isDraft: z.boolean().optional().catch(undefined),
  parentFolderId: z.string().optional().catch(undefined),
  '@removed': z.unknown().optional(),
});
const folderShape = z.object({ id: z.string() });
const pageShape = z.object({
  value: listOf(listed),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

/** Of changes, a page always leads on; of a list, of which only some are wanted, the last one does not. */
function parsePage(
  answer: unknown,
  client: GraphClient,
  wanted?: (entry: z.output<typeof listed>) => boolean,
): ChangePage {
  const page = pageShape.parse(answer);
  const more = page['@odata.nextLink'] !== undefined;
  const link = page['@odata.nextLink'] ?? page['@odata.deltaLink'] ?? '';
  const present = page.value.filter((entry) => entry['@removed'] === undefined && (wanted?.(entry) ?? true));
  const removed = page.value.filter((entry) => entry['@removed'] !== undefined);
  return {
    messageIds: [...new Set(present.map(({ id }) => id))],
    removedIds: [...new Set(removed.map(({ id }) => id))],
    listed: new Map(present.map((entry) => [entry.id, asListed(entry)])),
    cursor: link === '' && wanted !== undefined ? '' : client.pathOf(link),
    more,
  };
}

/** Drafts, sent mail, and copies of sent mail wherever they were put: AWS writes nothing under this address. */
function isOwn(
  { isDraft = false, parentFolderId = '', from }: z.output<typeof listed>,
  mailbox: string,
  folders: readonly string[],
): boolean {
  const isFromHere = from?.emailAddress.address.toLowerCase() === mailbox.toLowerCase();
  return isDraft || isFromHere || folders.includes(parentFolderId);
}

function asListed({ receivedDateTime: receivedAt, from, subject }: z.output<typeof listed>): Listed {
  const [, senderDomain] = /@([^@]+)$/.exec(from?.emailAddress.address.toLowerCase() ?? '') ?? [];
  return { receivedAt, senderDomain, subject };
}

async function unlessGone<Answer>(read: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await read();
  } catch (cause) {
    if (
      cause instanceof GraphFailure &&
      cause.status === 404 &&
      cause.graphCodes.some((code) => GONE.test(code))
    ) {
      return undefined;
    }
    throw unavailable(cause);
  }
}

function isLostCursor(cause: unknown): boolean {
  if (!(cause instanceof GraphFailure)) return false;
  const { status = 0, graphCodes } = cause;
  return (
    status === 410 || (status >= 400 && status < 500 && graphCodes.some((code) => LOST_CURSOR.test(code)))
  );
}

/** The port's error; an abort passes through as it is. */
export function unavailable(cause: unknown): unknown {
  if (cause instanceof GraphFailure && cause.cause instanceof NoToken) {
    return new MailboxUnavailable(
      'Rootdesk could not sign in to the mailbox.',
      'Try again in a minute. If it lasts, an administrator should run `doctor`, which says why.',
      { cause },
    );
  }
  if (cause instanceof GraphFailure) return new MailboxUnavailable(cause.message, cause.remedy, { cause });
  if (cause instanceof z.ZodError) {
    return new MailboxUnavailable(
      'Microsoft Graph answered in a form that Rootdesk does not know.',
      'Nothing was lost: it is asked again. If it lasts, update Rootdesk.',
      // A ZodError names fields and expectations, never the values found.
      { cause },
    );
  }
  return cause;
}
