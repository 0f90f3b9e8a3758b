import { askerToldCard, type BindAttempt } from '../../cards/index.ts';
import type { Alias } from '../../src/aliases/alias.ts';
import { Refusal } from '../../src/aliases/errors.ts';
import { drawAlias, handOf } from '../alias-seen.ts';
import type { ActionAnswer, CardAction, Turn } from '../turn.ts';
import { parseAliasCard } from './alias-id.ts';

/** Faults of what was typed, which are told at the field. */
const AT_FIELD: ReadonlySet<string> = new Set(['account-id-malformed', 'account-bound-elsewhere']);

export const bindAccount: CardAction = {
  verb: 'bind-account',
  async run(turn, input) {
    const { alias, accountId } = await parseAliasCard(turn, input);
    try {
      const bound = await turn.parts.aliases.bind(await handOf(turn), alias.address, { id: accountId });
      return { ...(await drawAgain(turn, bound, {})), forGood: true };
    } catch (error) {
      // A stranger learns nothing from the card; everybody else gets it back with what they typed.
      if (error instanceof Refusal && error.code === 'alias-not-yours') throw error;
      const now = (await turn.parts.register.alias(alias.id))?.value ?? alias;
      return { ...(await drawAgain(turn, now, attemptOf(turn, accountId, error))), refused: true };
    }
  },
};

function attemptOf(turn: Turn, accountId: string, error: unknown): BindAttempt {
  if (error instanceof Refusal && AT_FIELD.has(error.code)) {
    return { accountId, accountIdFault: `${error.message} ${error.remedy}` };
  }
  const { problem, reference } = turn.explain(error);
  const remedy = reference === '' ? problem.remedy : `${problem.remedy} Reference: ${reference}`;
  return { accountId, problem: { message: problem.message, remedy } };
}

/** The card of the request with the alias as it is now; that of the alias alone where it came without a request. */
async function drawAgain(turn: Turn, alias: Alias, attempt: BindAttempt): Promise<ActionAnswer> {
  const request =
    alias.requestId === undefined ? undefined : await turn.parts.requests.request(alias.requestId);
  if (request === undefined || turn.place.kind !== 'personal') {
    const { accountIdFault: message, problem = message === undefined ? undefined : { message, remedy: '' } } =
      attempt;
    return {
      drawn: await drawAlias(turn, alias, {
        title: problem === undefined ? 'The account id is saved' : 'The account id was not saved',
        problem,
      }),
    };
  }
  const channel = await turn.parts.channels.channel(request.channelId);
  return { drawn: askerToldCard({ kind: 'asker-told', request, channel, alias }, attempt) };
}
