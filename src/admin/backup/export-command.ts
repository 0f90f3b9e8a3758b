import type { Alias } from '../../aliases/alias.ts';
import { ALIAS_STATES, inState, type AliasState } from '../../aliases/states.ts';
import type { Register } from '../../register.ts';
import { adminCommand } from '../admin-command.ts';
import { formatOf, oneOf } from '../history/part-of-history.ts';
import { writeRows } from '../files/write-rows.ts';

/** In the order of their ids. */
export const exportPool = adminCommand({
  name: 'export',
  does: 'write the aliases of the pool with their states, owners and accounts',
  options: {
    '--state <state>': `${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(ALIAS_STATES)} alone`,
    '--format <format>': 'csv or jsonl (default: csv)',
    '--json': 'the same as --format jsonl',
    '--out <file>': 'into a new file instead of standard output',
  },
  async run({ open, io }, { state, format = 'csv', json = false, out }) {
    const wanted = state === undefined ? undefined : oneOf('--state', ALIAS_STATES, state);
    const { register } = await open();
    const rows = aliasRows(register, wanted);
    await writeRows(COLUMNS, rows, formatOf({ format, json }), out, io);
  },
});

async function* aliasRows(
  register: Pick<Register, 'everyAlias' | 'channels'>,
  state: AliasState | undefined,
): AsyncGenerator<ReturnType<typeof columnsOf>> {
  const channels = new Map(
    (await register.channels()).map(({ value: { id, teamName, name } }) => [id, `${teamName} / ${name}`]),
  );
  for await (const { value: alias } of register.everyAlias()) {
    if (state !== undefined && !inState(state)(alias)) continue;
    yield columnsOf(alias, channels.get(alias.channelId ?? ''));
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
