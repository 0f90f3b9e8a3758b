import type { Request, Response } from 'restify';
import { RequestRefused } from './request-refused.ts';

/** Teams activities are a few kilobytes; nothing that belongs here comes near this. */
const BODY_MOST_BYTES = 256 * 1024;

const JSON_TYPE = /^application\/json\s*(;|$)/i;

/**
 * Stands before the handler of a route that takes a body, and of no other: what a message carries is read because its route has a
 * use for it, whatever its method. Leaves the parsed JSON in `request.body`, and undefined where there was none.
 *
 * Written here because restify 12's body parser reads and unpacks the body of every message, puts files of forms on the disk, and
 * leaves the errors of its streams to nobody.
 * @throws {RequestRefused} 400, 413, 415
 */
export async function takeJson(request: Request, response: Response): Promise<void> {
  if (!JSON_TYPE.test(request.headers['content-type'] ?? '')) {
    throw new RequestRefused(415, 'UnsupportedMediaType', 'Send application/json, not compressed.');
  }
  if (Number(request.headers['content-length'] ?? 0) > BODY_MOST_BYTES) throw tooLarge();
  if (/^100-continue$/i.test(request.headers.expect ?? '')) response.writeContinue();
  const text = await read(request);
  request.body = text === '' ? undefined : parse(text);
}

async function read(request: Request): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      const part = Buffer.from(chunk);
      bytes += part.length;
      // Node reads the rest away, for as long as a request may take to arrive.
      if (bytes > BODY_MOST_BYTES) throw tooLarge();
      chunks.push(part);
    }
  } catch (error) {
    if (error instanceof RequestRefused) throw error;
    // The caller is gone, so that nobody reads this; it is no fault of ours either.
    throw new RequestRefused(400, 'RequestAborted', 'The body did not come to its end.');
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestRefused(400, 'InvalidContent', 'The body is not JSON.');
  }
}

function tooLarge(): RequestRefused {
  return new RequestRefused(413, 'PayloadTooLarge', `A body has ${BODY_MOST_BYTES} bytes at most.`);
}
