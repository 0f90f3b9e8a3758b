import { z } from 'zod';
import type { Alias } from '../../aliases/alias.ts';
import { ALIAS_STATES, hasOwner, holdsAccount, isInUse } from '../../aliases/states.ts';
import { ANSWERS } from './components.ts';

/** An alias: the columns of the old scheme's table, its keys, and what Rootdesk adds. */
export const aliasShape = z
  .object({
    aws_mail: z.string().describe('The alias.'),
    in_use: z.boolean().describe('False exactly for a free alias.'),
    id: z.string().describe('Never changes.'),
    user_mail: z.string().describe('The owner; empty unless the alias is allotted.'),
    root_mailbox: z.string().describe('The mailbox that receives its mail.'),
    aws_account_id: z.string().describe('12 digits, or empty.'),
    PartitionKey: z.string().describe('Always root.'),
    RowKey: z.string().describe('The same as id.'),
    state: z.enum(ALIAS_STATES),
    account_name: z.string().describe('Empty where unknown.'),
    channel_id: z.string().describe('Teams id of the owning channel, or empty.'),
  })
  .register(ANSWERS, { id: 'Alias' });

/** One as an object and several as an array: so the old scheme answered. */
export const aliasesShape = z
  .union([aliasShape, z.array(aliasShape).min(2)])
  .register(ANSWERS, { id: 'Aliases' });

/** The partition of the register, which the old scheme's answers named. */
const PARTITION = 'root';

/** An alias as clients of the old scheme know it: the columns of its row, with what they say there. */
export function aliasShapeOf(alias: Alias): z.output<typeof aliasShape> {
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
