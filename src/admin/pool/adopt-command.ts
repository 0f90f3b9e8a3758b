import type { Alias } from '../../aliases/alias.ts';
import { bind } from '../../aliases/bind.ts';
import type { AliasesDeps } from '../../aliases/change-alias.ts';
import { Refusal } from '../../store/refusal.ts';
import type { Register } from '../../register.ts';
import type { Versioned } from '../../store/change.ts';
import { ownerFact } from '../../aliases/release.ts';
import { systemClock } from '../../shared/clock.ts';
import { newChangeId } from '../../shared/identifiers.ts';
import { administrator, administratorsRights } from '../../rights/administrator.ts';
import type { Rights } from '../../rights/rights.ts';
import { hasAliasShape } from '../../mail/parse/resolve.ts';
import { readAccountLists, type AccountLists } from './accounts-file.ts';
import {
  adopted,
  compareAccounts,
  type Account,
  type Adoption,
  type Contradiction,
  type Match,
} from './compare-accounts.ts';
import { type CommandOutput, section } from '../command-output.ts';
import type { AdminContext } from '../admin-context.ts';
import { withProgressBar } from '../progress-bar.ts';

export interface AdoptOptions {
  readonly apply?: boolean;
  readonly json?: boolean;
}

const ADOPT = { kind: 'system', name: 'adopt' } as const;

/**
 * Compares the register with the accounts of AWS organizations; with `apply`, writes what is clear.
 * @returns 1 when something is left to do, else 0; also where a list is not whole; accounts outside the pool, closed or not listed are no fault
 * @throws {AdminFault} a file cannot be read, or the lists contradict each other
 * @throws {RegisterUnavailable} what was written until then stays
 */
export async function runAdopt(
  { register, quarantineDays, rules }: Pick<AdminContext, 'register' | 'quarantineDays' | 'rules'>,
  paths: readonly string[],
  options: AdoptOptions,
  io: CommandOutput,
): Promise<0 | 1> {
  const lists = await readAccountLists(paths);
  const aliases: Versioned<Alias>[] = [];
  for await (const alias of register.everyAlias()) aliases.push(alias);
  const adoption = compareAccounts(aliases, lists.accounts, (address) => hasAliasShape(address, rules));
  const json = options.json === true;
  const outcome =
    options.apply === true ? await apply(register, quarantineDays, adoption, io, json) : NOTHING;
  const report = reportOf(lists, adoption, outcome);
  io.out(json ? `${JSON.stringify(report)}\n` : words(report, options.apply === true));
  return report.left === 0 && lists.cutShort.length === 0 ? 0 : 1;
}

interface Outcome {
  readonly applied: readonly Alias[];
  /** Not written, with the reason in words. */
  readonly refused: readonly { readonly address: string; readonly reason: string }[];
}
const NOTHING: Outcome = { applied: [], refused: [] };

async function apply(
  register: Register,
  quarantineDays: number,
  { bindable, unowned }: Adoption,
  io: CommandOutput,
  json: boolean,
): Promise<Outcome> {
  const rights = administratorsRights(register);
  const parts: AliasesDeps & { readonly rights: Rights } = {
    register,
    rights,
    policy: { quarantineDays },
    clock: systemClock,
  };
  const steps = [
    ...bindable.map((match) => ({ match, write: () => bindAccount(parts, match) })),
    ...unowned.map((match) => ({ match, write: () => takeOut(register, match) })),
  ];
  const applied: Alias[] = [];
  const refused: { address: string; reason: string }[] = [];
  await withProgressBar({ io, label: 'Accounts', json }, async (onProgress) => {
    for (const [index, { match, write }] of steps.entries()) {
      try {
        applied.push(await write());
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push({ address: match.account.email, reason: error.message });
      }
      onProgress({ done: index + 1, total: steps.length });
    }
  });
  return { applied, refused };
}

/** @throws {Refusal} */
async function bindAccount(
  parts: AliasesDeps & { readonly rights: Rights },
  { account, alias }: Match,
): Promise<Alias> {
  // A name that people gave stays.
  const name = alias.value.accountName ?? account.name;
  const grant = await parts.rights.grant('adopt', administrator(ADOPT), account.email);
  return (await bind(parts, grant, { id: account.id, name })).subject;
}

/** @throws {Refusal} register-busy */
async function takeOut(register: Register, match: Match): Promise<Alias> {
  const at = systemClock();
  const after = adopted(match, at);
  const outcome = await register.commit({
    id: newChangeId(),
    aliases: [{ before: match.alias, after }],
    audit: [
      {
        at,
        actor: ADOPT,
        action: 'adopt',
        aliasId: after.id,
        requestId: undefined,
        before: ownerFact(match.alias.value),
        after: { code: 'allotted-to', to: after.owner?.mail, accountId: match.account.id },
        reason: { code: 'listed-by-aws' },
      },
    ],
  });
  if (outcome.kind === 'committed') return after;
  throw new Refusal('register-busy');
}

interface Pair {
  readonly address: string;
  readonly accountId: string;
  readonly accountName: string;
  /** State of the alias before anything was written. */
  readonly state: Alias['state'];
}

interface Report {
  readonly accounts: number;
  readonly inOrder: number;
  readonly bindable: readonly Pair[];
  readonly unowned: readonly Pair[];
  /** Of the pool's kind, and not in the table. */
  readonly unknown: readonly Pick<Account, 'email' | 'id' | 'name'>[];
  readonly outside: readonly Pick<Account, 'email' | 'id' | 'name'>[];
  /** Closed or suspended at AWS, and still somebody's. */
  readonly closed: readonly (Pair & Pick<Account, 'status'>)[];
  readonly notListed: Adoption['notListed'];
  /** Files of lists that go on elsewhere. */
  readonly cutShort: readonly string[];
  readonly contradictions: readonly Contradiction[];
  readonly applied: readonly Pick<Alias, 'address' | 'state' | 'accountId'>[];
  readonly refused: Outcome['refused'];
  readonly left: number;
}

function reportOf(
  { accounts, cutShort }: AccountLists,
  { inOrder, bindable, unowned, unknown, outside, closed, notListed, contradictions }: Adoption,
  { applied, refused }: Outcome,
): Report {
  return {
    accounts: accounts.length,
    inOrder: inOrder.length,
    bindable: bindable.map(pairOf),
    unowned: unowned.map(pairOf),
    unknown: unknown.map(({ email, id, name }) => ({ email, id, name })),
    outside: outside.map(({ email, id, name }) => ({ email, id, name })),
    closed: closed.map((match) => ({ ...pairOf(match), status: match.account.status })),
    notListed,
    cutShort,
    contradictions,
    applied: applied.map(({ address, state, accountId }) => ({ address, state, accountId })),
    refused,
    left: bindable.length + unowned.length + unknown.length + contradictions.length - applied.length,
  };
}

function pairOf({ account, alias }: Match): Pair {
  return {
    address: account.email,
    accountId: account.id,
    accountName: account.name,
    state: alias.value.state,
  };
}

function words(report: Report, applying: boolean): string {
  const {
    bindable,
    unowned,
    unknown,
    outside,
    closed,
    notListed,
    cutShort,
    contradictions,
    applied,
    refused,
  } = report;
  const summary = `${report.accounts} accounts: ${report.inOrder} in order, ${bindable.length + unowned.length} clear, ${outside.length} outside the pool, ${contradictions.length} ${contradictions.length === 1 ? 'contradiction' : 'contradictions'}.\n`;
  const pair = ({ address, accountId, accountName, state }: Pair): string =>
    `${address} (${state}): account ${accountId} ${accountName}`;
  const clear = applying ? undefined : 'adopt --apply writes it.';
  return [
    summary,
    section('to bind: the alias has an owner and no account id', bindable.map(pair), clear),
    section('in use at AWS, and nobody has the alias', unowned.map(pair), clear),
    section(
      'in use at AWS, of the form of our aliases, and not in the table',
      unknown.map(accountWords),
      'Leave their root address at AWS as it is. After a loss of the table, restore a backup. Else verify --fix holds those that a root mailbox has, and adopt --apply then notes their accounts.',
    ),
    section('contradictions, for a person', contradictions.map(contradictionWords)),
    section(
      'outside the pool',
      outside.map(accountWords),
      'Their mail does not reach Rootdesk, unless a root mailbox has the address: verify names those.',
    ),
    section(
      'closed or suspended at AWS, and the alias is still allotted',
      closed.map((each) => `${pair(each)}, ${each.status}`),
      'No fault: AWS writes to them for 90 days more. Then release the aliases in chat, which retires them.',
    ),
    section(
      'with an account id in the register that is not in the lists',
      notListed.map(({ address, accountId }) => `${address}: account ${accountId}`),
      cutShort.length === 0
        ? 'No fault where they are of another organization, whose file adopt takes too, or were closed more than 90 days ago. Else the id is wrong: bind the right one.'
        : 'They may be in the part that is not there.',
    ),
    section(
      'not a whole list: NextToken says that more accounts follow',
      cutShort,
      'What they do name was compared. Write them again without --max-items and --no-paginate, then run adopt again.',
    ),
    section('written', applied.map(appliedWords)),
    section(
      'not written',
      refused.map(({ address, reason }) => `${address}: ${reason}`),
      'Run adopt again.',
    ),
  ].join('');
}

function accountWords({ email, id, name }: Pick<Account, 'email' | 'id' | 'name'>): string {
  return `${email}: account ${id} ${name}`;
}

function appliedWords({ address, state, accountId }: Report['applied'][number]): string {
  return `${address}: ${state}, account ${accountId ?? ''}`;
}

function contradictionWords({ kind, address, accountId, register }: Contradiction): string {
  switch (kind) {
    case 'alias-has-another-account':
      return `${address}: AWS says account ${accountId}, the register ${register}; bind the right one`;
    case 'account-is-elsewhere':
      return `${address}: AWS says account ${accountId}, which the register has at ${register}; correct the one that is wrong`;
    case 'alias-missing':
      return `${address}: account ${accountId} uses it, but Exchange Online does not have it; add it again, then verify --fix`;
  }
}
