import { z } from 'zod';
import { ACCOUNT_ID } from '../../aliases/aws-limits.ts';
import type { Account } from './compare-accounts.ts';
import { AdminFault } from '../command-output.ts';
import { readText } from '../files/read-text.ts';
import { foldAddress } from '../../shared/identifiers.ts';
import { jsonIn } from '../../shared/json-in.ts';

/** JSON can escape half a letter, which would be stored as U+FFFD. */
const words = z.string().refine((text) => text.isWellFormed() && !text.includes('\uFFFD'));
/**
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_Account.html; `State` takes the place of `Status` in 2026.
 * `NextToken` is there where pages follow: https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-pagination.html
 */
const list = z.object({
  Accounts: z.array(
    z.object({
      Id: z.string().regex(ACCOUNT_ID),
      Email: words.min(1),
      Name: words.default(''),
      Status: z.string().optional(),
      State: z.string().optional(),
    }),
  ),
  NextToken: z.string().nullish(),
});
const CLOSED = ['SUSPENDED', 'CLOSED', 'PENDING_CLOSURE'];
const WRITE = 'Write it with: aws organizations list-accounts --output json > accounts.json';

/** What the lists of one or several organizations say together. */
export interface AccountLists {
  /** Each account once. */
  readonly accounts: readonly Account[];
  /** Files that hold the first pages of a list alone. */
  readonly cutShort: readonly string[];
}

/**
 * Reads what `aws organizations list-accounts` wrote, a file for each organization.
 * @throws {AdminFault} a file is no such list, or two entries contradict each other
 */
export async function readAccountLists(paths: readonly string[]): Promise<AccountLists> {
  const byId = new Map<string, Entry>();
  const byEmail = new Map<string, Entry>();
  const cutShort: string[] = [];
  for (const path of paths) {
    const { accounts, whole } = await readAccounts(path);
    if (!whole) cutShort.push(path);
    for (const account of accounts) {
      const entry = { account, path };
      for (const before of [byId.get(account.id), byEmail.get(account.email)]) {
        if (before !== undefined && !agree(before.account, account)) throw contradiction(before, entry);
      }
      byId.set(account.id, entry);
      byEmail.set(account.email, entry);
    }
  }
  return { accounts: [...byId.values()].map(({ account }) => account), cutShort };
}

interface Entry {
  readonly account: Account;
  readonly path: string;
}

const agree = (one: Account, other: Account): boolean =>
  one.id === other.id && one.email === other.email && one.closed === other.closed;

function contradiction(before: Entry, now: Entry): AdminFault {
  const said = ({ account: { id, email, status }, path }: Entry): string =>
    `${path} says ${email} is of account ${id} (${status})`;
  return new AdminFault(
    'contradicting-lists',
    `The lists contradict each other: ${said(before)}, ${said(now)}.`,
    'One of them is older than the other. Write all of them again at the same time, then run adopt again.',
  );
}

async function readAccounts(
  path: string,
): Promise<{ readonly accounts: readonly Account[]; readonly whole: boolean }> {
  const parsed = list.safeParse(jsonIn(await readText(path)));
  if (!parsed.success) {
    // Names of fields, never what is there.
    const at = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new AdminFault(
      'not-a-list-of-accounts',
      `${path} is not a list of AWS accounts.`,
      at === '' ? WRITE : `${WRITE}\nThe first fault is at ${at}.`,
      { cause: parsed.error },
    );
  }
  const { Accounts, NextToken } = parsed.data;
  const accounts = Accounts.map(({ Id, Email, Name, Status, State }) => {
    const status = State ?? Status ?? '';
    return { id: Id, email: foldAddress(Email), name: Name, status, closed: CLOSED.includes(status) };
  });
  return { accounts, whole: (NextToken ?? '') === '' };
}
