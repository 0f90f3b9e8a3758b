import { Refusal } from '../../src/store/refusal.ts';
import { plain, type Problem, type Saying, type Words } from '../../cards/index.ts';
import { REASON_MOST } from '../../src/store/audit-fact.ts';
import { isAccountName, ACCOUNT_NAME_MOST } from '../../src/aliases/aws-limits.ts';
import type { Uses } from '../turn/bot-deps.ts';
import { drawAlias, type AliasGrant } from '../turn/draw-alias.ts';
import { drawRebindQuestion, drawTransferQuestion, questionSubject } from '../turn/draw-question.ts';
import { problemOnCard } from '../turn/explain.ts';
import type { Said, Turn } from '../turn/turn.ts';
import type { ActionAnswer, CardAction } from './card-action.ts';
import { textIn } from './card-data.ts';

/** Gives the alias to whom the card named. Ids alone are taken from it; people and alias are looked up again. */
export const confirmTransfer: CardAction = async (deps, turn, input) => {
  const { rights, directory, aliases } = deps;
  const grant = await rights.grant('confirm-transfer', turn.caller, textIn(input, 'aliasId'));
  const owner = await directory.person(textIn(input, 'to'), turn.signal);
  if (owner === undefined) throw new Refusal('person-unknown', { by: 'id' });
  const reason = textIn(input, 'reason').slice(0, REASON_MOST);
  const { id, name, mail } = owner;
  return settled(deps, turn, grant, {
    change: () => aliases.transfer(grant, { owner: { id, name, mail } }, reason, textIn(input, 'version')),
    title: turn.texts.answers.newOwner,
    next: () => turn.texts.answers.newOwnerNext,
    again: async (now, problem) => drawTransferQuestion(turn, deps, now, { owner, reason, problem }),
    renew: () => grant.again(),
  });
};

/** Binds the account id that the card named in the place of the one that it showed. */
export const confirmBind: CardAction = async (deps, turn, input) => {
  const { rights, aliases } = deps;
  const grant = await rights.grant('confirm-bind', turn.caller, textIn(input, 'aliasId'));
  const accountId = textIn(input, 'to');
  const accountName = textIn(input, 'accountName');
  const name = accountName === '' ? undefined : accountName;
  return settled(deps, turn, grant, {
    async change() {
      if (name !== undefined && !isAccountName(name))
        throw new Refusal('account-name-refused', { most: ACCOUNT_NAME_MOST });
      return aliases.bind(grant, { id: accountId, name }, textIn(input, 'version'));
    },
    title: turn.texts.answers.accountSaved,
    next: (now) => replacedWords(turn, grant.subject.accountId, now.subject.accountId),
    again: async (now, problem) => drawRebindQuestion(turn, deps, now, { accountId, accountName, problem }),
    renew: () => grant.again(),
  });
};

/** Of a click that comes again the account that was there before is known no more. */
function replacedWords({ texts }: Turn, before: string | undefined, now: string | undefined): Saying {
  const { accountReplacedNext, accountSavedNext } = texts.answers;
  if (before === undefined || before === now) return accountSavedNext;
  return accountReplacedNext({ before: plain(before, 12), account: plain(now ?? '', 12) });
}

interface Confirmed {
  readonly change: () => Promise<AliasGrant>;
  readonly title: Words;
  /** What comes of it, of the alias as it is then. */
  readonly next: (now: AliasGrant) => Saying;
  /** Asks once more, with what was wrong. */
  readonly again: (now: AliasGrant, problem: Problem) => Promise<Said>;
  readonly renew: () => Promise<AliasGrant>;
}

async function settled(
  deps: Uses<'channels'>,
  turn: Turn,
  grant: AliasGrant,
  confirmed: Confirmed,
): Promise<ActionAnswer> {
  const { title, next } = confirmed;
  try {
    const now = await confirmed.change();
    const drawn = await drawAlias(turn, deps, now, { title, next: next(now) });
    return { drawn, copyOf: questionSubject(grant), answered: now };
  } catch (error) {
    // What became of it meanwhile is shown, and asked about anew, to whoever still may.
    const problem = problemOnCard(turn, error);
    const drawn = await confirmed.again(await confirmed.renew(), problem);
    return { drawn, refused: { problem, reference: '' } };
  }
}
