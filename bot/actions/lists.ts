import { drawAlias } from '../turn/draw-alias.ts';
import { drawAliasList, drawFound } from '../turn/draw-alias-list.ts';
import { SEARCHED_MOST } from '../turn/searched-text.ts';
import { drawHistory } from '../turn/draw-history.ts';
import type { CardAction } from './card-action.ts';
import { countIn, textIn } from './card-data.ts';

/** Turns the page of one's aliases, or of those of the channel. */
export const pageAliases: CardAction = async (deps, turn, input) => ({
  drawn: await drawAliasList(deps, turn, countIn(input, 'from')),
});

/** Turns the page of what a search found: it is searched again, with the rights of this moment. */
export const pageFind: CardAction = async (deps, turn, input) => {
  const text = textIn(input, 'about').slice(0, SEARCHED_MOST);
  const grant = await deps.rights.grant('page-find', turn.caller);
  return { drawn: await drawFound(deps, turn, grant, text, countIn(input, 'from')) };
};

/** Turns the page of the history of an alias, or begins it. */
export const pageHistory: CardAction = async (deps, turn, input) => {
  const grant = await deps.rights.grant('page-history', turn.caller, textIn(input, 'about'));
  return { drawn: await drawHistory(deps, turn, grant, countIn(input, 'from')) };
};

/** Shows one alias of a list. */
export const showAlias: CardAction = async (deps, turn, input) => {
  const grant = await deps.rights.grant('show-alias', turn.caller, textIn(input, 'aliasId'));
  return { drawn: await drawAlias(turn, deps, grant, { title: turn.texts.aliasList.one }) };
};
