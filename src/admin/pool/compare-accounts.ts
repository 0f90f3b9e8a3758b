import type { Alias } from '../../aliases/alias.ts';
import { ownershipFrom } from '../../aliases/ownership.ts';
import type { Versioned } from '../../store/change.ts';
import { accountAt, hasOwner, isNobodys } from '../../aliases/states.ts';

/** An account as AWS Organizations lists it. */
export interface Account {
  /** 12 digits. */
  readonly id: string;
  /** Root-user address, lower case. */
  readonly email: string;
  readonly name: string;
  /** As AWS calls it: `ACTIVE`, `SUSPENDED`, … */
  readonly status: string;
  /** Closed accounts stay in the list for 90 days; AWS never lets their address be used again. */
  readonly closed: boolean;
}

/** An account with the alias of the pool that it uses. */
export interface Match {
  readonly account: Account;
  readonly alias: Versioned<Alias>;
}

/** What the list of accounts says about the register. */
export interface Adoption {
  /** The register knows of it. */
  readonly inOrder: readonly Match[];
  /** Clear: the alias is somebody's, and the account id is not noted yet. */
  readonly bindable: readonly Match[];
  /** Clear: nobody has the alias, but an account uses it, so that it must never be handed out. */
  readonly unowned: readonly Match[];
  /** Accounts with an address of the pool's kind that the table does not know: it was lost, or the table was. */
  readonly unknown: readonly Account[];
  /** Accounts with any other address that is not in the pool. */
  readonly outside: readonly Account[];
  /** Among those above: closed or suspended at AWS, and the alias is still somebody's. No fault: mail goes on for 90 days. */
  readonly closed: readonly Match[];
  /** Account ids that the register knows and the lists do not: of another organization, or long closed. */
  readonly notListed: readonly { readonly address: string; readonly accountId: string }[];
  /** For a person to look at. */
  readonly contradictions: readonly Contradiction[];
}

export interface Contradiction {
  readonly kind: 'alias-has-another-account' | 'account-is-elsewhere' | 'alias-missing';
  readonly address: string;
  /** Account id of AWS's list. */
  readonly accountId: string;
  /** What the register says: the alias's account id, or the address that the account is bound to. */
  readonly register: string;
}

/**
 * Compares the register with AWS's list.
 * @param isOfPool whether an address is one that the pool might have, by its form
 */
export function compareAccounts(
  aliases: readonly Versioned<Alias>[],
  accounts: readonly Account[],
  isOfPool: (address: string) => boolean,
): Adoption {
  const byAddress = new Map(aliases.map((alias) => [alias.value.address, alias]));
  const holders = new Map(
    aliases
      .filter(({ value }) => hasOwner(value) && value.accountId !== undefined)
      .map(({ value }) => [value.accountId, value.address]),
  );
  const found = accounts.map((account) =>
    judge(account, byAddress.get(account.email), holders.get(account.id)),
  );
  const outside = found.flatMap((each) => (each.kind === 'outside' ? [each.account] : []));
  const listed = new Set(accounts.map(({ id }) => id));
  const matches = (wanted: string): Match[] =>
    found.flatMap((each) => (each.kind === wanted && 'alias' in each ? [each] : []));
  return {
    inOrder: matches('in-order'),
    bindable: matches('bindable'),
    unowned: matches('unowned'),
    unknown: outside.filter(({ email }) => isOfPool(email)),
    outside: outside.filter(({ email }) => !isOfPool(email)),
    closed: found.flatMap((each) =>
      'alias' in each && each.account.closed && hasOwner(each.alias.value) ? [each] : [],
    ),
    notListed: [...holders].flatMap(([accountId = '', address]) =>
      listed.has(accountId) ? [] : [{ address, accountId }],
    ),
    contradictions: found.flatMap((each) => (each.kind === 'contradiction' ? [each.contradiction] : [])),
  };
}

type Judged =
  | ({ readonly kind: 'in-order' | 'bindable' | 'unowned' } & Match)
  | { readonly kind: 'outside'; readonly account: Account }
  | { readonly kind: 'contradiction'; readonly contradiction: Contradiction };

function judge(account: Account, alias: Versioned<Alias> | undefined, holder: string | undefined): Judged {
  const contradiction = (kind: Contradiction['kind'], register: string): Judged => ({
    kind: 'contradiction',
    contradiction: { kind, address: account.email, accountId: account.id, register },
  });
  if (holder !== undefined && holder !== account.email) return contradiction('account-is-elsewhere', holder);
  if (alias === undefined) return { kind: 'outside', account };
  const { accountId, state } = alias.value;
  const kind = accountAt(alias.value);
  if (accountId !== undefined && accountId !== account.id) {
    return contradiction('alias-has-another-account', accountId);
  }
  if (kind === 'contradiction') return contradiction('alias-missing', state);
  return { kind: kind === 'bindable' && accountId !== undefined ? 'in-order' : kind, account, alias };
}

/**
 * The alias that an account uses although nobody has it. Of a living account it is allotted to nobody known, until an approver
 * transfers it to its owner; of a closed one, or released before, it is retired. Either way it is never handed out again.
 */
export function adopted({ account, alias: { value } }: Match, at: Date): Alias {
  const living = isNobodys(value) && !account.closed;
  return {
    ...value,
    state: living ? 'allotted' : 'retired',
    accountId: account.id,
    accountName: value.accountName ?? account.name,
    quarantinedUntil: undefined,
    boundOnce: true,
    ownership: living ? ownershipFrom(at, 'adopted') : value.ownership,
  };
}
