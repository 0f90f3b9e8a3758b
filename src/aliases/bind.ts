import type { Grant } from '../rights/grant.ts';
import type { Alias } from './alias.ts';
import { parseAccountId } from './aws-limits.ts';
import type { BindingAliases } from './aliases.ts';
import { changeAlias, type AliasesDeps, type Step } from './change-alias.ts';
import { said } from '../store/audit-fact.ts';
import { Refusal } from '../store/refusal.ts';
import { everybodyTold } from './who-is-told.ts';

/** See `Aliases.bind`. */
export async function bind<O extends BindingAliases>(
  deps: AliasesDeps,
  grant: Grant<O>,
  account: {
    readonly id: string;
    readonly name?: string | undefined;
    readonly reason?: string | undefined;
  },
  shown?: string,
): Promise<Grant<O>> {
  const accountId = requireAccountId(account.id);
  const step = (alias: Alias): Step | undefined => {
    const accountName = account.name ?? alias.accountName;
    if (alias.accountId === accountId && alias.accountName === accountName) return undefined;
    const isAnother = alias.accountId !== undefined && alias.accountId !== accountId;
    if (isAnother && grant.caller.kind === 'person' && shown === undefined) {
      throw new Refusal('account-bound-already');
    }
    const after = { ...alias, accountId, accountName, boundOnce: true };
    const change = isAnother ? 'another account' : 'first account';
    return {
      action: 'bind',
      after,
      facts: {
        before: { code: 'account', accountId: alias.accountId, accountName: alias.accountName },
        after: { code: 'account', accountId, accountName },
        reason: said(account.reason ?? ''),
      },
      jobs: [
        ...everybodyTold(change, { by: grant.actor, before: alias, after }),
        // The card that told the asker of the alias asks for its account.
        ...(alias.requestId === undefined
          ? []
          : [{ kind: 'redraw-request', requestId: alias.requestId } as const]),
      ],
    };
  };
  return changeAlias(deps, grant, step, shown);
}

/** @throws {Refusal} account-id-malformed */
export function requireAccountId(text: string): string {
  const accountId = parseAccountId(text);
  if (accountId === undefined) {
    throw new Refusal('account-id-malformed');
  }
  return accountId;
}
