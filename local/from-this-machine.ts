import type { IncomingHttpHeaders } from 'node:http';

const HERE = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

/**
 * Whether a request was meant for this machine, and by a page of this machine if a page sent it. Loopback alone keeps other machines
 * away, but not the pages in a browser on this one: any of them can send requests here, and one whose name is made to point to
 * 127.0.0.1 (DNS rebinding) can read the answers too. Such requests carry that page's name as Host or Origin.
 */
export function isFromThisMachine({ host, origin }: IncomingHttpHeaders): boolean {
  return HERE.test(host ?? '') && (origin === undefined || isHere(origin));
}

function isHere(origin: string): boolean {
  const [, host = ''] = /^https?:\/\/(.*)$/i.exec(origin) ?? [];
  return HERE.test(host);
}
