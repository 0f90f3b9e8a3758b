import { noteCard } from '../../cards/index.ts';
import { ACCOUNT_ID_DIGITS, accountNameFault, parseAccountId } from '../../src/aliases/aws-limits.ts';
import { hasOwner } from '../../src/aliases/states.ts';
import type { Grant } from '../../src/rights/grant.ts';
import { mentionIn } from '../teams/activity.ts';
import { drawAlias, drawRebindQuestion } from '../turn/draw-alias.ts';
import type { Command, Said, Turn } from '../turn/turn.ts';
import { aliasIn } from './address-in.ts';
import { EXAMPLE_ALIAS, usageCard } from './usage.ts';

export const bind: Command = {
  name: 'bind',
  usage: 'bind <alias> <account id>',
  description: 'Note which AWS account uses an alias; a new account name may follow.',
  async run(turn, [word, ...rest]) {
    const address = aliasIn(word);
    const account = accountOf(rest);
    if (address === undefined || account.id === '') {
      return usageCard(`${bind.usage} [account name]`, `bind ${EXAMPLE_ALIAS} 123456789012`);
    }
    const grant = await turn.parts.rights.grant('bind', turn.caller, address);
    if (rest.some((each) => mentionIn(each) !== undefined)) {
      return noteCard(
        'That is a person',
        'Nothing was changed. After the account id stands the account’s name.',
      );
    }
    const fault = account.name === '' ? undefined : accountNameFault(account.name);
    if (fault !== undefined) return noteCard('AWS does not take that name', `Nothing was changed. ${fault}`);
    return bound(turn, grant, account);
  },
};

/** Where another account is bound, its id is replaced after a yes alone. */
async function bound(
  turn: Turn,
  grant: Grant<'bind'>,
  account: { readonly id: string; readonly name: string },
): Promise<Said> {
  const { accountId: now } = grant.subject;
  const accountId = parseAccountId(account.id);
  if (hasOwner(grant.subject) && accountId !== undefined && now !== undefined && now !== accountId) {
    return drawRebindQuestion(turn, grant, { accountId, accountName: account.name });
  }
  const name = account.name === '' ? undefined : account.name;
  return drawAlias(turn, await turn.parts.aliases.bind(grant, { id: account.id, name }), {
    title: 'The account id is saved',
    next: 'From now on the mail of this alias names the account. To correct the id, bind the right one.',
  });
}

/** `1234-5678-9012 payments prod` or `1234 5678 9012 payments prod`: the id first, whatever follows its digits is the name. */
export function accountOf(words: readonly string[]): { id: string; name: string } {
  let digits = 0;
  let used = 0;
  for (const word of words) {
    if (digits >= ACCOUNT_ID_DIGITS || !/^[\d-]+$/.test(word)) break;
    digits += word.replaceAll('-', '').length;
    used += 1;
  }
  // What is no id at all goes on as it was written: the register says what is wrong with it.
  const ofId = Math.max(used, 1);
  return { id: words.slice(0, ofId).join(' '), name: words.slice(ofId).join(' ') };
}
