import { isFree } from '../src/aliases/states.ts';
import { ALIAS_LOOKS, aliasText, channelOf, ownerName, type AliasWithChannel } from './alias.ts';
import template from './alias-list.json' with { type: 'json' };
import { drawing, type Drawn, type Fields } from './draw.ts';
import { runsOf } from './runs.ts';
import { joined, plain, say, withoutMarkup } from './text.ts';

/** Aliases to choose from or to look over. */
export interface AliasList {
  readonly title: string;
  /** Said above the list; alone when the list is empty. */
  readonly lead?: string;
  readonly aliases: readonly AliasWithChannel[];
  /** What to do when the one that is meant is not among those shown. */
  readonly ifMore: string;
  /** True when there are more than `aliases`. */
  readonly more: boolean;
  /** True where the list stands in the channel that owns all of them. */
  readonly inOwnChannel?: boolean;
}

/** A card has room for about so many; nobody reads more. */
const SHOWN_MOST = 15;

const draw = drawing(template);

/** Aliases in few words each, and how many are left out. */
export function aliasListCard(list: AliasList): Drawn {
  const { lead = '' } = list;
  const shown = list.aliases.slice(0, SHOWN_MOST);
  const hasMore = list.more || shown.length < list.aliases.length;
  const card = draw({
    title: withoutMarkup(list.title, 100),
    hasLead: lead !== '',
    lead: runsOf(lead),
    aliases: shown.map((each) => entryOf(each, list.inOwnChannel === true)),
    hasMore,
    more: runsOf(hasMore ? `${countWords(list, shown.length)} ${list.ifMore}` : ''),
  });
  return { card, summary: say`AWS root aliases.` };
}

function countWords({ aliases, more }: AliasList, shown: number): string {
  return `Here are ${shown} of ${more ? 'more than ' : ''}${aliases.length}.`;
}

function entryOf(shown: AliasWithChannel, inOwnChannel: boolean): Fields {
  const { alias } = shown;
  const { accountName, accountId } = alias;
  const look = ALIAS_LOOKS[alias.state];
  const facts = isFree(alias)
    ? []
    : [
        plain(accountName ?? '', 60),
        accountId === undefined ? say`no account id` : plain(accountId, 40),
        plain(ownerName(alias), 120),
        inOwnChannel ? undefined : channelOf(shown),
      ];
  const what = joined(facts, ' · ') || say`for whoever asks next`;
  return {
    address: aliasText(alias),
    state: look.badge,
    what: say` · ${what}`,
  };
}
