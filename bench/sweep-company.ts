import { importAliases } from '../src/aliases/import.ts';
import { allotted } from '../src/aliases/allot.ts';
import type { AuditEntry } from '../src/store/audit.ts';
import type { LinkedChannel } from '../src/channels/channel.ts';
import { createTableConversations } from '../src/azure/table-conversations.ts';
import { createTableRegister } from '../src/azure/table-register.ts';
import type { Table } from '../src/azure/table.ts';
import { newChangeId } from '../src/shared/identifiers.ts';

/** The company whose mail is measured: more channels than Teams' limits for one channel could slow down. */
const CHANNELS = 100;
const ALIASES = 300;
const CHANNELS_A_COMMIT = 30;
export const CENTRAL = 'aws@company.com';
export const ROOT_MAILBOX = 'root-01@company.com';
export const ADDRESSES = Array.from(
  { length: ALIASES },
  (_, index) => `aws_00000000-0000-4000-8000-${String(index).padStart(12, '0')}@company.com`,
);

const channels = Array.from({ length: CHANNELS }, (_, index): LinkedChannel => {
  return {
    id: `19:channel-${index}@thread.tacv2`,
    name: `aws-root-${index}`,
    teamId: `19:team-${index}@thread.tacv2`,
    teamName: `Team ${index}`,
    groupId: undefined,
    roles: ['owner'],
    linkedBy: 'Ada Owner',
    linkedAt: new Date(),
  };
});

/** Every alias allotted, every channel linked. */
export async function settle(table: Table, serviceUrl: string): Promise<void> {
  const register = createTableRegister(table);
  const conversations = createTableConversations(table);
  for (let start = 0; start < CHANNELS; start += CHANNELS_A_COMMIT) {
    const some = channels.slice(start, start + CHANNELS_A_COMMIT);
    const linked = some.map((after) => ({ before: undefined, after }));
    await register.commit({ id: newChangeId(), channels: linked, audit: [entry('link', undefined)] });
  }
  for (const { teamId } of channels) {
    await conversations.rememberTeam({ teamId, serviceUrl, tenantId: 'tenant-1' });
  }
  await importAliases(
    register,
    ADDRESSES.map((address) => ({ address, rootMailbox: ROOT_MAILBOX })),
  );
  for (const [index, address] of ADDRESSES.entries()) {
    const before = await register.aliasByAddress(address);
    if (before === undefined) throw new Error(`${address} is not in the pool`);
    const owner = { mail: `owner-${index}@company.com`, id: `person-${index}`, name: `Owner ${index}` };
    const after = allotted(
      before.value,
      {
        owner,
        channelId: channels[index % CHANNELS]?.id,
        accountId: accountOf(index),
        accountName: `account ${index}`,
        requestId: undefined,
      },
      new Date(),
    );
    await register.commit({
      id: newChangeId(),
      aliases: [{ before, after }],
      audit: [entry('allot', before.value.id)],
    });
  }
}

function entry(action: 'link' | 'allot', aliasId: string | undefined): AuditEntry {
  const actor = { kind: 'system', name: 'bench' } as const;
  return { at: new Date(), actor, action, aliasId, requestId: undefined };
}

function accountOf(index: number): string {
  return String(100_000_000_000 + index);
}

const LINE =
  '<tr><td style="padding:6px 24px;font-family:Arial">Amazon Elastic Compute Cloud</td><td>USD 12.34</td></tr>\r\n';
/** With the headers about 5 KB, as most of the sample mails weigh. */
const LINES = 30;

/** A bill, as most of AWS's mails are: genuine, for one owner, without a secret. */
export function bill(index: number): { readonly mime: Buffer; readonly to: string } {
  const which = index % ALIASES;
  const to = ADDRESSES[which] ?? '';
  const mime = [
    'From: Amazon Web Services <no-reply-aws@amazon.com>',
    `To: ${to}`,
    `Subject: Amazon Web Services Billing Statement Available [${accountOf(which)}], no. ${index}`,
    'Content-Type: text/html; charset=utf-8',
    '',
    `<html><body><p>Greetings from Amazon Web Services,</p><p>your bill for account ${accountOf(which)} is USD 1,234.</p>`,
    `<table>${LINE.repeat(LINES)}</table></body></html>`,
  ].join('\r\n');
  return { mime: Buffer.from(mime), to };
}
