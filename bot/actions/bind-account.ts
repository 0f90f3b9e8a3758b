import { askerToldCard, type BindAttempt } from '../../cards/index.ts';
import { Refusal } from '../../src/aliases/errors.ts';
import { toldSubject } from '../../src/outgoing/poster.ts';
import type { Grant } from '../../src/rights/grant.ts';
import { drawAlias } from '../turn/draw-alias.ts';
import { problemOnCard } from '../turn/explain.ts';
import type { ActionAnswer, CardAction, Turn } from '../turn/turn.ts';
import { textIn } from './card-data.ts';

/** Faults of what was typed, which are told at the field. */
const AT_FIELD: ReadonlySet<string> = new Set(['account-id-malformed', 'account-bound-elsewhere']);

export const bindAccount: CardAction = async (turn, input) => {
  const grant = await turn.parts.rights.grant('bind-account', turn.caller, textIn(input, 'aliasId'));
  const accountId = textIn(input, 'accountId');
  try {
    return await drawAgain(turn, await turn.parts.aliases.bind(grant, { id: accountId }), {});
  } catch (error) {
    const answer = await drawAgain(turn, await grant.again(), attemptOf(turn, accountId, error));
    return { drawn: answer.drawn, refused: true };
  }
};

function attemptOf(turn: Turn, accountId: string, error: unknown): BindAttempt {
  if (error instanceof Refusal && AT_FIELD.has(error.code)) {
    return { accountId, accountIdFault: `${error.message} ${error.remedy}` };
  }
  return { accountId, problem: problemOnCard(turn, error) };
}

/** The card of the request with the alias as it is now; that of the alias alone for whoever may not see the request. */
async function drawAgain(
  turn: Turn,
  grant: Grant<'bind-account'>,
  attempt: BindAttempt,
): Promise<ActionAnswer> {
  const { rights, channels } = turn.parts;
  const { subject: alias } = grant;
  const { requestId } = alias;
  const seen =
    requestId === undefined ? undefined : await rights.granted('see-request', turn.caller, requestId);
  if (seen === undefined) {
    const { accountIdFault: message, problem = message === undefined ? undefined : { message, remedy: '' } } =
      attempt;
    const title = problem === undefined ? 'The account id is saved' : 'The account id was not saved';
    return { drawn: await drawAlias(turn, grant, { title, problem }) };
  }
  const { subject: request } = seen;
  const channel = await channels.channel(request.channelId);
  const drawn = askerToldCard({ kind: 'asker-told', request, channel, alias }, attempt);
  return { drawn, copyOf: toldSubject(request.id), forGood: true };
}
