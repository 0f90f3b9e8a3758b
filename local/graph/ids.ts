import type { Folder } from '../../src/mail/mailbox.ts';

/** Ids look like Graph's: an immutable one stays, an ordinary one names the folder too and dies when the mail is moved. */
export function immutableId(key: string): string {
  return `AAkALgAA${encode(key)}`;
}

export function ordinaryId(key: string, folder: Folder): string {
  return `AAMkAGI1${encode(`${key} ${folder}`)}`;
}

/** The mail that an id names, and the folder where it must be. */
export function readId(id: string): { readonly key: string; readonly folder?: string } | undefined {
  const text = Buffer.from(id.slice(8), 'base64url').toString('utf8');
  if (id.startsWith('AAkALgAA')) return { key: text };
  if (!id.startsWith('AAMkAGI1')) return undefined;
  const [key = '', folder = ''] = text.split(' ');
  return { key, folder };
}

function encode(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}
