import type { Alias } from '../../aliases/alias.ts';
import type { CaseRegister } from '../cases/case-register.ts';
import type { Handling } from '../cases/handling.ts';
import { ledgerIdOf, type Ledger, type LedgerEntry } from '../ledger.ts';
import { aliasOf } from './owning-channel.ts';

/** Aliases on one card at most: each has rows in the transaction that ends the delivery. */
const MOST = 8;

/** Ids of aliases that share a card, for each of them the others: those that belong to the same channel. */
export function sharersOf(aliases: readonly Alias[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [channelId, ofChannel] of Map.groupBy(aliases, (alias) => alias.channelId)) {
    if (channelId === undefined) continue;
    const ids = ofChannel.map(({ id }) => id);
    for (let start = 0; start < ids.length; start += MOST) {
      const card = ids.slice(start, start + MOST);
      for (const id of card) {
        found.set(
          id,
          card.filter((other) => other !== id),
        );
      }
    }
  }
  return found;
}

export interface SharedCardDeps {
  readonly register: Pick<CaseRegister, 'alias'>;
  readonly ledger: Pick<Ledger, 'state' | 'apart'>;
}

/**
 * The entry with those that are still to share its card. An alias that went to another channel gets a card of its own there, and
 * one that had it in the meantime is left out.
 */
export async function withSharers(
  { register, ledger }: SharedCardDeps,
  entry: LedgerEntry,
  queue: 'waiting' | 'late',
): Promise<LedgerEntry> {
  const { messageId, aliasId, sharesCardWith = [] } = entry;
  if (aliasId === undefined || sharesCardWith.length === 0) return entry;
  const own = await aliasOf(register, entry);
  const kept: string[] = [];
  for (const otherId of sharesCardWith) {
    const state = await ledger.state(ledgerIdOf(messageId, otherId));
    if (state?.entry.sharesCardWith?.includes(aliasId) !== true) continue;
    if (!OPEN[queue].has(state.ended)) continue;
    const other = await aliasOf(register, state.entry);
    if (other?.channelId === own?.channelId) kept.push(otherId);
    else await ledger.apart(state.entry, queue);
  }
  return { ...entry, sharesCardWith: kept };
}

/** The endings of an entry that its channel has not had. */
const OPEN: Readonly<Record<'waiting' | 'late', ReadonlySet<string | undefined>>> = {
  waiting: new Set([undefined, 'dead', 'fell-back']),
  late: new Set(['fell-back']),
};

/** One of the aliases that a card names, and what people did with the mail there. */
export interface Sharer {
  readonly ledgerId: string;
  readonly alias: Alias;
  readonly handling: Handling | undefined;
}

/** What is stored of the others on a card; an alias that is no longer in the register is left out. */
export async function readSharers(
  register: Pick<CaseRegister, 'alias' | 'handling'>,
  { messageId }: LedgerEntry,
  aliasIds: readonly string[] = [],
): Promise<readonly Sharer[]> {
  const found = await Promise.all(
    aliasIds.map(async (aliasId): Promise<Sharer | undefined> => {
      const ledgerId = ledgerIdOf(messageId, aliasId);
      const [alias, handling] = await Promise.all([register.alias(aliasId), register.handling(ledgerId)]);
      return alias && { ledgerId, alias: alias.value, handling: handling?.value };
    }),
  );
  return found.filter((sharer) => sharer !== undefined);
}
