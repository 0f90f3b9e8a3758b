import { ALIAS_LOOKS, aliasText, channelOf, ownerName, type AliasWithChannel } from './alias.ts';
import template from './alias-list.json' with { type: 'json' };
import { drawing, type Drawn, type Fields } from './draw.ts';
import { runsOf } from './runs.ts';
import { plain } from './text.ts';
import type { Color } from './words.ts';

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

const STATE_COLORS: Readonly<Record<AliasWithChannel['alias']['state'], Color>> = {
  allotted: 'Good',
  free: 'Accent',
  quarantined: 'Warning',
  retired: 'Default',
  missing: 'Attention',
};

const draw = drawing(template);

/** Aliases in few words each, and how many are left out. */
export function aliasListCard(list: AliasList): Drawn {
  const { lead = '' } = list;
  const shown = list.aliases.slice(0, SHOWN_MOST);
  const hasMore = list.more || shown.length < list.aliases.length;
  const card = draw({
    title: list.title,
    hasLead: lead !== '',
    lead: runsOf(lead),
    aliases: shown.map((each) => entryOf(each, list.inOwnChannel === true)),
    hasMore,
    more: runsOf(hasMore ? `${countWords(list, shown.length)} ${list.ifMore}` : ''),
  });
  return { card, summary: 'AWS root aliases.' };
}

function countWords({ aliases, more }: AliasList, shown: number): string {
  return `Here are ${shown} of ${more ? 'more than ' : ''}${aliases.length}.`;
}

function entryOf(shown: AliasWithChannel, inOwnChannel: boolean): Fields {
  const { alias } = shown;
  const { accountName, accountId } = alias;
  const facts =
    alias.state === 'free'
      ? []
      : [
          plain(accountName ?? '', 60),
          accountId ?? 'no account id',
          plain(ownerName(alias), 120),
          inOwnChannel ? '' : channelOf(shown),
        ];
  const what = facts.filter((fact) => fact !== '').map((fact) => ` · ${fact}`);
  return {
    address: aliasText(alias),
    state: ALIAS_LOOKS[alias.state].badge,
    color: STATE_COLORS[alias.state],
    what: what.join('') || ' · for whoever asks next',
  };
}
