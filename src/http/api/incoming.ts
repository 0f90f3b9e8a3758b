import type { Request } from 'restify';
import type { Credential } from './api-access.ts';

const PREFIX = '/api/';
/** Teams and Microsoft 365 have servers of their own. */
const OTHERS = ['messages', 'notifications'];
/** Everybody may read how the API is called. */
const PUBLIC = 'openapi.json';

/** A call to the API as it came. */
export interface Incoming {
  /** What follows `/api/`, without a slash at its end. */
  readonly name: string;
  readonly credential: Credential;
}

/**
 * Recognises a call to the API and makes the request harmless: credentials are taken out of URL and headers, so that nothing that
 * looks at the request later can log them. Keys are taken away on every path but theirs, also on mistyped ones.
 *
 * Also settles how old clients speak. Their host matched paths without regard to case. Their bodies are JSON whatever the header
 * says: PowerShell's Invoke-WebRequest calls a POST body a form and names no type for PUT and DELETE unless it is told one
 * (https://github.com/PowerShell/PowerShell/issues/23827).
 */
export function takeIncoming(request: Request, operations: readonly string[]): Incoming | undefined {
  const url = urlOf(request.url ?? '/');
  if (url === undefined) return undefined;
  const asked = nameIn(url.pathname);
  if (asked !== undefined && OTHERS.includes(asked.toLowerCase())) return undefined;
  const name = operations.find((known) => known.toLowerCase() === asked?.toLowerCase()) ?? asked;

  const query = new URLSearchParams([...url.searchParams].map(([key, value]) => [key.toLowerCase(), value]));
  const credential = credentialOf(request, query.get('code'));
  query.delete('code');
  delete request.headers['x-functions-key'];
  request.rawHeaders = [];
  const path = name === undefined ? url.pathname : `${PREFIX}${name}`;
  request.url = query.size === 0 ? path : `${path}?${query.toString()}`;
  if (name === undefined || name === PUBLIC) return undefined;
  delete request.headers.authorization;
  request.headers['content-type'] = 'application/json';
  return { name, credential };
}

function nameIn(pathname: string): string | undefined {
  if (!pathname.toLowerCase().startsWith(PREFIX)) return undefined;
  return pathname.slice(PREFIX.length).replace(/\/$/, '');
}

/** As restify reads it: what begins with a slash is a path, also with two of them. */
function urlOf(target: string): URL | undefined {
  const text = target.startsWith('/') ? `http://rootdesk.invalid${target}` : target;
  return URL.canParse(text) ? new URL(text) : undefined;
}

function credentialOf({ headers }: Request, code: string | null): Credential {
  const [, token] = /^Bearer +([\w.~+/-]+=*)$/i.exec(headers.authorization ?? '') ?? [];
  if (token !== undefined) return { kind: 'token', token };
  const header = headers['x-functions-key'];
  const key = typeof header === 'string' && header !== '' ? header : code;
  return key === null || key === '' ? { kind: 'none' } : { kind: 'key', key };
}
