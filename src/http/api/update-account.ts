import { aliasShapeOf } from './alias-shape.ts';
import { callerOf, type Operation } from './operation.ts';
import { parseBody } from './parse.ts';
import { updateBody } from './shapes.ts';

const ACCOUNT_ID_DIGITS = 12;

/** Notes which AWS account uses an alias. */
export const updateAccount: Operation = {
  method: 'put',
  path: 'updateAwsRootAccount',
  async run({ aliases, rights }, { client, body }) {
    const { aws_mail: address, aws_account_id: account, account_name: name } = parseBody(updateBody, body);
    // A client that holds the id as a number has lost its leading zeros.
    const id = typeof account === 'number' ? String(account).padStart(ACCOUNT_ID_DIGITS, '0') : account;
    const grant = await rights.grant('updateAwsRootAccount', callerOf(client), address);
    return { status: 200, body: aliasShapeOf((await aliases.bind(grant, { id, name })).subject) };
  },
};
