import { createHash, randomUUID } from 'node:crypto';
import { odata, TableClient } from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';
import PQueue from 'p-queue';
import { z } from 'zod';
import { MESSAGE_QUERY } from '../src/graph/parse-message.ts';
import { ATTEMPTS_AT_ONCE } from '../src/messages/worker.ts';
import { CENTRAL_MAILBOX } from '../local/pool.ts';
import { COMPANY } from './sweep-company.ts';
import type { Places } from './sweep-pass.ts';

/** As many at once as the program has, and pages and transactions as large. */
const GRAPH_AT_ONCE = 4;
const KINDS = ['e-', '~of:', '~waiting:', 'c-', 'm-', '~received:'];
const MAILS_A_TRANSACTION = Math.floor(100 / KINDS.length);
const QUEUE_PAGE = 100;
const PARTITION = 'bare';
/** What the program's rows and cards weigh. */
const COLUMNS = Object.fromEntries(
  Array.from({ length: 14 }, (_, index) => [`column_${index}`, 'about as long as a value']),
);
const CARD = JSON.stringify({ activity: { attachments: [{ content: 'x'.repeat(6_000) }] } });

const page = z.object({
  value: z.array(z.object({ id: z.string() })),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

/**
 * The outside operations that a mail needs, and nothing between them: the table is asked which mails of a page are known, Graph
 * reads each and the table tells whose it is, a page's ledger rows and the cursor are written, and each mail is claimed, posted and
 * marked. Plain requests; nothing is messageRead, drawn or checked.
 */
export function createBareLoop(places: Places, credential: TokenCredential): () => Promise<void> {
  const table = TableClient.fromConnectionString(places.connectionString, places.tableName, {
    allowInsecureConnection: true,
  });
  const root = `${places.graph}/v1.0/users/${CENTRAL_MAILBOX}`;
  const links = new Map<string, string>();
  const done = new Set<string>();

  async function graph(url: string): Promise<unknown> {
    const token = await credential.getToken('graph');
    const headers = {
      authorization: `Bearer ${token?.token}`,
      prefer: 'IdType="ImmutableId", odata.maxpagesize=50',
    };
    const answer = await fetch(url, { headers });
    if (!answer.ok) throw new Error(`Graph answered ${answer.status}`);
    return answer.json();
  }

  async function point(partition: string, key: string): Promise<void> {
    await table.getEntity(partition, key).catch(() => undefined);
  }

  async function read(id: string): Promise<void> {
    await graph(`${root}/messages/${encodeURIComponent(id)}?${new URLSearchParams(MESSAGE_QUERY)}`);
    await point('root', ALIAS_IDS[0] ?? '');
  }

  async function known(since: string): Promise<void> {
    const filter = odata`PartitionKey eq ${PARTITION} and RowKey ge ${`~received:${since}`} and RowKey lt ${'~received:~'}`;
    await table.listEntities({ queryOptions: { filter } }).byPage({ maxPageSize: 1_000 }).next();
  }

  async function record(ids: readonly string[]): Promise<void> {
    const rows = ids.flatMap((id) =>
      KINDS.map((kind) => {
        return { partitionKey: PARTITION, rowKey: `${kind}${keyOf(id)}`, ...COLUMNS };
      }),
    );
    const most = KINDS.length * MAILS_A_TRANSACTION;
    for (let start = 0; start < rows.length; start += most) {
      await table.submitTransaction(rows.slice(start, start + most).map((row) => ['create', row]));
    }
  }

  async function deliver({ rowKey, etag }: { rowKey: string; etag: string }): Promise<void> {
    const claim = {
      partitionKey: PARTITION,
      rowKey,
      attempts: 1,
      due_at: 'later',
      claim_token: randomUUID(),
    };
    await table.updateEntity(claim, 'Merge', { etag });
    const headers = { 'content-type': 'application/json' };
    const posted = await fetch(`${places.serviceUrl}v3/conversations`, {
      method: 'POST',
      headers,
      body: CARD,
    });
    await posted.arrayBuffer();
    const key = rowKey.slice('~waiting:'.length);
    await table.submitTransaction([
      ['delete', { partitionKey: PARTITION, rowKey }],
      ['upsert', { partitionKey: PARTITION, rowKey: `e-${key}`, ended: 'told' }],
      ['upsert', { partitionKey: PARTITION, rowKey: `~copy:${key}`, conversation_id: key, look: '' }],
    ]);
  }

  async function deliverAll(): Promise<void> {
    const attempts = new PQueue({ concurrency: ATTEMPTS_AT_ONCE });
    const filter = odata`PartitionKey eq ${PARTITION} and RowKey ge ${'~waiting:'} and RowKey lt ${'~waiting:~'}`;
    const rows = table.listEntities({ queryOptions: { filter } }).byPage({ maxPageSize: QUEUE_PAGE });
    const { value } = await rows.next();
    const waiting = z.array(z.object({ rowKey: z.string(), etag: z.string() })).parse([...(value ?? [])]);
    await attempts.addAll(waiting.map((row) => () => deliver(row)));
  }

  return async () => {
    const reads = new PQueue({ concurrency: GRAPH_AT_ONCE });
    let delivered = Promise.resolve();
    for (const folder of ['inbox', 'junkemail']) {
      let more = true;
      while (more) {
        const link =
          links.get(folder) ??
          `${root}/mailFolders/${folder}/messages/delta?$select=id,receivedDateTime,from`;
        const found = page.parse(await graph(link));
        const ids = [...new Set(found.value.map(({ id }) => id))].filter((id) => !done.has(id));
        for (const id of ids) done.add(id);
        await known(new Date().toISOString());
        await reads.addAll(ids.map((id) => () => read(id)));
        await record(ids);
        more = found['@odata.nextLink'] !== undefined;
        const next = found['@odata.nextLink'] ?? found['@odata.deltaLink'] ?? '';
        links.set(folder, next);
        await table.upsertEntity({ partitionKey: PARTITION, rowKey: `cursor:${folder}`, cursor: next });
        // The next page is read while this one is delivered.
        if (ids.length > 0) delivered = delivered.then(deliverAll);
      }
    }
    await delivered;
  };
}

const ALIAS_IDS = COMPANY.owned.map(({ address }) => address.slice('aws_'.length, address.indexOf('@')));

function keyOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}
