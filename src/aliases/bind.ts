import type { Job } from '../messages/job.ts';
import type { Actor } from '../people/person.ts';
import type { Grant } from '../rights/grant.ts';
import type { Alias } from './alias.ts';
import { parseAccountId } from './aws-limits.ts';
import type { BindingAliases } from './aliases.ts';
import { addresseeOf } from './ownership.ts';
import { changeAlias, type AliasesDeps, type Step } from './change-alias.ts';
import { said } from '../store/audit-fact.ts';
import { Refusal } from '../store/refusal.ts';

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
    return {
      action: 'bind',
      after: { ...alias, accountId, accountName, boundOnce: true },
      facts: {
        before: { code: 'account', accountId: alias.accountId, accountName: alias.accountName },
        after: { code: 'account', accountId, accountName },
        reason: said(account.reason ?? ''),
      },
      jobs: [
        ...(isAnother ? everybodyTold(grant.actor, alias, accountId) : []),
        // The card that told the asker of the alias asks for its account.
        ...(alias.requestId === undefined
          ? []
          : [{ kind: 'redraw-request', requestId: alias.requestId } as const]),
      ],
    };
  };
  return changeAlias(deps, grant, step, shown);
}

/** Owner and channel, but for who did it themselves: mail of the alias names the other account from now on. */
function everybodyTold(
  by: Actor,
  { id, accountId: from = '', owner, channelId }: Alias,
  accountId: string,
): Job[] {
  const told = { kind: 'account-changed', aliasId: id, by, from, accountId } as const;
  const isOwnHand = by.kind === 'person' && by.id === owner?.id;
  const to = addresseeOf(owner);
  return [
    ...(to === undefined || isOwnHand ? [] : [{ ...told, to } as const]),
    ...(channelId === undefined ? [] : [{ ...told, to: { kind: 'channel', channelId } } as const]),
  ];
}

/** @throws {Refusal} account-id-malformed */
export function requireAccountId(text: string): string {
  const accountId = parseAccountId(text);
  if (accountId === undefined) {
    throw new Refusal('account-id-malformed');
  }
  return accountId;
}
