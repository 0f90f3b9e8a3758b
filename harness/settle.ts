import PQueue from 'p-queue';
import { tenantId } from '../local/people.ts';
import { allotted } from '../src/aliases/allot.ts';
import { importAliases } from '../src/aliases/import.ts';
import { createTableStores } from '../src/azure/table-stores.ts';
import { createLog } from '../src/shared/log.ts';
import type { Table } from '../src/azure/table.ts';
import type { ChannelRole, LinkedChannel } from '../src/channels/channel.ts';
import type { Register } from '../src/register.ts';
import { newChangeId } from '../src/shared/identifiers.ts';
import type { AuditEntry } from '../src/store/audit.ts';
import { ROOT_MAILBOX, type Channel, type Company, type OwnedAlias } from './company.ts';

const CHANNELS_A_COMMIT = 30;
const AT_ONCE = 16;

/** Writes the company into an empty table: channels linked, the team reachable, its aliases in use and the others free. */
export async function settle(table: Table, company: Company, serviceUrl: string): Promise<void> {
  const { approvals, owning, owned, free } = company;
  const { register, conversations } = createTableStores(table, createLog('silent'));
  const channels = [
    linked(approvals, ['approvals', 'triage']),
    ...owning.map((each) => linked(each, ['owner'])),
  ];
  for (let start = 0; start < channels.length; start += CHANNELS_A_COMMIT) {
    const some = channels.slice(start, start + CHANNELS_A_COMMIT);
    await register.commit({
      id: newChangeId(),
      channels: some.map((after) => ({ before: undefined, after })),
      audit: [entry('link', undefined)],
    });
  }
  const { threadId: teamId } = approvals.team;
  await conversations.rememberTeam({ teamId, serviceUrl, tenantId });
  const addresses = [...owned.map(({ address }) => address), ...free];
  await importAliases(
    register,
    addresses.map((address) => ({ address, rootMailbox: ROOT_MAILBOX })),
  );
  const queue = new PQueue({ concurrency: AT_ONCE });
  await queue.addAll(owned.map((alias) => () => give(register, alias)));
}

async function give(register: Register, { address, owner, channel, accountId }: OwnedAlias): Promise<void> {
  const before = await register.aliasByAddress(address);
  if (before === undefined) throw new Error(`${address} is not in the pool`);
  const after = allotted(
    before.value,
    { owner, channelId: channel.id, accountId, accountName: `account ${accountId}`, requestId: undefined },
    new Date(),
  );
  await register.commit({
    id: newChangeId(),
    aliases: [{ before, after }],
    audit: [entry('allot', before.value.id)],
  });
}

function linked({ id, name, team }: Channel, roles: readonly ChannelRole[]): LinkedChannel {
  return {
    id,
    name,
    teamId: team.threadId,
    teamName: team.group.name,
    groupId: team.group.id,
    roles,
    linkedBy: 'Ada Owner',
    linkedAt: new Date(),
  };
}

function entry(action: 'link' | 'allot', aliasId: string | undefined): AuditEntry {
  const actor = { kind: 'system', name: 'harness' } as const;
  return { at: new Date(), actor, action, aliasId, requestId: undefined };
}
