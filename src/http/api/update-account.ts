import { aliasShapeOf } from './alias-shape.ts';
import { handOf, type Operation } from './operation.ts';
import { parseBody } from './parse.ts';
import { updateBody } from './shapes.ts';

const ACCOUNT_ID_DIGITS = 12;

/** Notes which AWS account uses an alias. */
export const updateAccount: Operation = {
  method: 'put',
  path: 'updateAwsRootAccount',
  roles: ['Aliases.Manage'],
  async run({ aliases }, { client, body }) {
    const { aws_mail: address, aws_account_id: account, account_name: name } = parseBody(updateBody, body);
    // A client that holds the id as a number has lost its leading zeros.
    const id = typeof account === 'number' ? String(account).padStart(ACCOUNT_ID_DIGITS, '0') : account;
    return { status: 200, body: aliasShapeOf(await aliases.bind(handOf(client), address, { id, name })) };
  },
};
