import { aliasShapeOf } from './alias-shape.ts';
import { handOf, type Operation } from './operation.ts';
import { parseBody } from './parse.ts';
import { deleteBody } from './shapes.ts';

/** Takes an alias back. By the register's rules it rests or is retired, so that it does not come back as free. */
export const deleteAccount: Operation = {
  method: 'del',
  path: 'deleteAwsRootAccount',
  roles: ['Aliases.Manage'],
  async run({ aliases }, { client, body }) {
    const { aws_mail: address, reason } = parseBody(deleteBody, body);
    return { status: 200, body: aliasShapeOf(await aliases.release(handOf(client), address, reason ?? '')) };
  },
};
