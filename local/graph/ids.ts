import type { StandFolder } from './mail-store.ts';

/** Ids look like Graph's: an immutable one stays, an ordinary one names the folder too and dies when the mail is moved. */
export function immutableId(key: string): string {
  return `AAkALgAA${encode(key)}`;
}

export function ordinaryId(key: string, folder: StandFolder): string {
  return `AAMkAGI1${encode(`${key} ${folder}`)}`;
}

/** In a form that nobody takes for a name. */
export function folderId(folder: StandFolder): string {
  return `AQMkAD-${folder}`;
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
