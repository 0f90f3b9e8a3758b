import { askCard, noteCard } from '../../cards/index.ts';
import {
  ACCOUNT_ID_DIGITS,
  ACCOUNT_NAME_MOST,
  isAccountName,
  parseAccountId,
} from '../../src/aliases/aws-limits.ts';
import { hasOwner } from '../../src/aliases/states.ts';
import type { Grant } from '../../src/rights/grant.ts';
import type { Uses } from '../turn/bot-deps.ts';
import { drawAlias } from '../turn/draw-alias.ts';
import { drawRebindQuestion } from '../turn/draw-question.ts';
import type { Turn } from '../turn/turn.ts';
import { mentionIn } from '../turn/spoken.ts';
import type { Said } from '../turn/turn.ts';
import { addressIn } from '../turn/address-in.ts';
import { ALIAS, furtherWords, type Argument } from './argument.ts';
import { command } from './command.ts';

type BindUses = Uses<'rights' | 'aliases' | 'channels'>;

/** `1234-5678-9012` or `1234 5678 9012`: whatever follows the digits of an id is the account's name. */
const ACCOUNT_ID: Argument<string> = {
  told({ arguments: { accountId } }) {
    return { ...accountId, meaning: accountId.meaning({ digits: ACCOUNT_ID_DIGITS }) };
  },
  example: '123456789012',
  read({ words }) {
    let digits = 0;
    let used = 0;
    for (const word of words) {
      if (digits >= ACCOUNT_ID_DIGITS || !/^[\d\p{Pd}\u2212]+$/u.test(word)) break;
      digits += word.replaceAll(/\D/g, '').length;
      used += 1;
    }
    if (words.length === 0) return 'absent';
    // What is no id at all goes on as it was written: the register says what is wrong with it.
    const ofId = Math.max(used, 1);
    return { value: words.slice(0, ofId).join(' '), rest: words.slice(ofId) };
  },
};

/** What follows the alias. */
export const ACCOUNT = {
  accountId: ACCOUNT_ID,
  accountName: furtherWords((texts) => texts.arguments.accountName),
};

export const bind = command({
  name: 'bind',
  takes: { alias: ALIAS, ...ACCOUNT },
  async ask({ rights }, { caller, texts }, [word = '']) {
    const { subject } = await rights.grant('bind', caller, addressIn(word) ?? word);
    const { address: about, accountId: value = '' } = subject;
    return askCard(texts, { command: 'bind', about, value });
  },
  async run(deps: BindUses, turn, { alias, accountId, accountName }) {
    const { caller, texts } = turn;
    const { answers } = texts;
    const grant = await deps.rights.grant('bind', caller, alias);
    if ([accountId, ...accountName].some((each) => mentionIn(each) !== undefined)) {
      return noteCard(texts, answers.isPerson, answers.isPersonLead);
    }
    const name = accountName.join(' ');
    if (name !== '' && !isAccountName(name)) {
      const rule = texts.refusals['account-name-refused'].message({ most: ACCOUNT_NAME_MOST });
      return noteCard(texts, answers.nameRefused, answers.nameRefusedLead({ rule }));
    }
    return bound(turn, deps, grant, { id: accountId, name });
  },
});

/** Where another account is bound, its id is replaced after a yes alone. */
async function bound(
  turn: Turn,
  deps: BindUses,
  grant: Grant<'bind'>,
  account: { readonly id: string; readonly name: string },
): Promise<Said> {
  const { texts } = turn;
  const { accountId: now } = grant.subject;
  const accountId = parseAccountId(account.id);
  if (hasOwner(grant.subject) && accountId !== undefined && now !== undefined && now !== accountId) {
    return drawRebindQuestion(turn, deps, grant, { accountId, accountName: account.name });
  }
  const name = account.name === '' ? undefined : account.name;
  return drawAlias(turn, deps, await deps.aliases.bind(grant, { id: account.id, name }), {
    title: texts.answers.accountSaved,
    next: texts.answers.accountSavedNext,
  });
}
