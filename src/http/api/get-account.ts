import { parseAccountId, type Alias } from '../../aliases/alias.ts';
import type { Register } from '../../aliases/register.ts';
import { aliasShapeOf } from './alias-shape.ts';
import type { Operation } from './operation.ts';
import { ApiProblem } from './problem.ts';
import { foldAddress } from '../../identifiers.ts';

type Lookup = (
  register: Pick<Register, 'aliasByAccount' | 'aliasByAddress' | 'aliasesOfOwner'>,
  text: string,
) => Promise<readonly Alias[]>;

/** In this order, as the old scheme looked: the first that is given counts. */
const LOOKUPS: readonly (readonly [string, Lookup])[] = [
  [
    'aws_account_id',
    async (register, text) => {
      const accountId = parseAccountId(text);
      return one(accountId === undefined ? undefined : await register.aliasByAccount(accountId));
    },
  ],
  ['user_mail', (register, text) => register.aliasesOfOwner(foldAddress(text))],
  ['aws_mail', async (register, text) => one(await register.aliasByAddress(text))],
];

/** Aliases by account id, owner or address: 200 with one as an object or several as an array, 204 when there is none. */
export const getAccount: Operation = {
  method: 'get',
  path: 'getAwsRootAccount',
  async run({ register }, { query }) {
    for (const [name, lookup] of LOOKUPS) {
      const text = query.get(name)?.trim() ?? '';
      if (text !== '') return answer(await lookup(register, text));
    }
    throw new ApiProblem(400, 'parameter-missing', 'The query lacks aws_account_id, user_mail or aws_mail.');
  },
};

function one(found: { readonly value: Alias } | undefined): readonly Alias[] {
  return found === undefined ? [] : [found.value];
}

function answer(aliases: readonly Alias[]) {
  const [first, ...others] = aliases.map(aliasShapeOf);
  if (first === undefined) return { status: 204 };
  return { status: 200, body: others.length === 0 ? first : [first, ...others] };
}
