import type { Message } from '@microsoft/microsoft-graph-types';
import { FOLDERS } from '../../src/mail/mailbox.ts';
import { graphError, ok, type Answer, type Asked } from './answer.ts';
import { answerDelta } from './delta.ts';
import type { Faults } from './faults.ts';
import { folderId, immutableId, ordinaryId, readId } from './ids.ts';
import { STAND_FOLDERS, type MailStore, type StandFolder, type StoredMail } from './mail-store.ts';
import type { AddressBook } from './mailboxes.ts';
import { rebuild, select, toGraphMessage } from './message.ts';

const DEFAULT_PAGE = 10;
const TRANSPORT_HEADERS = /^singleValueExtendedProperties\(\$filter=id eq 'String 0x0*7d'\)$/i;

export interface MessageDeps {
  readonly store: MailStore;
  readonly book: AddressBook;
  readonly faults: Faults;
  readonly origin: string;
  readonly largestPage: number;
}

/** The message routes of Graph, on the central mailbox. */
export interface MessageRoutes {
  delta(folder: string, asked: Asked): Promise<Answer>;
  /** A folder, by its well-known name or id. */
  folder(name: string): Answer;
  /** All folders, each with the bytes in it; none lies below another. */
  folders(): Promise<Answer>;
  /** The newest messages of a folder; of all folders where none is named. */
  list(folder: string | undefined, asked: Asked): Promise<Answer>;
  message(id: string, asked: Asked): Promise<Answer>;
  mime(id: string): Promise<Answer>;
}

export function createMessageRoutes({
  store,
  book,
  faults,
  origin,
  largestPage,
}: MessageDeps): MessageRoutes {
  function find(id: string): StoredMail | undefined {
    const named = readId(id);
    const mail = named && store.find(named.key);
    if (mail === undefined || mail.folder === null) return undefined;
    return named?.folder === undefined || named.folder === mail.folder ? mail : undefined;
  }

  async function show(
    mail: StoredMail,
    asked: Asked,
    selected: readonly string[] | undefined,
    expanded = false,
  ): Promise<Message> {
    const id = idOf(mail, mail.folder ?? 'inbox', asked);
    return select(await toGraphMessage(id, mail, await store.mime(mail.key), book), selected, expanded);
  }

  return {
    async delta(name, asked) {
      const folder = FOLDERS.find((known) => known === name.toLowerCase());
      if (folder === undefined) return noFolder();
      return answerDelta({ store, faults, origin, largestPage, show, idOf }, folder, asked);
    },
    folder(name) {
      const folder = folderNamed(name);
      return folder === undefined ? noFolder() : ok({ id: folderId(folder), displayName: folder });
    },
    async folders() {
      const bytes = new Map(STAND_FOLDERS.map((folder) => [folder, 0]));
      for (const { key, folder } of store.all()) {
        if (folder !== null) bytes.set(folder, (bytes.get(folder) ?? 0) + (await store.mime(key)).length);
      }
      const value = [...bytes].map(([folder, size]) => ({
        id: folderId(folder),
        displayName: folder,
        childFolderCount: 0,
        singleValueExtendedProperties: [{ id: 'Long 0xe08', value: String(size) }],
      }));
      return ok({ value });
    },
    async list(name, asked) {
      const folder = name === undefined ? undefined : folderNamed(name);
      if (name !== undefined && folder === undefined) return noFolder();
      const query = asked.url.searchParams;
      const order = query.get('$orderby') ?? 'receivedDateTime desc';
      const filter = query.get('$filter');
      const window = RECEIVED_WITHIN.exec(filter ?? '');
      const odd = filter !== null && window === null;
      if (order !== 'receivedDateTime desc' || odd || query.has('$expand')) {
        return graphError(400, 'ErrorInvalidUrlQuery', 'The local Graph server lists the newest mails only.');
      }
      const mails = store
        .all()
        .filter((mail) => folder === undefined || mail.folder === folder)
        .toReversed()
        .filter(({ receivedAt }) => isWithin(receivedAt, window))
        .toSorted((one, other) => other.receivedAt.localeCompare(one.receivedAt));
      const start = Number(query.get('$skip') ?? 0);
      const end = start + Number(query.get('$top') ?? DEFAULT_PAGE);
      const next = new URL(asked.url.pathname + asked.url.search, origin);
      next.searchParams.set('$skip', String(end));
      const selected = query.get('$select')?.split(',');
      return ok({
        value: await Promise.all(mails.slice(start, end).map((mail) => show(mail, asked, selected))),
        ...(end < mails.length && { '@odata.nextLink': next.href }),
      });
    },
    async message(id, asked) {
      const mail = find(id);
      if (mail === undefined) return gone();
      const query = asked.url.searchParams;
      const expand = query.get('$expand');
      if (expand !== null && !TRANSPORT_HEADERS.test(expand)) {
        return graphError(400, 'ErrorInvalidUrlQuery', 'The local Graph server expands String 0x007D only.');
      }
      return ok(await show(mail, asked, query.get('$select')?.split(','), expand !== null));
    },
    async mime(id) {
      const mail = find(id);
      return mail === undefined ? gone() : ok(rebuild(await store.mime(mail.key), book));
    },
  };
}

/** `receivedDateTime ge … and receivedDateTime le …`. */
const RECEIVED_WITHIN = /^receivedDateTime ge (\S+) and receivedDateTime le (\S+)$/;

function isWithin(receivedAt: string, window: RegExpExecArray | null): boolean {
  const [, since = '', until = ''] = window ?? [];
  const at = Date.parse(receivedAt);
  return window === null || (at >= Date.parse(since) && at <= Date.parse(until));
}

function folderNamed(name: string): StandFolder | undefined {
  return STAND_FOLDERS.find((known) => known === name.toLowerCase() || folderId(known) === name);
}

function noFolder(): Answer {
  return graphError(404, 'ErrorItemNotFound', 'The folder was not found.');
}

function idOf(mail: StoredMail, folder: StandFolder, asked: Asked): string {
  return asked.prefer.includes('idtype=immutableid') ? immutableId(mail.key) : ordinaryId(mail.key, folder);
}

function gone(): Answer {
  return graphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
}
