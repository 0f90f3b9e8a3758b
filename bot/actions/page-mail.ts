import { Refusal } from '../../src/store/refusal.ts';
import { drawMailList } from '../turn/draw-mail-list.ts';
import { problemOnCard } from '../turn/explain.ts';
import { refused, type CardAction } from './card-action.ts';
import { countIn, textIn } from './card-data.ts';

/** Turns the page of the mail of the chat or channel. */
export const pageMail: CardAction = async (deps, turn, input) => ({
  drawn: await drawMailList(deps, turn, countIn(input, 'from')),
});

/** Acknowledges a mail of a list, and answers with the list as it is then. */
export const acknowledgeListed: CardAction = async (deps, turn, input) => {
  const from = countIn(input, 'from');
  const grant = await deps.rights.grant('acknowledge-listed', turn.caller, textIn(input, 'ledgerId'));
  try {
    await deps.mails.acknowledge(grant);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const problem = problemOnCard(turn, error);
    return refused({ drawn: await drawMailList(deps, turn, from, problem) }, problem);
  }
  return { drawn: await drawMailList(deps, turn, from) };
};
