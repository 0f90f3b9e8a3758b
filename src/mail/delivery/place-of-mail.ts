import { LRUCache } from 'lru-cache';
import type { CaseRegister } from '../cases/case-register.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { CardData } from './card-data.ts';
import { aliasOf } from './owning-channel.ts';

/** An alias that went to another channel waits for this long at most beside the mail of its old one. */
const ALIAS_MS = 15_000;
const ALIASES_MOST = 5_000;

interface PlaceDeps {
  readonly register: Pick<CaseRegister, 'alias'>;
  /** What the sweep has just read, left where it is. */
  readonly peek: (entryId: string) => CardData | undefined;
}

/** Where a mail goes, as far as it is known without reading it: the channel of its alias, or triage. */
export function createPlaceOfMail({
  register,
  peek,
}: PlaceDeps): (entry: LedgerEntry) => Promise<string | undefined> {
  const channels = new LRUCache<string, { readonly channelId: string | undefined }>({
    max: ALIASES_MOST,
    ttl: ALIAS_MS,
  });
  return async (entry) => {
    const { aliasId } = entry;
    // It is looked for before anybody is told.
    if (entry.vanished === true) return undefined;
    if (aliasId === undefined) return 'triage';
    const read = peek(entry.id)?.aliases.find(({ id }) => id === aliasId) ?? channels.get(aliasId);
    if (read !== undefined) return read.channelId ?? 'triage';
    const channelId = (await aliasOf(register, entry))?.channelId;
    channels.set(aliasId, { channelId });
    return channelId ?? 'triage';
  };
}
