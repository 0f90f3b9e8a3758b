import {
  askerToldCard,
  joinedRuns,
  refusalWords,
  type BindAttempt,
  type Problem,
} from '../../cards/index.ts';
import { Refusal } from '../../src/store/refusal.ts';
import { toldSubject } from '../../src/messages/poster.ts';
import type { Grant } from '../../src/rights/grant.ts';
import type { Uses } from '../turn/bot-deps.ts';
import { drawAlias } from '../turn/draw-alias.ts';
import { problemOnCard } from '../turn/explain.ts';
import type { Turn } from '../turn/turn.ts';
import type { ActionAnswer, CardAction } from './card-action.ts';
import { textIn } from './card-data.ts';

/** Faults of what was typed, which are told at the field. */
const AT_FIELD: ReadonlySet<string> = new Set(['account-id-malformed', 'account-bound-elsewhere']);

type BindUses = Uses<'rights' | 'aliases' | 'channels'>;

export const bindAccount: CardAction = async (deps, turn, input) => {
  const { rights, aliases } = deps;
  const grant = await rights.grant('bind-account', turn.caller, textIn(input, 'aliasId'));
  const accountId = textIn(input, 'accountId');
  try {
    return await drawAgain(deps, turn, await aliases.bind(grant, { id: accountId }), {});
  } catch (error) {
    const attempt = attemptOf(turn, accountId, error);
    const answer = await drawAgain(deps, turn, await grant.again(), attempt);
    const problem = problemOf(attempt) ?? problemOnCard(turn, error);
    return { drawn: answer.drawn, refused: { problem, reference: '' } };
  }
};

function attemptOf(turn: Turn, accountId: string, error: unknown): BindAttempt {
  if (error instanceof Refusal && AT_FIELD.has(error.code)) {
    const { message, remedy } = refusalWords(turn.texts, error);
    return { accountId, accountIdFault: joinedRuns([message, remedy], ' ') };
  }
  return { accountId, problem: problemOnCard(turn, error) };
}

function problemOf({ problem, accountIdFault: message }: BindAttempt): Problem | undefined {
  return problem ?? (message === undefined ? undefined : { message, remedy: [] });
}

/** The card of the request with the alias as it is now; that of the alias alone for whoever may not see the request. */
async function drawAgain(
  deps: BindUses,
  turn: Turn,
  grant: Grant<'bind-account'>,
  attempt: BindAttempt,
): Promise<ActionAnswer> {
  const { rights, channels } = deps;
  const { subject: alias } = grant;
  const { requestId } = alias;
  const seen =
    requestId === undefined ? undefined : await rights.granted('see-request', turn.caller, requestId);
  if (seen === undefined) {
    const problem = problemOf(attempt);
    const { accountSaved, accountNotSaved } = turn.texts.answers;
    const title = problem === undefined ? accountSaved : accountNotSaved;
    return { drawn: await drawAlias(turn, deps, grant, { title, problem }) };
  }
  const { subject: request } = seen;
  const channel = await channels.named(request.channelId);
  const drawn = askerToldCard(turn.texts, { kind: 'asker-told', request, channel, alias }, attempt);
  const copyOf = toldSubject(request.id);
  if (!seen.isShownHere) return { drawn, copyOf };
  const job = { kind: 'redraw-request', requestId: request.id } as const;
  return { drawn, copyOf, redraw: { subject: copyOf, job } };
}
