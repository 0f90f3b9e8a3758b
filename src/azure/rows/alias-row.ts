import { z } from 'zod';
import { isUsedAtAws, ownershipFrom } from '../../aliases/ownership.ts';
import { OWNERSHIP_WAYS, type Ownership, pristine, type Alias } from '../../aliases/alias.ts';
import { ACCOUNT_ID_DIGITS, parseAccountId } from '../../aliases/aws-limits.ts';
import { ALIAS_STATES, hasOwner, holdsAccount, isFree, isInUse, isResting } from '../../aliases/states.ts';
import { dateColumn, optionalDate, optionalText, text, textColumn } from '../columns.ts';
import { key, ROOT } from '../keys.ts';
import type { NewRow, Row } from '../table.ts';
import { foldAddress } from '../../shared/identifiers.ts';

/** Old clients wrote `in_use` as a boolean or, through some SDKs, as text; a blank one is a free row that was never touched. */
const inUse = z.union([z.boolean(), z.stringbool(), z.literal('').transform(() => false)]).nullish();
/** Clients that wrote an account id as a number lost its leading zeros. */
const accountColumn = z
  .union([z.string(), z.number(), z.bigint()])
  .nullish()
  .transform((value) =>
    typeof value === 'string' ? value : (value?.toString().padStart(ACCOUNT_ID_DIGITS, '0') ?? ''),
  );
const oldText = z
  .string()
  .nullish()
  .transform((value) => (value ?? '').trim());

const schema = z.object({
  rowKey: z.string(),
  timestamp: optionalDate,
  // The old scheme's columns, which its clients may have changed behind our back …
  aws_mail: z.string().transform(foldAddress),
  in_use: inUse.transform((value) => value ?? false),
  user_mail: oldText.transform(foldAddress),
  root_mailbox: oldText,
  aws_account_id: accountColumn,
  // … and ours, by which that is noticed.
  state: z.enum(ALIAS_STATES).optional().default('free'),
  owner_mail: text,
  owner_id: optionalText,
  owner_name: optionalText,
  account_id: text,
  bound_once: z.boolean().optional().default(false),
  channel_id: optionalText,
  account_name: optionalText,
  request_id: optionalText,
  allotted_at: optionalDate,
  released_at: optionalDate,
  quarantined_until: optionalDate,
  // Rows from before these were kept are read with what their history tells, see old-ownership.ts.
  owned_since: optionalDate,
  owned_how: z
    .enum([...OWNERSHIP_WAYS, ''])
    .optional()
    .default(''),
  channel_since: optionalDate,
  aws_wrote_at: optionalDate,
});
type Columns = z.infer<typeof schema>;

/** What a row of the old scheme, or one of ours that an old client wrote, says against the rules of the register. */
export type Contradiction =
  | 'in-use-without-owner'
  | 'account-id-malformed'
  | 'free-with-account'
  | 'free-with-owner'
  | 'changed-hands'
  | 'handed-out-while-not-free'
  | 'freed-while-allotted';

export interface AliasReading {
  readonly alias: Alias;
  readonly contradictions: readonly Contradiction[];
}

/** The alias of a row of the old scheme or of ours, as it really is. @throws {z.ZodError} for a row that is none */
export function aliasFromRow(row: Row): Alias {
  return readAlias(row).alias;
}

/** Whether the row can be read as an alias at all. */
export function isAliasRow(row: Row): boolean {
  return schema.safeParse(row).success;
}

/**
 * Reads a row in the light of what old clients may have done to it since we wrote it. They know only their own columns, so
 * these tell what is true today, and ours what was before:
 *
 * - in use where we say free, quarantined, retired or missing: they handed it out, and everything of the owner before is gone;
 * - in use by another than ours: they freed it and handed it out again;
 * - not in use where we say allotted: they freed it, and it is released by our rules, not theirs;
 * - an account id on a row that is not in use: it was bound once, so it is retired and never handed out again.
 */
export function readAlias(row: Row): AliasReading {
  const columns = schema.parse(row);
  const contradictions: Contradiction[] = [];
  const accountId = parseAccountId(columns.aws_account_id);
  if (accountId === undefined && columns.aws_account_id.trim() !== '')
    contradictions.push('account-id-malformed');
  const alias = columns.in_use
    ? inUseNow(columns, accountId, contradictions)
    : notInUse(columns, accountId, contradictions);
  return { alias, contradictions };
}

function inUseNow(columns: Columns, accountId: string | undefined, found: Contradiction[]): Alias {
  const handedOut = columns.user_mail !== '';
  if (!hasOwner(columns) && !isFree(columns) && !handedOut) return stored(columns);
  if (!handedOut) found.push('in-use-without-owner');
  if (hasOwner(columns) && columns.user_mail === columns.owner_mail) {
    return { ...stored(columns), accountId };
  }
  if (hasOwner(columns)) found.push('changed-hands');
  else if (!isFree(columns)) found.push('handed-out-while-not-free');
  return {
    ...untouched(columns),
    state: 'allotted',
    owner: handedOut ? { mail: columns.user_mail, id: undefined, name: undefined } : undefined,
    ownership: sinceWritten(columns),
    accountId,
  };
}

function notInUse(columns: Columns, accountId: string | undefined, found: Contradiction[]): Alias {
  if (hasOwner(columns)) {
    found.push('freed-while-allotted');
    const before = stored(columns);
    return {
      ...before,
      state: isUsedAtAws(before) ? 'retired' : 'quarantined',
      accountId: before.accountId ?? accountId,
      releasedAt: columns.timestamp,
    };
  }
  if (!isFree(columns)) return stored(columns);
  if (boundOnce(columns) || columns.aws_wrote_at !== undefined) {
    found.push('free-with-account');
    return {
      ...untouched(columns),
      state: 'retired',
      owner: oldOwner(columns),
      accountId,
      ownership: sinceWritten(columns),
    };
  }
  if (columns.user_mail !== '') {
    found.push('free-with-owner');
    return {
      ...untouched(columns),
      state: 'quarantined',
      owner: oldOwner(columns),
      ownership: sinceWritten(columns),
    };
  }
  return untouched(columns);
}

function oldOwner({ user_mail: mail }: Columns): Alias['owner'] {
  return mail === '' ? undefined : { mail, id: undefined, name: undefined };
}

/** An old client wrote an owner down: they have it since then at the latest, and nobody knows more. */
function sinceWritten({ timestamp }: Columns): Ownership {
  return ownershipFrom(timestamp ?? new Date(0), 'adopted');
}

function boundOnce(columns: Columns): boolean {
  return columns.bound_once || columns.account_id !== '' || columns.aws_account_id.trim() !== '';
}

/** A free alias without any past but whether an account ever used it. */
function untouched(columns: Columns): Alias {
  const { rowKey: id, aws_mail: address, root_mailbox: rootMailbox } = columns;
  return {
    ...pristine({ id, address, rootMailbox }),
    boundOnce: boundOnce(columns),
    awsWroteAt: columns.aws_wrote_at,
  };
}

/** The alias as our own columns tell of it. */
function stored(columns: Columns): Alias {
  return {
    ...untouched(columns),
    state: columns.state,
    owner:
      columns.owner_mail === ''
        ? undefined
        : { mail: columns.owner_mail, id: columns.owner_id, name: columns.owner_name },
    channelId: columns.channel_id,
    accountId: parseAccountId(columns.account_id),
    accountName: columns.account_name,
    requestId: columns.request_id,
    allottedAt: columns.allotted_at,
    releasedAt: columns.released_at,
    quarantinedUntil: columns.quarantined_until,
    ownership: storedOwnership(columns),
  };
}

function storedOwnership({ owned_since, owned_how, channel_since }: Columns): Ownership | undefined {
  if (owned_since === undefined || owned_how === '') return undefined;
  return { since: owned_since, how: owned_how, channelSince: channel_since ?? owned_since };
}

/**
 * All columns of an alias. The old scheme's stay accurate for its clients: `in_use` is false exactly for free aliases, owner and
 * account id are there while allotted, so that an account id is found at one row at most.
 */
export function aliasRow(alias: Alias): NewRow {
  const accountId = textColumn(alias.accountId);
  return {
    partitionKey: ROOT,
    rowKey: alias.id,
    id: alias.id,
    aws_mail: alias.address,
    in_use: isInUse(alias),
    user_mail: hasOwner(alias) ? textColumn(alias.owner?.mail) : '',
    root_mailbox: alias.rootMailbox,
    aws_account_id: accountKey(alias) === undefined ? '' : accountId,
    state: alias.state,
    owner_mail: textColumn(alias.owner?.mail),
    owner_id: textColumn(alias.owner?.id),
    owner_name: textColumn(alias.owner?.name),
    account_id: accountId,
    bound_once: alias.boundOnce === true || alias.accountId !== undefined,
    channel_id: textColumn(alias.channelId),
    account_name: textColumn(alias.accountName),
    request_id: textColumn(alias.requestId),
    allotted_at: dateColumn(alias.allottedAt),
    released_at: dateColumn(alias.releasedAt),
    quarantined_until: dateColumn(alias.quarantinedUntil),
    owned_since: dateColumn(alias.ownership?.since),
    owned_how: alias.ownership?.how ?? '',
    channel_since: dateColumn(alias.ownership?.channelSince),
    aws_wrote_at: dateColumn(alias.awsWroteAt),
  };
}

/**
 * Keys of the index rows that stand for the alias: they follow from it alone. Rows beyond these may be left from before, so
 * whoever follows one looks whether the alias still has it; only the row of an account id decides by its presence.
 */
export function aliasIndexKeys(alias: Alias): readonly string[] {
  const { id, owner, channelId, accountId, accountName, quarantinedUntil } = alias;
  const keys = [key.address(alias.address)];
  if (isFree(alias)) return [...keys, key.free(id)];
  if (hasOwner(alias) && owner !== undefined) {
    keys.push(key.owner(owner.mail, id));
    if (owner.id !== undefined) keys.push(key.ownerId(owner.id, id));
  }
  if (channelId !== undefined) keys.push(key.channelAlias(channelId, id));
  if (accountName !== undefined) keys.push(key.accountName(accountName, id));
  if (isResting(alias) && quarantinedUntil !== undefined) keys.push(key.quarantine(quarantinedUntil, id));
  if (accountId !== undefined) keys.push(accountKey(alias) ?? key.formerAccount(accountId, id));
  return keys;
}

/** The row whose key alone makes an account id unique; a retired alias no longer holds its id. */
export function accountKey(alias: Alias): string | undefined {
  return alias.accountId === undefined || !holdsAccount(alias) ? undefined : key.account(alias.accountId);
}

export function aliasIndexRow(rowKey: string, alias: Alias): NewRow {
  return { partitionKey: ROOT, rowKey, alias_id: alias.id };
}

export const aliasPointer = z.object({ alias_id: z.string() });
