import { z } from 'zod';
import { ACCOUNT_ID } from '../aliases/aws-limits.ts';
import type { Account } from './adopt.ts';
import { AdminFault } from './command-output.ts';
import { readText } from './read-text.ts';
import { foldAddress } from '../identifiers.ts';

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_Account.html; `State` takes the place of `Status` in 2026. */
const list = z.object({
  Accounts: z.array(
    z.object({
      Id: z.string().regex(ACCOUNT_ID),
      Email: z.string().min(1),
      Name: z.string().default(''),
      Status: z.string().optional(),
      State: z.string().optional(),
    }),
  ),
});
const CLOSED = ['SUSPENDED', 'CLOSED', 'PENDING_CLOSURE'];

/** Reads what `aws organizations list-accounts` wrote. @throws {AdminFault} */
export async function readAccounts(path: string): Promise<readonly Account[]> {
  const text = await readText(path);
  const parsed = list.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new AdminFault(
      'not-a-list-of-accounts',
      `${path} is not a list of AWS accounts.`,
      'Write it with: aws organizations list-accounts --output json > accounts.json',
      // Names of fields and expectations, never what stands there.
      { cause: parsed.error },
    );
  }
  return parsed.data.Accounts.map(({ Id, Email, Name, Status, State }) => ({
    id: Id,
    email: foldAddress(Email),
    name: Name,
    closed: CLOSED.includes(State ?? Status ?? ''),
  }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // What is no JSON is no list either; the shape above refuses it.
    return undefined;
  }
}
