import { z } from 'zod';
import { ACCOUNT_ID_DIGITS } from '../../../aliases/aws-limits.ts';
import { aliasShape, aliasShapeOf } from '../alias-shape.ts';
import { BODIES } from '../components.ts';
import { accountName, awsMail, given } from '../fields.ts';
import { callerOf, defineOperation } from '../operation.ts';

const accountId = z
  .union([
    given.max(40),
    z
      .int()
      .nonnegative()
      .max(10 ** ACCOUNT_ID_DIGITS - 1),
  ])
  .describe('12 digits. As a number it may have lost leading zeros; they are put back.');

export const updateAccount = defineOperation({
  method: 'put',
  path: 'updateAwsRootAccount',
  summary: 'Note which AWS account uses an alias.',
  takes: {
    body: z
      .object({ aws_mail: awsMail, aws_account_id: accountId, account_name: accountName.optional() })
      .register(BODIES, { id: 'Update' }),
  },
  answers: { 200: { description: 'The alias.', body: aliasShape } },
  async run({ aliases, rights }, { client, body }) {
    const { aws_mail: address, aws_account_id: account, account_name: name } = body;
    const id = typeof account === 'number' ? String(account).padStart(ACCOUNT_ID_DIGITS, '0') : account;
    const grant = await rights.grant('updateAwsRootAccount', callerOf(client), address);
    return { status: 200, body: aliasShapeOf((await aliases.bind(grant, { id, name })).subject) };
  },
});
