import { createHash, timingSafeEqual } from 'node:crypto';
import type { ApiKey, Client } from './api-access.ts';

/**
 * Finds the client of a key.
 *
 * Keys are stored as plain SHA-256: they are random text of at least 128 bits, which nobody can guess from a hash, so that the
 * slow hashes made for passwords would only slow every call down. Every stored hash is compared, each in constant time.
 */
export function createKeyRing(keys: readonly ApiKey[]): (given: string) => Client | undefined {
  const ring = keys.map(({ name, roles, sha256 }) => ({
    client: { name, roles: new Set(roles) },
    digest: Buffer.from(sha256, 'hex'),
  }));
  return (given) => {
    const digest = createHash('sha256').update(given, 'utf8').digest();
    let found: Client | undefined;
    // To the end, also past the right one.
    for (const entry of ring) if (timingSafeEqual(entry.digest, digest)) found ??= entry.client;
    return found;
  };
}
