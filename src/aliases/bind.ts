import type { Grant } from '../rights/grant.ts';
import { parseAccountId } from './alias.ts';
import { changeAlias, type AliasesParts } from './change-alias.ts';
import { Refusal } from './errors.ts';

/** See `Aliases.bind`. */
export async function bind<O extends 'bind' | 'bind-account' | 'updateAwsRootAccount' | 'adopt'>(
  parts: AliasesParts,
  grant: Grant<O>,
  account: { readonly id: string; readonly name?: string | undefined },
): Promise<Grant<O>> {
  const accountId = requireAccountId(account.id);
  return changeAlias(parts, grant, (alias) => {
    const accountName = account.name ?? alias.accountName;
    if (alias.accountId === accountId && alias.accountName === accountName) return undefined;
    return {
      action: 'bind',
      after: { ...alias, accountId, accountName, boundOnce: true },
      words: {
        before: accountWords(alias.accountId, alias.accountName),
        after: accountWords(accountId, accountName),
        reason: '',
      },
    };
  });
}

/** @throws {Refusal} account-id-malformed */
export function requireAccountId(text: string): string {
  const accountId = parseAccountId(text);
  if (accountId === undefined) {
    throw new Refusal('account-id-malformed', 'This is no AWS account id: it has 12 digits.');
  }
  return accountId;
}

function accountWords(id: string | undefined, name: string | undefined): string {
  if (id === undefined) return 'no account';
  return name === undefined ? `account ${id}` : `account ${id} (${name})`;
}
