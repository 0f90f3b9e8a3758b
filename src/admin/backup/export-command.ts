import type { Alias } from '../../aliases/alias.ts';
import { ALIAS_STATES, inState, type AliasState } from '../../aliases/states.ts';
import type { Register } from '../../register.ts';
import { AUDIT_FORMATS, type AuditFormat } from '../history/export-audit.ts';
import { AdminFault, type CommandOutput } from '../command-output.ts';
import { csvLine } from '../files/csv-line.ts';
import { writeLines } from '../files/write-lines.ts';

export interface ExportOptions {
  readonly state?: string;
  readonly format?: string;
  readonly json?: boolean;
  readonly out?: string;
}

/** Writes all aliases, or those in a state, in the order of their ids. @throws {AdminFault} */
export async function runExport(
  register: Pick<Register, 'everyAlias' | 'channels'>,
  options: ExportOptions,
  io: CommandOutput,
): Promise<void> {
  const state = oneOf('--state', ALIAS_STATES, options.state);
  const format = options.json === true ? 'jsonl' : oneOf('--format', AUDIT_FORMATS, options.format ?? 'csv');
  await writeLines(exportAliases(register, state, format ?? 'csv'), options.out, io);
}

/** Lines of text, each with its line end: JSON Lines, or CSV with a head line (RFC 4180). */
async function* exportAliases(
  register: Pick<Register, 'everyAlias' | 'channels'>,
  state: AliasState | undefined,
  format: AuditFormat,
): AsyncGenerator<string> {
  const channels = new Map(
    (await register.channels()).map(({ value: { id, teamName, name } }) => [id, `${teamName} / ${name}`]),
  );
  if (format === 'csv') yield csvLine(COLUMNS);
  for await (const { value: alias } of register.everyAlias()) {
    if (state !== undefined && !inState(state)(alias)) continue;
    const columns = columnsOf(alias, channels.get(alias.channelId ?? ''));
    yield format === 'csv'
      ? csvLine(COLUMNS.map((column) => columns[column]))
      : `${JSON.stringify(columns)}\n`;
  }
}

/** The first two are those that `import` reads; `assign` reads alias, owner and channel. */
const COLUMNS = [
  'alias',
  'root_mailbox',
  'id',
  'state',
  'owner',
  'owner_name',
  'owner_id',
  'channel',
  'channel_id',
  'account_id',
  'account_name',
  'allotted_at',
  'released_at',
  'quarantined_until',
] as const;

/** What is known of an alias, by the names of the columns; the channel as people know it. */
export function columnsOf(
  alias: Alias,
  channel: string | undefined,
): Record<(typeof COLUMNS)[number], string> {
  const { owner } = alias;
  return {
    alias: alias.address,
    root_mailbox: alias.rootMailbox,
    id: alias.id,
    state: alias.state,
    owner: owner?.mail ?? '',
    owner_name: owner?.name ?? '',
    owner_id: owner?.id ?? '',
    channel: channel ?? '',
    channel_id: alias.channelId ?? '',
    account_id: alias.accountId ?? '',
    account_name: alias.accountName ?? '',
    allotted_at: moment(alias.allottedAt),
    released_at: moment(alias.releasedAt),
    quarantined_until: moment(alias.quarantinedUntil),
  };
}

function moment(date: Date | undefined): string {
  return date?.toISOString() ?? '';
}

function oneOf<T extends string>(
  option: string,
  known: readonly T[],
  text: string | undefined,
): T | undefined {
  if (text === undefined) return undefined;
  const found = known.find((each) => each === text);
  if (found !== undefined) return found;
  throw new AdminFault('bad-option', `${option} is none of ${known.join(', ')}.`, 'Choose one of them.');
}
