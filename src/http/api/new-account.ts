import { aliasShapeOf } from './alias-shape.ts';
import { askForAlias } from './ask-for-alias.ts';
import type { Grant } from '../../rights/grant.ts';
import { callerOf, type ApiServices, type Operation } from './operation.ts';
import { parseBody } from './parse.ts';
import { ApiProblem, type ApiAnswer } from './problem.ts';
import { newBody } from './shapes.ts';
import { hasOwner } from '../../aliases/states.ts';
import { foldAddress } from '../../identifiers.ts';

/** An alias for an owner: at once where the client's role says so, else a request that an approver decides. */
export const newAccount: Operation = {
  method: 'post',
  path: 'newAwsRootAccount',
  async run(services, call) {
    const body = parseBody(newBody, call.body);
    const onceKey = onceKeyOf(body.idempotency_key, call.idempotencyKey);
    const grant = await services.rights.grant('newAwsRootAccount', callerOf(call.client));
    return call.client.roles.has('Aliases.Allot')
      ? allot(services, grant, { ...body, onceKey })
      : askForAlias(services, grant, call.client, { ...body, onceKey });
  },
};

interface Wanted {
  readonly user_mail: string;
  readonly channel_id?: string | undefined;
  readonly account_name?: string | undefined;
  readonly onceKey: string | undefined;
}

async function allot(
  { aliases }: ApiServices,
  grant: Grant<'newAwsRootAccount'>,
  wanted: Wanted,
): Promise<ApiAnswer> {
  const mail = foldAddress(wanted.user_mail);
  const { channel_id: channelId, account_name: accountName, onceKey } = wanted;
  const alias = await aliases.allot(grant, {
    owner: { mail, id: undefined, name: undefined },
    channelId,
    accountName,
    // A key counts for one owner: nobody gets the alias of another by using a key twice.
    onceKey: onceKey === undefined ? undefined : JSON.stringify([mail, onceKey]),
  });
  if (!hasOwner(alias) || alias.owner?.mail !== mail) {
    const words =
      'With this idempotency key an alias was allotted that has been released or given to somebody else since.';
    throw new ApiProblem(400, 'idempotency-key-used', words);
  }
  return { status: 200, body: aliasShapeOf(alias) };
}

function onceKeyOf(property: string | undefined, header: string | undefined): string | undefined {
  if (property !== undefined && header !== undefined && property !== header) {
    throw new ApiProblem(
      400,
      'parameter-malformed',
      'idempotency_key and the header Idempotency-Key differ.',
    );
  }
  return property ?? header;
}
