import { TableClient } from '@azure/data-tables';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';

const rowSchema = z.looseObject({
  partitionKey: z.string(),
  rowKey: z.string(),
  aws_mail: z.string(),
  in_use: z.boolean(),
  user_mail: z.string(),
  aws_account_id: z.string(),
});
export type OldRow = z.infer<typeof rowSchema>;

/** The old scheme's columns of a free row. */
export function oldRow(change: Record<string, string | boolean> = {}) {
  const id = randomUUID();
  return {
    partitionKey: 'root',
    rowKey: id,
    id,
    aws_mail: `aws_${id}@company.com`,
    in_use: false,
    user_mail: '',
    root_mailbox: 'root-01@company.com',
    aws_account_id: '',
    ...change,
  };
}

/** The old scheme's set-up and its four operations, as its clients did them: no conditions, no history. */
export async function createOldScheme(connectionString: string, name: string) {
  const client = TableClient.fromConnectionString(connectionString, name, { allowInsecureConnection: true });
  await client.createTable();

  async function rows(filter: string): Promise<OldRow[]> {
    const found: OldRow[] = [];
    for await (const row of client.listEntities({ queryOptions: { filter } }))
      found.push(rowSchema.parse(row));
    return found;
  }

  async function change(row: OldRow, columns: Record<string, string | boolean>): Promise<void> {
    await client.updateEntity({ partitionKey: 'root', rowKey: row.rowKey, ...columns }, 'Merge');
  }

  return {
    rows,
    async write(added: readonly ReturnType<typeof oldRow>[]): Promise<void> {
      for (let start = 0; start < added.length; start += 100) {
        await client.submitTransaction(added.slice(start, start + 100).map((row) => ['create', row]));
      }
    },
    async newAwsRootAccount(userMail: string): Promise<OldRow | undefined> {
      const [first] = await rows('in_use eq false');
      if (first !== undefined) await change(first, { in_use: true, user_mail: userMail });
      return first;
    },
    async updateAwsRootAccount(address: string, accountId: string): Promise<void> {
      for (const row of await rows(`aws_mail eq '${address}'`))
        await change(row, { aws_account_id: accountId });
    },
    async deleteAwsRootAccount(address: string): Promise<void> {
      for (const row of await rows(`aws_mail eq '${address}'`)) {
        await change(row, { in_use: false, user_mail: '', aws_account_id: '' });
      }
    },
    async overwrite(rowKey: string, columns: Record<string, string | boolean | number>): Promise<void> {
      await client.updateEntity({ partitionKey: 'root', rowKey, ...columns }, 'Merge');
    },
  };
}
export type OldScheme = Awaited<ReturnType<typeof createOldScheme>>;
