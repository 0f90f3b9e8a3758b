import { isFree } from '../src/aliases/states.ts';
import { aliasText, channelOf, ownerName, type AliasWithChannel } from './alias.ts';
import { drawing, type Drawn, type Fields } from './draw.ts';
import { joinedRuns, runsOf, type Said } from './runs.ts';
import template from './templates/alias-list.json' with { type: 'json' };
import { joined, plain, say, type Words } from './text.ts';
import type { Texts } from './texts/languages.ts';

/** Aliases to choose from or to look over. */
export interface AliasList {
  readonly title: Words;
  /** Said above the list; alone when the list is empty. */
  readonly lead?: Said | undefined;
  readonly aliases: readonly AliasWithChannel[];
  /** What to do when the one that is meant is not among those shown. */
  readonly ifMore: Said;
  /** True when there are more than `aliases`. */
  readonly more: boolean;
  /** True where the list stands in the channel that owns all of them. */
  readonly inOwnChannel?: boolean;
}

/** A card has room for about so many; nobody reads more. */
const SHOWN_MOST = 15;

const draw = drawing(template);

/** Aliases in few words each, and how many are left out. */
export function aliasListCard(texts: Texts, list: AliasList): Drawn {
  const { lead = [] } = list;
  const shown = list.aliases.slice(0, SHOWN_MOST);
  const hasMore = list.more || shown.length < list.aliases.length;
  const card = draw(texts, {
    title: list.title,
    hasLead: lead.length > 0,
    lead: runsOf(lead),
    aliases: shown.map((each) => entryOf(texts, each, list.inOwnChannel === true)),
    hasMore,
    more: hasMore ? joinedRuns([countWords(texts, list, shown.length), list.ifMore], ' ') : [],
  });
  return { card, summary: texts.aliasList.summary };
}

function countWords({ aliasList }: Texts, { aliases, more }: AliasList, shown: number): Words {
  const all = aliases.length;
  return more ? aliasList.shownOfMore({ shown, all }) : aliasList.shown({ shown, all });
}

function entryOf(texts: Texts, shown: AliasWithChannel, inOwnChannel: boolean): Fields {
  const { alias } = shown;
  const { accountName, accountId } = alias;
  const facts = isFree(alias)
    ? []
    : [
        plain(accountName ?? '', 60),
        accountId === undefined ? texts.names.noAccountId : plain(accountId, 40),
        plain(ownerName(texts, alias), 120),
        inOwnChannel ? undefined : channelOf(texts, shown),
      ];
  const what = joined(facts, ' · ') || texts.aliasList.forNext;
  return {
    address: aliasText(texts, alias),
    state: texts.aliasStates[alias.state],
    what: say` · ${what}`,
  };
}
