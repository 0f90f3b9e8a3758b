import { isIP } from 'node:net';

/**
 * Whether a host can only be this machine: `localhost`, 127.0.0.0/8 or ::1, nothing that a name server decides.
 * @param host as in a URL or an address to listen on, IPv6 with or without brackets
 */
export function isLoopbackHost(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}

/** Whether a URL can only reach this machine; false for what is no URL. */
export function isLoopbackUrl(url: string): boolean {
  return URL.canParse(url) && isLoopbackHost(new URL(url).hostname);
}
