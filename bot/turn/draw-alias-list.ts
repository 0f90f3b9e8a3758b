import { aliasListCard, type AliasList, type CardText, type Drawn, type Words } from '../../cards/index.ts';
import { pageOf } from '../../src/aliases/find.ts';
import { hasOwner } from '../../src/aliases/states.ts';
import type { Grant } from '../../src/rights/grant.ts';
import type { CommandName } from '../../src/rights/operations.ts';
import type { Uses } from './bot-deps.ts';
import { drawAlias, withChannels, type AliasGrant } from './draw-alias.ts';
import type { Turn } from './turn.ts';

type ListUses = Uses<'rights' | 'register'>;

interface ChosenFor {
  readonly command: CommandName;
  readonly usage: CardText;
}

/**
 * A page of the aliases of the person, or in a channel of those that it owns.
 *
 * @param chosenFor the command that one of them is chosen for, and how it is written
 */
export function drawAliasList(
  deps: ListUses,
  turn: Turn,
  from: number,
  chosenFor?: ChosenFor,
): Promise<Drawn> {
  const ofPlace = turn.place.kind === 'channel' ? ofChannel : ofPerson;
  return ofPlace(deps, turn, from, chosenFor);
}

/** What is above a list that is not empty. */
function heading(
  { texts }: Turn,
  title: Words,
  chosenFor: ChosenFor | undefined,
): Pick<AliasList, 'title' | 'lead' | 'chosenFor'> {
  if (chosenFor === undefined) return { title };
  const { which, whichLead } = texts.aliasList;
  const { usage, command } = chosenFor;
  return { title: which, lead: whichLead({ usage }), chosenFor: command };
}

async function ofPerson(deps: ListUses, turn: Turn, from: number, chosenFor?: ChosenFor): Promise<Drawn> {
  const { caller, texts } = turn;
  const { yours, yoursNone, yoursMore } = texts.aliasList;
  const own = newestFirst(await deps.rights.own(caller));
  const page = pageOf(own, from);
  return aliasListCard(texts, {
    ...(own.length === 0 ? { title: yours, lead: yoursNone } : heading(turn, yours, chosenFor)),
    aliases: await withChannels(deps, page.shown),
    from: page.from,
    all: own.length,
    turnsBy: 'page-aliases',
    ifMore: yoursMore,
  });
}

/** What every mail that was posted here has told already. */
async function ofChannel(deps: ListUses, turn: Turn, from: number, chosenFor?: ChosenFor): Promise<Drawn> {
  const { caller, texts } = turn;
  const { channels, channelsNone, channelsMore } = texts.aliasList;
  const owned = newestFirst(await deps.rights.here(caller));
  const inUse = owned.filter(({ subject }) => hasOwner(subject));
  const former = owned.filter(({ subject }) => !hasOwner(subject));
  const page = pageOf([...inUse, ...former], from);
  return aliasListCard(texts, {
    ...(owned.length === 0 ? { title: channels, lead: channelsNone } : heading(turn, channels, chosenFor)),
    aliases: await withChannels(deps, page.shown),
    from: page.from,
    all: owned.length,
    turnsBy: 'page-aliases',
    inOwnChannel: true,
    ifMore: channelsMore,
  });
}

export function newestFirst(found: readonly AliasGrant[]): readonly AliasGrant[] {
  const time = ({ subject }: AliasGrant): number => subject.allottedAt?.getTime() ?? 0;
  return found.toSorted((one, other) => time(other) - time(one));
}

/** A page of what a search finds; one alias alone is shown whole. */
export async function drawFound(
  deps: ListUses & Uses<'aliases' | 'channels'>,
  turn: Turn,
  by: Grant<'find' | 'page-find'>,
  text: string,
  from: number,
): Promise<Drawn> {
  const { texts } = turn;
  const { aliasList } = texts;
  const found = await deps.aliases.find(by, text, from);
  const [only] = found.aliases;
  if (only !== undefined && found.all === 1) {
    return drawAlias(turn, deps, only, { title: aliasList.foundOne });
  }
  return aliasListCard(texts, {
    title: found.all === 0 ? aliasList.foundNone : aliasList.found,
    lead: found.all === 0 ? aliasList.foundNoneLead : undefined,
    aliases: await withChannels(deps, found.aliases),
    from: found.from,
    all: found.all,
    turnsBy: 'page-find',
    about: text,
    ifMore: aliasList.foundMore,
  });
}
