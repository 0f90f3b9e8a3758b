import { ENTRIES_A_PAGE, historyCard, type Drawn } from '../../cards/index.ts';
import { historyShown } from '../../src/mail/cases/history-shown.ts';
import type { Grant } from '../../src/rights/grant.ts';
import type { Uses } from './bot-deps.ts';
import { withChannel } from './draw-alias.ts';
import type { Turn } from './turn.ts';

/** A page of what happened to an alias that those may know of who see it, newest first. */
export async function drawHistory(
  deps: Uses<'aliases' | 'channels'>,
  { texts }: Turn,
  grant: Grant<'history' | 'page-history'>,
  from: number,
): Promise<Drawn> {
  const entries = historyShown(grant.subject, await deps.aliases.history(grant)).toReversed();
  const start = from < entries.length ? from : 0;
  return historyCard(texts, {
    ...(await withChannel(deps, grant)),
    entries: entries.slice(start, start + ENTRIES_A_PAGE),
    from: start,
    all: entries.length,
  });
}
