import type { Request, Response } from 'restify';
import { RequestRefused } from './request-refused.ts';

/**
 * Comes first of all. restify 12 makes a URL of the Host header and the request's target, and a pair that makes none ends the
 * process; a Host with a path in it even chooses the route. Nothing here depends on the Host.
 * @throws {RequestRefused} 400
 */
export async function settleTarget(request: Request, _response: Response): Promise<void> {
  request.headers.host = 'rootdesk';
  const target = request.url ?? '/';
  if (!URL.canParse(target.startsWith('/') ? `http://rootdesk${target}` : target, 'http://rootdesk')) {
    request.url = '/';
    throw new RequestRefused(400, 'BadRequest', 'The request names no address.');
  }
}

/**
 * Refuses a message whose body is encoded, before anything reads it and whether or not anything would: nobody counts what a
 * compressed body unpacks to.
 * @throws {RequestRefused} 415
 */
export async function refuseEncoded({ headers }: Request, _response: Response): Promise<void> {
  if (isPlain(headers)) return;
  throw new RequestRefused(
    415,
    'UnsupportedMediaType',
    'Send the body as it is, neither compressed nor encoded.',
  );
}

/** Whether a body is in the message as it is. */
export function isPlain(headers: Request['headers']): boolean {
  const { 'content-encoding': content = 'identity', 'transfer-encoding': transfer = 'chunked' } = headers;
  return content.trim().toLowerCase() === 'identity' && transfer.trim().toLowerCase() === 'chunked';
}
