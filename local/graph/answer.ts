import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a route answers. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, bytes as they are. */
  readonly body?: unknown;
}

/** A request with its URL and body read. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  /** Segments of the path, decoded. */
  readonly path: readonly string[];
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Preferences of the Prefer header, in lower case without quotes, such as `idtype=immutableid`. */
  readonly prefer: readonly string[];
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** An error as Graph words it. */
export function graphError(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const innerError = { date: new Date().toISOString(), 'request-id': '00000000-0000-4000-8000-000000000000' };
  return { status, headers, body: { error: { code, message, innerError } } };
}

const LARGEST_BODY = 1024 * 1024;

export async function readAsked(request: IncomingMessage, origin: string): Promise<Asked> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST_BODY) throw new Error('A request to the local Graph server is too large.');
    chunks.push(bytes);
  }
  const url = new URL(request.url ?? '/', origin);
  return {
    method: request.method ?? 'GET',
    url,
    path: url.pathname.split('/').slice(1).map(decodeURIComponent),
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
    prefer: [request.headers['prefer'] ?? []]
      .flat()
      .flatMap((line) => line.split(','))
      .map((preference) => preference.replaceAll('"', '').trim().toLowerCase()),
  };
}

export function send(response: ServerResponse, { status, headers, body }: Answer): void {
  const bytes = body instanceof Uint8Array;
  response.writeHead(status, {
    'Content-Type': bytes ? 'text/plain' : 'application/json; odata.metadata=minimal; charset=utf-8',
    ...headers,
  });
  if (body === undefined) response.end();
  else response.end(bytes ? body : JSON.stringify(body));
}
