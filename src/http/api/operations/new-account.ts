import { z } from 'zod';
import { hasOwner } from '../../../aliases/states.ts';
import { foldAddress } from '../../../shared/identifiers.ts';
import { ENVIRONMENTS } from '../../../requests/request.ts';
import type { Grant } from '../../../rights/grant.ts';
import { aliasShape, aliasShapeOf } from '../alias-shape.ts';
import { askForAlias } from '../ask-for-alias.ts';
import { BODIES } from '../components.ts';
import { accountName, given } from '../fields.ts';
import { callerOf, defineOperation, type ApiServices } from '../operation.ts';
import { ApiProblem } from '../api-problem.ts';
import { requestShape } from '../request-shape.ts';

const IDEMPOTENCY_KEY_MOST = 200;

const body = z
  .object({
    user_mail: given
      .max(254)
      .meta({ description: 'Mail address of a person.', format: 'email' })
      .pipe(z.email()),
    account_name: accountName.optional(),
    channel_id: given.max(200).optional().describe('Teams id of the linked channel that gets the mail.'),
    idempotency_key: given
      .max(IDEMPOTENCY_KEY_MOST)
      .optional()
      .describe(
        'The same key for the same user_mail gives the same alias again. Also as header Idempotency-Key.',
      ),
    purpose: given.max(500).optional().describe('What the account is for; approvers read it.'),
    environment: z.enum(ENVIRONMENTS).optional().describe('production where left out; approvers read it.'),
  })
  .register(BODIES, { id: 'New' });

export const newAccount = defineOperation({
  method: 'post',
  path: 'newAwsRootAccount',
  summary: 'Get an alias.',
  description:
    'With the role Aliases.Allot the alias comes at once. With Aliases.Request alone the approvers are asked for it.',
  takes: {
    header: z.object({
      'Idempotency-Key': z
        .string()
        .max(IDEMPOTENCY_KEY_MOST, 'The header Idempotency-Key is too long.')
        .optional()
        .describe('The same key for the same user_mail gives the same alias, or request, again.'),
    }),
    body,
  },
  answers: {
    200: { description: 'The alias.', body: aliasShape },
    202: {
      description: 'A request, which an approver has to decide.',
      body: requestShape,
      headers: { Location: z.string().describe('Where to look.') },
    },
  },
  async run(services, call) {
    const onceKey = onceKeyOf(call.body.idempotency_key, call.header['Idempotency-Key']);
    const grant = await services.rights.grant('newAwsRootAccount', callerOf(call.client));
    const wanted = { ...call.body, onceKey };
    return call.client.roles.has('Aliases.Allot')
      ? allot(services, grant, wanted)
      : askForAlias(services, grant, call.client, wanted);
  },
});

interface Wanted extends Omit<z.output<typeof body>, 'idempotency_key'> {
  readonly onceKey: string | undefined;
}

async function allot({ aliases }: ApiServices, grant: Grant<'newAwsRootAccount'>, wanted: Wanted) {
  const mail = foldAddress(wanted.user_mail);
  const { channel_id: channelId, account_name: accountNamed, onceKey } = wanted;
  const alias = await aliases.allot(grant, {
    owner: { mail, id: undefined, name: undefined },
    channelId,
    accountName: accountNamed,
    // A key counts for one owner: nobody gets the alias of another by using a key twice.
    onceKey: onceKey === undefined ? undefined : JSON.stringify([mail, onceKey]),
  });
  if (!hasOwner(alias) || alias.owner?.mail !== mail) {
    const words =
      'With this idempotency key an alias was allotted that has been released or given to somebody else since.';
    throw new ApiProblem('idempotency-key-used', words);
  }
  return { status: 200, body: aliasShapeOf(alias) } as const;
}

function onceKeyOf(property: string | undefined, header: string | undefined): string | undefined {
  if (property !== undefined && header !== undefined && property !== header) {
    throw new ApiProblem('parameter-malformed', 'idempotency_key and the header Idempotency-Key differ.');
  }
  return property ?? header;
}
