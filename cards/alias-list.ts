import { ALIASES_A_PAGE } from '../src/aliases/aliases.ts';
import { isFree } from '../src/aliases/states.ts';
import type { CommandName } from '../src/rights/operations.ts';
import { aliasText, channelOf, ownerName, type AliasWithChannel } from './alias.ts';
import { drawing, type Drawn, type Fields } from './draw.ts';
import { withNextSteps, type NextStep } from './parts/next-steps.ts';
import { pagerFields, pageWords } from './parts/pager.ts';
import { joinedRuns, runsOf, type Said } from './runs.ts';
import template from './templates/alias-list.json' with { type: 'json' };
import { exactly, joined, plain, say, type Words } from './text.ts';
import type { Texts } from './texts/languages.ts';

/** A page of aliases to choose from or to look over. */
export interface AliasList {
  readonly title: Words;
  /** Said above the list; alone when the list is empty. */
  readonly lead?: Said | undefined;
  readonly aliases: readonly AliasWithChannel[];
  /** How many come before these, and how many there are at all. */
  readonly from: number;
  readonly all: number;
  /** The button that turns the page; what it carries beside the place. */
  readonly turnsBy: 'page-aliases' | 'page-find';
  readonly about?: string;
  /** True where the list is in the channel that owns all of them. */
  readonly inOwnChannel?: boolean;
  /** The command for which one of them is chosen; else each is shown. */
  readonly chosenFor?: CommandName;
  /** What to do when the one that is meant is not among those shown. */
  readonly ifMore: Said;
}

/** Characters of a text that was looked for. */
const ABOUT_MOST = 200;

const draw = drawing(template);

/** Aliases in few words each, and how many there are. */
export function aliasListCard(texts: Texts, list: AliasList): Drawn {
  const { lead = [], aliases, from, all, about } = list;
  const page = {
    from,
    shown: aliases.length,
    all,
    size: ALIASES_A_PAGE,
    about: plain(about ?? '', ABOUT_MOST),
  };
  const isPart = aliases.length < all;
  const card = draw(texts, {
    title: list.title,
    hasLead: lead.length > 0,
    lead: runsOf(lead),
    aliases: aliases.map((each) => entryOf(texts, each, list)),
    hasMore: all > 0,
    more: isPart ? joinedRuns([pageWords(texts, page), list.ifMore], ' ') : runsOf(pageWords(texts, page)),
    ...pagerFields(page),
    turnsBy: exactly(list.turnsBy),
    offersOwn: all === 0 && list.turnsBy === 'page-find',
  });
  const steps: readonly NextStep[] = list.inOwnChannel === true ? ['help'] : ['request'];
  return withNextSteps(texts, { card, summary: texts.aliasList.summary }, all === 0 ? steps : []);
}

function entryOf(texts: Texts, shown: AliasWithChannel, { inOwnChannel, chosenFor }: AliasList): Fields {
  const { alias } = shown;
  const { show, choose } = texts.aliasList;
  const { accountName, accountId } = alias;
  const facts = isFree(alias)
    ? []
    : [
        plain(accountName ?? '', 60),
        accountId === undefined ? texts.names.noAccountId : plain(accountId, 40),
        plain(ownerName(texts, alias), 120),
        inOwnChannel === true ? undefined : channelOf(texts, shown),
      ];
  const what = joined(facts, ' · ') || texts.aliasList.forNext;
  return {
    address: aliasText(texts, alias),
    aliasId: exactly(alias.id),
    state: texts.aliasStates[alias.state],
    what: say` · ${what}`,
    press: chosenFor === undefined ? show : choose,
    verb: exactly(chosenFor === undefined ? 'show-alias' : 'write-command'),
    command: exactly(chosenFor ?? ''),
    about: exactly(alias.address),
  };
}
