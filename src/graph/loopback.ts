import { isIP } from 'node:net';

/** Whether a URL can only reach this machine: `localhost`, 127.0.0.0/8 or ::1, nothing that a name server decides. */
export function isLoopback(url: URL): boolean {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
