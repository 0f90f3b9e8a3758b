import PQueue from 'p-queue';
import type { StandMailboxes } from '../../local/graph/mailboxes.ts';
import { centralMailboxes, DOMAIN, guidOf } from '../../local/pool.ts';
import { allotted } from '../../src/aliases/allot.ts';
import { importAliases } from '../../src/aliases/import.ts';
import { createTableStores } from '../../src/azure/table-stores.ts';
import { createLog } from '../../src/shared/log.ts';
import type { Table } from '../../src/azure/table.ts';
import type { LinkedChannel } from '../../src/channels/channel.ts';
import { newChangeId } from '../../src/shared/identifiers.ts';
import type { AuditEntry } from '../../src/store/audit.ts';

/** Accounts, each with its alias, and the channels that share them. */
export interface Company {
  readonly aliases: readonly string[];
  readonly channels: readonly LinkedChannel[];
  readonly mailboxes: StandMailboxes;
}

const ALIASES_A_MAILBOX = 300;
const CHANNELS_A_COMMIT = 30;
const AT_ONCE = 16;
const TEAM = '19:storm@thread.tacv2';

export function companyOf(accounts: number, channels: number, mailboxes: number): Company {
  const aliases = Array.from({ length: accounts }, (_, index) => `aws_${guidOf(`storm ${index}`)}@${DOMAIN}`);
  const [central = '', ...furtherCentrals] = centralMailboxes(mailboxes);
  const all = [central, ...furtherCentrals];
  const roots = Array.from({ length: Math.ceil(accounts / ALIASES_A_MAILBOX) }, (_, root) => ({
    address: rootOf(root * ALIASES_A_MAILBOX),
    aliases: aliases.slice(root * ALIASES_A_MAILBOX, (root + 1) * ALIASES_A_MAILBOX),
    central: all[root % all.length] ?? central,
  }));
  return {
    aliases,
    channels: Array.from({ length: channels }, (_, index) => channel(index)),
    mailboxes: { central, furtherCentrals, roots },
  };
}

function rootOf(alias: number): string {
  return `aws-root-${Math.floor(alias / ALIASES_A_MAILBOX) + 1}@${DOMAIN}`;
}

function channel(index: number): LinkedChannel {
  return {
    id: `19:storm-${index}@thread.tacv2`,
    name: `aws-root-${index}`,
    teamId: TEAM,
    teamName: 'Cloud Engineering',
    groupId: undefined,
    roles: index === 0 ? ['owner', 'approvals', 'triage'] : ['owner'],
    linkedBy: 'Ada Owner',
    linkedAt: new Date(),
  };
}

/** Writes the company into an empty table: every channel linked, every alias in use. */
export async function settle(table: Table, company: Company, serviceUrl: string): Promise<void> {
  const { aliases, channels } = company;
  const { register, conversations } = createTableStores(table, createLog('silent'));
  await conversations.rememberTeam({ teamId: TEAM, serviceUrl, tenantId: 'tenant-1' });
  for (let start = 0; start < channels.length; start += CHANNELS_A_COMMIT) {
    const some = channels.slice(start, start + CHANNELS_A_COMMIT);
    const linked = some.map((after) => ({ before: undefined, after }));
    await register.commit({ id: newChangeId(), channels: linked, audit: [entry('link', undefined)] });
  }
  await importAliases(
    register,
    aliases.map((address, index) => ({ address, rootMailbox: rootOf(index) })),
  );
  const give = async (address: string, index: number): Promise<void> => {
    const before = await register.aliasByAddress(address);
    if (before === undefined) throw new Error(`${address} is not in the pool`);
    const owner = { mail: `owner-${index}@${DOMAIN}`, id: guidOf(`owner ${index}`), name: `Owner ${index}` };
    const accountId = accountOf(index);
    const channelId = channels[index % channels.length]?.id;
    const accountName = `account ${accountId}`;
    const after = allotted(
      before.value,
      { owner, channelId, accountId, accountName, requestId: undefined },
      new Date(),
    );
    const aliasChange = [{ before, after }];
    await register.commit({ id: newChangeId(), aliases: aliasChange, audit: [entry('allot', after.id)] });
  };
  const queue = new PQueue({ concurrency: AT_ONCE });
  await queue.addAll(aliases.map((address, index) => () => give(address, index)));
}

function entry(action: 'link' | 'allot', aliasId: string | undefined): AuditEntry {
  const actor = { kind: 'system', name: 'storm' } as const;
  return { at: new Date(), actor, action, aliasId, requestId: undefined };
}

export function accountOf(index: number): string {
  return String(100_000_000_000 + index);
}
