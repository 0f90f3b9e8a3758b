import type { Alias } from '../../aliases/alias.ts';
import { hasOwner, holdsAccount, isInUse } from '../../aliases/states.ts';
import type { AliasShape } from './shapes.ts';

/** The partition of the register, which the old scheme's answers named. */
const PARTITION = 'root';

/** An alias as clients of the old scheme know it: the columns of its row, with what they say there. */
export function aliasShapeOf(alias: Alias): AliasShape {
  const { id, address, rootMailbox, state, owner, accountId, accountName, channelId } = alias;
  return {
    aws_mail: address,
    in_use: isInUse(alias),
    id,
    user_mail: hasOwner(alias) ? (owner?.mail ?? '') : '',
    root_mailbox: rootMailbox,
    aws_account_id: holdsAccount(alias) ? (accountId ?? '') : '',
    PartitionKey: PARTITION,
    RowKey: id,
    state,
    account_name: accountName ?? '',
    channel_id: channelId ?? '',
  };
}
