import { createServer } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { graphError, ok, readAsked, send, type Answer, type Asked } from './answer.ts';
import { createDirectoryRoutes, type StandDirectory } from './directory.ts';
import { createFaults, faultOrder, isMailbox, type Faults } from './faults.ts';
import { immutableId, readId } from './ids.ts';
import { isFromThisMachine } from '../from-this-machine.ts';
import { listen } from '../listen.ts';
import { openMailStores, type MailStore, type StandFolder, type StandStores } from './mail-store.ts';
import { centralsOf, createAddressBook, type StandMailboxes } from './mailboxes.ts';
import { createMessageRoutes } from './messages.ts';
import { createSubscriptionRoutes, type SubscriptionHands } from './subscriptions.ts';
import { createTokens } from './tokens.ts';
import { sendMail } from './send-mail.ts';
import { createTransport, type Transport, type Upsets } from './transport.ts';

export interface GraphServerOptions {
  /** 0 for any free port. Only 127.0.0.1 is listened on. */
  readonly port: number;
  /** Where mails are kept between runs; where left out, in a temporary folder that `close` deletes. */
  readonly stateFolder?: string;
  readonly directory: StandDirectory;
  readonly mailboxes: StandMailboxes;
  /** How long an answer about mail takes, in milliseconds; as fast as can be where left out. */
  readonly answerMs?: number;
  /** Most entries a delta page; small by default, so that paging happens every day. */
  readonly largestPage?: number;
}

export interface GraphServer extends Transport {
  /** What Rootdesk takes as the base URL of Graph. */
  readonly url: string;
  readonly tokenUrl: string;
  readonly faults: Faults;
  /** What goes wrong with the mailboxes in Exchange. */
  readonly upsets: Upsets;
  /** What people do in the central mailboxes. Ids are immutable ids. */
  readonly hands: {
    move(id: string, folder: StandFolder): Promise<void>;
    /** A copy of it, with an id of its own. */
    copy(id: string, folder: StandFolder): Promise<void>;
    remove(id: string): Promise<void>;
    markRead(id: string): Promise<void>;
    /** Immutable ids of everything in a folder, of the first central mailbox where none is named, in the order of its last change. */
    list(folder: StandFolder, mailbox?: string): readonly string[];
    /** Inbox rules of the central mailbox, as Graph shows them. */
    readonly rules: object[];
  };
  /** Who is told of new mail. */
  readonly subscriptions: SubscriptionHands;
  /** From now on no cursor given out so far is known. */
  expireCursors(): Promise<void>;
  close(): Promise<void>;
}

/** Graph's limit for an app and a mailbox: https://learn.microsoft.com/graph/throttling-limits */
const MOST_AT_ONCE = 4;
const LARGEST_PAGE = 5;

/**
 * Starts a Microsoft Graph of one's own: the endpoints that Rootdesk uses, as unfriendly as the real ones, on loopback.
 * @throws {Error} when the port is taken or the state folder cannot be read
 */
export async function startGraphServer(options: GraphServerOptions): Promise<GraphServer> {
  const folder = options.stateFolder ?? (await mkdtemp(join(tmpdir(), 'rootdesk-graph-')));
  const centrals = centralsOf(options.mailboxes);
  const stores = await openMailStores(folder, centrals);
  const book = createAddressBook(options.mailboxes);
  const faultSwitch = createFaults();
  const { faults } = faultSwitch;
  const tokens = createTokens(faults);
  const directory = createDirectoryRoutes(options.directory, book);

  const rules: object[] = [];
  const server = createServer();
  const port = await listen(server, options.port);
  const origin = urlAt(port);
  const largestPage = options.largestPage ?? LARGEST_PAGE;
  const messageRoutes = new Map(
    [...stores.all].map(([mailbox, store]) => [
      mailbox,
      createMessageRoutes({ store, book, faults, origin, largestPage }),
    ]),
  );
  const routesOfFirst = createMessageRoutes({ store: stores.first, book, faults, origin, largestPage });
  const subscriptions = createSubscriptionRoutes({ stores, faults, origin });

  const transport = createTransport(stores, book);

  async function route(asked: Asked): Promise<Answer> {
    const [version, users, id = '', kind, name = '', ...rest] = asked.path;
    if (version === 'v1.0' && users === 'subscriptions') return subscriptions.answer(asked);
    const target = `${asked.method} ${version}/${users}/{id}${kind === undefined ? '' : `/${kind}`}`;
    if (target === 'GET v1.0/users/{id}' && asked.path.length === 2) return directory.users(asked);
    if (target === 'GET v1.0/users/{id}') return directory.user(id, asked);
    if (target === 'POST v1.0/users/{id}/checkMemberGroups') return directory.checkMemberGroups(id, asked);
    if (target === 'GET v1.0/groups/{id}/transitiveMembers') return directory.groupMembers(id);
    if (target === 'GET v1.0/teams/{id}/channels' && rest.length === 1) {
      return directory.doesUserHaveAccess(id, name, rest[0] ?? '');
    }
    const isSending = target === 'POST v1.0/users/{id}/sendMail' && asked.path.length === 4;
    if (!isSending && !target.startsWith('GET v1.0/users/{id}/m')) return unknownPath(asked);
    const own = messageRoutes.get(id.toLowerCase());
    // The application's permission is scoped to the central mailboxes.
    if (own === undefined && (isSending || !faults.wideAccess)) {
      return graphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
    }
    if (isSending) {
      return faults.refusesSending
        ? graphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')
        : sendMail(transport, id, asked);
    }
    const messages = own ?? routesOfFirst;
    if (kind === 'mailFolders' && rest.join('/') === 'messages/delta') return messages.delta(name, asked);
    if (kind === 'mailFolders' && rest.join('/') === 'messages') return messages.list(name, asked);
    if (kind === 'mailFolders' && rest.join('/') === 'messageRules') {
      return faults.hidesSettings
        ? graphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')
        : ok({ value: rules });
    }
    if (kind === 'mailFolders' && asked.path.length === 4) return messages.folders();
    if (kind === 'mailFolders' && rest.length === 0) return messages.folder(name);
    if (kind === 'messages' && asked.path.length === 4) return messages.list(undefined, asked);
    if (kind === 'messages' && rest.length === 0) return messages.message(name, asked);
    if (kind === 'messages' && rest.join('/') === '$value') return messages.mime(name);
    return unknownPath(asked);
  }

  async function answerGraph(asked: Asked): Promise<Answer | 'hang' | 'cut'> {
    const refusal = tokens.check(asked);
    if (refusal !== undefined) return refusal;
    const fault = await faultSwitch.meet(asked);
    if (fault !== undefined) return fault;
    if (isMailbox(asked) && faultSwitch.atOnceWith(asked) > MOST_AT_ONCE) {
      faultSwitch.refuse();
      const limit = 'Application is over its MailboxConcurrency limit.';
      return graphError(429, 'ApplicationThrottled', limit, { 'Retry-After': '1' });
    }
    if (isMailbox(asked) && options.answerMs !== undefined) await sleep(options.answerMs);
    return route(asked);
  }

  async function answer(asked: Asked): Promise<Answer | 'hang' | 'cut'> {
    if (asked.path.join('/') === 'stand/oauth2/v2.0/token') return tokens.issue(asked);
    if (asked.path[0] === '_stand') return control(asked, { faults, upsets: transport.upsets, centrals });
    let given: Answer | 'hang' | 'cut' | undefined;
    faultSwitch.enter(asked);
    try {
      given = await answerGraph(asked);
      return given;
    } finally {
      faultSwitch.leave(asked, typeof given === 'object' ? given : undefined);
    }
  }

  server.on('request', (request, response) => {
    if (!isFromThisMachine(request.headers)) {
      send(response, graphError(403, 'Forbidden', 'The local stand answers requests of this machine alone.'));
      return;
    }
    readAsked(request, origin)
      .then(answer)
      .catch((error: unknown) => graphError(500, 'generalException', String(error)))
      .then((given) => {
        if (given === 'cut') request.socket.destroy();
        else if (given !== 'hang') send(response, given);
        return given;
      })
      // The client went away while it was answered.
      .catch(() => request.socket.destroy());
  });

  return {
    url: origin,
    tokenUrl: tokenUrlAt(origin),
    faults,
    ...transport,
    hands: createHands(stores, rules),
    subscriptions: subscriptions.hands,
    async expireCursors() {
      for (const store of stores.all.values()) await store.forgetCursors();
    },
    async close() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeAllConnections();
      await subscriptions.close();
      await closed;
      if (options.stateFolder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Where a server of the stand on a port of this machine is, whoever started it. */
export function urlAt(port: number): string {
  return `http://127.0.0.1:${port}`;
}

/** Its endpoint for tokens. */
export function tokenUrlAt(origin: string): string {
  return `${origin}/stand/oauth2/v2.0/token`;
}

interface Controlled {
  readonly faults: Faults;
  readonly upsets: Upsets;
  readonly centrals: readonly string[];
}

/**
 * `GET /_stand/centrals` tells the addresses of the central mailboxes.
 * `POST /_stand/stopped/<address>` lets a root mailbox forward no more, or takes an alias away; `DELETE` repairs it.
 * `POST /_stand/faults` with a fault as JSON, `DELETE /_stand/faults` to end them all. Loopback only, as the server is.
 */
function control(asked: Asked, { faults, upsets, centrals }: Controlled): Answer {
  const [, part, address] = asked.path;
  if (part === 'centrals') return ok(centrals);
  if (part === 'stopped' && address !== undefined) {
    if (asked.method === 'DELETE') upsets.repair(address);
    else upsets.stop(address);
    return { status: 204 };
  }
  if (asked.path.join('/') !== '_stand/faults') return unknownPath(asked);
  if (asked.method === 'DELETE') {
    faults.clear();
    return { status: 204 };
  }
  const order = faultOrder.safeParse(JSON.parse(asked.body || 'null'));
  if (!order.success) return graphError(400, 'BadRequest', z.prettifyError(order.error));
  faults.next(order.data, order.data.times);
  return { status: 204 };
}

function createHands(stores: StandStores, rules: object[]): GraphServer['hands'] {
  const holding = (id: string): MailStore => {
    const store = stores.holding(keyOf(id));
    if (store === undefined) throw new Error('Not a mail of these mailboxes.');
    return store;
  };
  return {
    move: async (id, folder) => holding(id).move(keyOf(id), folder),
    async copy(id, folder) {
      const store = holding(id);
      const mail = store.find(keyOf(id));
      if (mail === undefined) throw new Error('Not a mail of this mailbox.');
      await store.add(await store.mime(mail.key), folder, new Date(mail.receivedAt));
    },
    rules,
    remove: async (id) => holding(id).move(keyOf(id), null),
    markRead: async (id) => holding(id).markRead(keyOf(id)),
    list: (folder, mailbox) =>
      (mailbox === undefined ? stores.first : stores.of(mailbox))
        .changes(folder, 0)
        .filter(({ mail }) => mail.folder === folder)
        .map(({ mail }) => immutableId(mail.key)),
  };
}

function keyOf(id: string): string {
  const named = readId(id);
  if (named === undefined) throw new Error('Not an id of this mailbox.');
  return named.key;
}

function unknownPath(asked: Asked): Answer {
  return graphError(400, 'BadRequest', `Resource not found for the segment '${asked.path.at(-1) ?? ''}'.`);
}
