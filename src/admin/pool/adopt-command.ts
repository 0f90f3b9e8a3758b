import type { Alias } from '../../aliases/alias.ts';
import { Refusal } from '../../store/refusal.ts';
import type { Register } from '../../register.ts';
import type { Versioned } from '../../store/change.ts';
import { ownerFact } from '../../aliases/release.ts';
import { systemClock } from '../../shared/clock.ts';
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
import { adminCommand } from '../admin-command.ts';
import { aliasesOfAdministrators } from '../alias/aliases-of-administrators.ts';
import { section } from '../command-output.ts';
import type { AdminContext } from '../admin-context.ts';
import { inTurn, type InTurn } from '../in-turn.ts';

const ADOPT = { kind: 'system', name: 'adopt' } as const;

/** Ends with 1 when something is left to do or a list is not whole; accounts outside the pool, closed or not listed are no fault. */
export const adopt = adminCommand({
  name: 'adopt',
  does: 'compare the register with the accounts of AWS organizations, and bind what is clear',
  takes: { '<accounts.json...>': 'output of: aws organizations list-accounts, a file an organization' },
  options: {
    '--apply': 'write what is clear; without it nothing is changed',
    '--json': 'the outcome as one JSON object',
  },
  async run({ open, io }, { apply = false, json = false }, paths) {
    const context = await open();
    const { register, rules } = context;
    const lists = await readAccountLists(paths);
    const aliases: Versioned<Alias>[] = [];
    for await (const alias of register.everyAlias()) aliases.push(alias);
    const adoption = compareAccounts(aliases, lists.accounts, (address) => hasAliasShape(address, rules));
    const { bindable, unowned } = adoption;
    const outcome = await inTurn(
      apply ? [...bindable, ...unowned] : [],
      { io, label: 'Accounts', json },
      (match) => (bindable.includes(match) ? bindAccount(context, match) : takeOut(register, match)),
    );
    const report = reportOf(lists, adoption, outcome);
    io.out(json ? `${JSON.stringify(report)}\n` : words(report, apply));
    return report.left === 0 && lists.cutShort.length === 0 ? 0 : 1;
  },
});

/** @throws {Refusal} */
async function bindAccount(context: AdminContext, { account, alias }: Match): Promise<Alias> {
  const { aliases, rights, caller } = aliasesOfAdministrators(context, 'adopt');
  // A name that people gave stays.
  const name = alias.value.accountName ?? account.name;
  const grant = await rights.grant('adopt', caller, account.email);
  return (await aliases.bind(grant, { id: account.id, name })).subject;
}

/** @throws {Refusal} register-busy */
async function takeOut(register: Register, match: Match): Promise<Alias> {
  const at = systemClock();
  const after = adopted(match, at);
  const outcome = await register.commit({
    aliases: [{ before: match.alias, after }],
    audit: {
      at,
      actor: ADOPT,
      action: 'adopt',
      aliasId: after.id,
      before: ownerFact(match.alias.value),
      after: { code: 'allotted-to', to: after.owner?.mail, accountId: match.account.id },
      reason: { code: 'listed-by-aws' },
    },
  });
  if (outcome.kind === 'committed') return after;
  throw new Refusal('register-busy');
}

type Report = ReturnType<typeof reportOf>;

function reportOf(
  { accounts, cutShort }: AccountLists,
  { inOrder, bindable, unowned, unknown, outside, closed, notListed, contradictions }: Adoption,
  { done: applied, refused }: InTurn<Match, Alias>,
) {
  return {
    accounts: accounts.length,
    inOrder: inOrder.length,
    bindable: bindable.map(pairOf),
    unowned: unowned.map(pairOf),
    unknown: unknown.map(shown),
    outside: outside.map(shown),
    closed: closed.map((match) => ({ ...pairOf(match), status: match.account.status })),
    notListed,
    cutShort,
    contradictions,
    applied: applied.map(({ address, state, accountId }) => ({ address, state, accountId })),
    refused: refused.map(({ item, reason }) => ({ address: item.account.email, reason })),
    left: bindable.length + unowned.length + unknown.length + contradictions.length - applied.length,
  };
}

function shown({ email, id, name }: Account) {
  return { email, id, name };
}

/** With the state of the alias before anything was written. */
function pairOf({ account, alias }: Match) {
  const { state } = alias.value;
  return { address: account.email, accountId: account.id, accountName: account.name, state };
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
  const pair = ({ address, accountId, accountName, state }: ReturnType<typeof pairOf>): string =>
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

function accountWords({ email, id, name }: ReturnType<typeof shown>): string {
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
