import { z } from 'zod';
import { aliasShape, aliasShapeOf } from '../alias-shape.ts';
import { BODIES } from '../components.ts';
import { awsMail, given } from '../fields.ts';
import { callerOf, defineOperation } from '../operation.ts';

export const deleteAccount = defineOperation({
  method: 'delete',
  path: 'deleteAwsRootAccount',
  summary: 'Take an alias back.',
  description:
    'It rests before it is free again, 90 days unless configured otherwise; where an account was ever bound to it, it is retired for good.',
  takes: {
    body: z
      .object({
        aws_mail: awsMail,
        reason: given.max(500).optional().describe('Kept in the history.'),
      })
      .register(BODIES, { id: 'Delete' }),
  },
  answers: { 200: { description: 'The alias.', body: aliasShape } },
  async run({ aliases, rights }, { client, body: { aws_mail: address, reason } }) {
    const grant = await rights.grant('deleteAwsRootAccount', callerOf(client), address);
    return { status: 200, body: aliasShapeOf((await aliases.release(grant, reason ?? '')).subject) };
  },
});
