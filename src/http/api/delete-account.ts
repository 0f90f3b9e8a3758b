import { aliasShapeOf } from './alias-shape.ts';
import { callerOf, type Operation } from './operation.ts';
import { parseBody } from './parse.ts';
import { deleteBody } from './shapes.ts';

/** Takes an alias back. By the register's rules it rests or is retired, so that it does not come back as free. */
export const deleteAccount: Operation = {
  method: 'del',
  path: 'deleteAwsRootAccount',
  async run({ aliases, rights }, { client, body }) {
    const { aws_mail: address, reason } = parseBody(deleteBody, body);
    const grant = await rights.grant('deleteAwsRootAccount', callerOf(client), address);
    return { status: 200, body: aliasShapeOf((await aliases.release(grant, reason ?? '')).subject) };
  },
};
