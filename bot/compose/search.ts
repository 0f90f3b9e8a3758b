import { z } from 'zod';
import { aliasPreview, aliasSharedCard } from '../../cards/index.ts';
import { newestFirst } from '../turn/draw-alias-list.ts';
import type { Uses } from '../turn/bot-deps.ts';
import { withChannels, type AliasGrant } from '../turn/draw-alias.ts';
import { searchedText } from '../turn/searched-text.ts';
import type { Turn } from '../turn/turn.ts';
import type { ComposeAnswer } from './compose-answer.ts';

/** So many results Teams asks for at once. */
const PAGE_MOST = 25;
const FAR_MOST = 100_000;

/**
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search; before anything
 * is typed there is another parameter, `initialRun`, and no text.
 */
const Query = z.object({
  commandId: z.literal('search'),
  parameters: z.array(z.object({ name: z.string(), value: z.unknown() })).default([]),
  queryOptions: z
    .object({
      skip: z.int().min(0).max(FAR_MOST).catch(0),
      count: z.int().min(1).max(PAGE_MOST).catch(PAGE_MOST),
    })
    .default({ skip: 0, count: PAGE_MOST }),
});

/** Aliases that the searcher may see; their own before anything is typed. Undefined for what is no search of ours. */
export async function search(
  deps: Uses<'rights' | 'aliases' | 'register'>,
  turn: Turn,
  value: unknown,
): Promise<ComposeAnswer | undefined> {
  const query = Query.safeParse(value);
  if (!query.success) return undefined;
  const { parameters, queryOptions } = query.data;
  const typed = parameters.find(({ name }) => name === 'text')?.value;
  const text = typeof typed === 'string' ? searchedText(typed) : '';
  const { texts } = turn;
  const found = await page(deps, turn, text, queryOptions);
  if (found.length === 0 && queryOptions.skip === 0) {
    return { message: text === '' ? texts.compose.noneYet : texts.compose.nothing };
  }
  const results = (await withChannels(deps, found)).map((shown) => ({
    ...aliasSharedCard(texts, shown.alias, turn.botId),
    preview: aliasPreview(texts, shown),
  }));
  return { results };
}

async function page(
  { rights, aliases }: Uses<'rights' | 'aliases'>,
  { caller }: Turn,
  text: string,
  { skip, count }: { readonly skip: number; readonly count: number },
): Promise<readonly AliasGrant[]> {
  const by = await rights.grant('search', caller);
  if (text === '') return newestFirst(await rights.own(caller)).slice(skip, skip + count);
  const found = await aliases.find(by, text, skip, count);
  // What comes after the last page is nothing, and not the last page again.
  return found.from === skip ? found.aliases : [];
}
