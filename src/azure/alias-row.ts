import { z } from 'zod';
import { ALIAS_STATES, type Alias } from '../aliases/alias.ts';
import { dateColumn, optionalDate, optionalText, text, textColumn } from './columns.ts';
import { key, ROOT } from './keys.ts';
import type { NewRow, Row } from './table.ts';

/** Old clients wrote `in_use` as a boolean or, through some SDKs, as text. */
const inUse = z.union([z.boolean(), z.stringbool()]);

const schema = z.object({
  rowKey: z.string(),
  aws_mail: z.string(),
  in_use: inUse,
  user_mail: text,
  root_mailbox: text,
  aws_account_id: optionalText,
  state: z.enum(ALIAS_STATES).optional(),
  owner_id: optionalText,
  owner_name: optionalText,
  last_owner_mail: text,
  channel_id: optionalText,
  account_name: optionalText,
  request_id: optionalText,
  allotted_at: optionalDate,
  released_at: optionalDate,
  quarantined_until: optionalDate,
});

/** The alias of a row of the old scheme or of ours. */
export function aliasFromRow(row: Row): Alias {
  const columns = schema.parse(row);
  const state = stateOf(columns);
  const ownerMail = (columns.user_mail === '' ? columns.last_owner_mail : columns.user_mail).toLowerCase();
  return {
    id: columns.rowKey,
    address: columns.aws_mail.toLowerCase(),
    rootMailbox: columns.root_mailbox,
    state,
    owner:
      state === 'free' || ownerMail === ''
        ? undefined
        : { mail: ownerMail, id: columns.owner_id, name: columns.owner_name },
    channelId: columns.channel_id,
    accountId: columns.aws_account_id,
    accountName: columns.account_name,
    requestId: columns.request_id,
    allottedAt: columns.allotted_at,
    releasedAt: columns.released_at,
    quarantinedUntil: columns.quarantined_until,
  };
}

/** A row without state is the old scheme's; a free one that is in use was handed out by an old client. */
function stateOf(columns: z.infer<typeof schema>): Alias['state'] {
  if (columns.state === undefined || columns.state === 'free') return columns.in_use ? 'allotted' : 'free';
  return columns.state;
}

/** All columns of an alias: the old scheme's stay accurate, so that its clients can go on reading them. */
export function aliasRow(alias: Alias): NewRow {
  const allotted = alias.state === 'allotted';
  return {
    partitionKey: ROOT,
    rowKey: alias.id,
    id: alias.id,
    aws_mail: alias.address,
    in_use: alias.state !== 'free',
    user_mail: allotted ? textColumn(alias.owner?.mail) : '',
    root_mailbox: alias.rootMailbox,
    aws_account_id: textColumn(alias.accountId),
    state: alias.state,
    owner_id: textColumn(alias.owner?.id),
    owner_name: textColumn(alias.owner?.name),
    last_owner_mail: allotted ? '' : textColumn(alias.owner?.mail),
    channel_id: textColumn(alias.channelId),
    account_name: textColumn(alias.accountName),
    request_id: textColumn(alias.requestId),
    allotted_at: dateColumn(alias.allottedAt),
    released_at: dateColumn(alias.releasedAt),
    quarantined_until: dateColumn(alias.quarantinedUntil),
  };
}

/** Keys of the index rows that stand for the alias: they follow from it alone. */
export function aliasIndexKeys(alias: Alias): readonly string[] {
  const keys = [key.address(alias.address)];
  if (alias.state === 'free') keys.push(key.free(alias.id));
  if (alias.state === 'allotted' && alias.owner !== undefined)
    keys.push(key.owner(alias.owner.mail, alias.id));
  if (alias.state !== 'free' && alias.channelId !== undefined)
    keys.push(key.channelAlias(alias.channelId, alias.id));
  const account = accountKey(alias);
  if (account !== undefined) keys.push(account);
  return keys;
}

/** The row whose key alone makes an account id unique; a retired alias no longer holds its id. */
export function accountKey(alias: Alias): string | undefined {
  if (alias.accountId === undefined || alias.state === 'retired' || alias.state === 'free') return undefined;
  return key.account(alias.accountId);
}

export function aliasIndexRow(rowKey: string, alias: Alias): NewRow {
  return { partitionKey: ROOT, rowKey, alias_id: alias.id };
}

export const aliasPointer = z.object({ alias_id: z.string() });
