import { z } from 'zod';
import type { Alias } from '../../../aliases/alias.ts';
import { parseAccountId } from '../../../aliases/aws-limits.ts';
import { foldAddress } from '../../../shared/identifiers.ts';
import { aliasesShape, aliasShapeOf } from '../alias-shape.ts';
import { defineOperation, type ApiServices } from '../operation.ts';
import { ApiProblem } from '../api-problem.ts';

/** In the order in which they count. */
const query = z.object({
  aws_account_id: z.string().optional().describe('12 digits.'),
  user_mail: z.string().optional().describe('Address of the owner.'),
  aws_mail: z.string().optional().describe('The alias.'),
});

export const getAccount = defineOperation({
  method: 'get',
  path: 'getAwsRootAccount',
  summary: 'Find aliases.',
  description: 'The first of the three that is given counts.',
  takes: { query },
  answers: {
    200: { description: 'One alias as an object, several as an array.', body: aliasesShape },
    204: { description: 'There is none.' },
  },
  async run({ register }, call) {
    const [first, second, ...others] = (await found(register, call.query)).map(aliasShapeOf);
    if (first === undefined) return { status: 204 };
    return { status: 200, body: second === undefined ? first : [first, second, ...others] };
  },
});

async function found(
  register: ApiServices['register'],
  { aws_account_id: account, user_mail: owner, aws_mail: address }: z.output<typeof query>,
): Promise<readonly Alias[]> {
  if (account !== undefined) {
    const accountId = parseAccountId(account);
    return one(accountId === undefined ? undefined : await register.aliasByAccount(accountId));
  }
  if (owner !== undefined) return register.aliasesOfOwner(foldAddress(owner));
  if (address !== undefined) return one(await register.aliasByAddress(address));
  throw new ApiProblem('parameter-missing', 'The query lacks aws_account_id, user_mail or aws_mail.');
}

function one(alias: { readonly value: Alias } | undefined): readonly Alias[] {
  return alias === undefined ? [] : [alias.value];
}
