import { randomUUID } from 'node:crypto';
import { Refusal } from './errors.ts';
import type { Alias, Owner } from './alias.ts';
import type { Register, Versioned } from './register.ts';

/** What an allotment makes of a free alias. */
export interface Allotment {
  readonly owner: Owner;
  readonly channelId: string | undefined;
  readonly accountId: string | undefined;
  readonly accountName: string | undefined;
  readonly requestId: string | undefined;
}

/** A free alias as its owner's. */
export function allotted(alias: Alias, allotment: Allotment, at: Date): Alias {
  return {
    ...alias,
    ...allotment,
    state: 'allotted',
    allottedAt: at,
    releasedAt: undefined,
    quarantinedUntil: undefined,
  };
}

/** So many lost races in a row mean that something else is wrong. */
const ATTEMPTS_MOST = 60;
/** After a lost race the next try looks at several neighbours and takes one by chance. */
const NEIGHBOURS = 16;

/**
 * Takes a free alias without ever scanning the pool: it starts at a random place, so that a hundred allotters rarely meet,
 * and tries elsewhere when another was faster.
 *
 * @param take commits the alias together with whatever has to change with it; undefined means: somebody else has this one
 * @throws {Refusal} pool-empty when the whole range holds no free alias; register-busy after too many lost races
 */
export async function withFreeAlias<T>(
  register: Pick<Register, 'freeAliases'>,
  take: (free: Versioned<Alias>) => Promise<T | undefined>,
): Promise<T> {
  for (let attempt = 0; attempt < ATTEMPTS_MOST; attempt += 1) {
    const free = await someFreeAlias(register, attempt === 0 ? 1 : NEIGHBOURS);
    if (free === undefined) {
      throw new Refusal('pool-empty', 'No free alias is left in the pool, so nothing was allotted.');
    }
    const taken = await take(free);
    if (taken !== undefined) return taken;
  }
  throw new Refusal(
    'register-busy',
    'Too many allotments are under way at this moment; nothing was allotted.',
  );
}

async function someFreeAlias(
  register: Pick<Register, 'freeAliases'>,
  atMost: number,
): Promise<Versioned<Alias> | undefined> {
  const above = await register.freeAliases(randomUUID(), atMost);
  const found = above.length > 0 ? above : await register.freeAliases('', Math.max(atMost, NEIGHBOURS));
  return found[Math.floor(Math.random() * found.length)];
}
