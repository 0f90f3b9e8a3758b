import type { TokenCredential } from '@azure/identity';
import { startGraphServer, type GraphServer, type GraphServerOptions } from '../../local/graph/server.ts';
import {
  createGraphClient,
  type GraphClient,
  type GraphClientOptions,
} from '../../src/graph/graph-client.ts';
import { createCredential } from '../../src/graph/credential.ts';
import { createGraphMailbox } from '../../src/graph/graph-mailbox.ts';
import type { Folder, Mailbox } from '../../src/mail/mailbox.ts';

export const CENTRAL = 'aws@company.com';
export const ROOT = 'aws-root-01@company.com';
export const PAY = 'aws_3f0c6b1e-0b4e-4c47-9a33-5f1a6f7c0001@company.com';
export const SHOP = 'aws_3f0c6b1e-0b4e-4c47-9a33-5f1a6f7c0002@company.com';
const MAILBOXES = { central: CENTRAL, roots: [{ address: ROOT, aliases: [PAY, SHOP] }] };
const NOBODY = { users: [], groups: [] };

export type Stand = GraphServer & AsyncDisposable;

/** The local Graph server on a free port, gone at the end of the test. */
export async function startStand(options: Partial<GraphServerOptions> = {}): Promise<Stand> {
  const server = await startGraphServer({ port: 0, directory: NOBODY, mailboxes: MAILBOXES, ...options });
  return { ...server, [Symbol.asyncDispose]: () => server.close() };
}

export function clientOf(stand: GraphServer, options: Partial<GraphClientOptions> = {}): GraphClient {
  return createGraphClient({ baseUrl: stand.url, credential: credentialOf(stand), ...options });
}

export function mailboxOf(stand: GraphServer, options: Partial<GraphClientOptions> = {}): Mailbox {
  return createGraphMailbox({ client: clientOf(stand, options), mailbox: CENTRAL });
}

export function credentialOf(stand: GraphServer): TokenCredential {
  return createCredential({ kind: 'loopback', tokenUrl: stand.tokenUrl });
}

export function never(): AbortSignal {
  return new AbortController().signal;
}

/** A small mail, as bytes. */
export function mailTo(alias: string, headers: Readonly<Record<string, string>> = {}): Uint8Array {
  const fields = {
    From: 'Amazon Web Services <no-reply-aws@amazon.com>',
    To: alias,
    Subject: 'Amazon Web Services Billing Statement Available',
    ...headers,
  };
  const block = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${block.join('')}\r\nGreetings from Amazon Web Services,\r\n`, 'utf8');
}

/** Every id from a cursor to the end of the round, page by page as they came. */
export async function readRound(
  mailbox: Mailbox,
  folder: Folder,
  from?: string,
): Promise<{ readonly pages: readonly (readonly string[])[]; readonly cursor: string }> {
  const pages: (readonly string[])[] = [];
  let cursor = from;
  for (;;) {
    const page = await mailbox.changes(folder, cursor, never());
    pages.push(page.messageIds);
    cursor = page.cursor;
    if (!page.more) return { pages, cursor };
  }
}

/** The only message of a folder. */
export async function onlyMessage(mailbox: Mailbox, folder: Folder = 'inbox') {
  const { pages } = await readRound(mailbox, folder);
  const [id, ...others] = pages.flat();
  if (id === undefined || others.length > 0)
    throw new Error(`There are ${pages.flat().length} messages, not one.`);
  const message = await mailbox.message(id, never());
  if (message === undefined) throw new Error('The message is gone.');
  return message;
}

/** A clock that moves only for waits, which it passes at once and writes down. */
export function stoppedTime() {
  let time = Date.UTC(2026, 0, 1);
  const waits: number[] = [];
  return {
    waits,
    clock: () => new Date(time),
    wait: async (ms: number) => {
      waits.push(ms);
      time += ms;
    },
    pass(ms: number) {
      time += ms;
    },
  };
}
