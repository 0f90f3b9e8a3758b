import type { Message } from '@microsoft/microsoft-graph-types';
import { FOLDERS, type Folder } from '../../src/mail/mailbox.ts';
import { graphError, ok, type Answer, type Asked } from './answer.ts';
import { answerDelta } from './delta.ts';
import type { Faults } from './faults.ts';
import { immutableId, ordinaryId, readId } from './ids.ts';
import type { MailStore, StoredMail } from './mail-store.ts';
import type { AddressBook } from './mailboxes.ts';
import { rebuild, select, toGraphMessage } from './message.ts';

const TRANSPORT_HEADERS = /^singleValueExtendedProperties\(\$filter=id eq 'String 0x0*7d'\)$/i;

export interface MessageParts {
  readonly store: MailStore;
  readonly book: AddressBook;
  readonly faults: Faults;
  readonly origin: string;
  readonly largestPage: number;
}

/** The message routes of Graph, on the central mailbox. */
export interface MessageRoutes {
  delta(folder: string, asked: Asked): Promise<Answer>;
  message(id: string, asked: Asked): Promise<Answer>;
  mime(id: string): Promise<Answer>;
}

export function createMessageRoutes({
  store,
  book,
  faults,
  origin,
  largestPage,
}: MessageParts): MessageRoutes {
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
      if (folder === undefined) return graphError(404, 'ErrorItemNotFound', 'The folder was not found.');
      return answerDelta({ store, faults, origin, largestPage, show, idOf }, folder, asked);
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

function idOf(mail: StoredMail, folder: Folder, asked: Asked): string {
  return asked.prefer.includes('idtype=immutableid') ? immutableId(mail.key) : ordinaryId(mail.key, folder);
}

function gone(): Answer {
  return graphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
}
