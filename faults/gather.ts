import { odata, TableClient } from '@azure/data-tables';
import { z } from 'zod';
import type { Register } from '../src/register.ts';
import { mailOn } from './mailbox.ts';
import type { Office } from './office.ts';
import { TABLE } from '../harness/register.ts';
import type { AuditFact, RequestFact, World } from './world.ts';

/** Clocks were wrong by hours at most. */
const LAST_AUDIT_MS = 10 * 24 * 60 * 60_000;

/** Everything as it is now, read beside all the bad ways. */
export async function gather(office: Office, faultsEndedAt: number, now: Date): Promise<World> {
  const { register } = office.stand;
  const { names, messages } = await messagesIn(office);
  const audit: AuditFact[] = [];
  for await (const { action, aliasId, requestId } of register.audit(
    new Date(0),
    new Date(Date.now() + LAST_AUDIT_MS),
  )) {
    audit.push({ action, aliasId, requestId });
  }
  const aliases: World['aliases'][number][] = [];
  for await (const { value } of register.everyAlias()) {
    const { id, address, state, owner, accountId, ownership } = value;
    aliases.push({
      id,
      address,
      state,
      ownerMail: owner?.mail,
      accountId,
      since: ownership?.since.toISOString(),
    });
  }
  const acknowledged: World['acknowledged'][number][] = [];
  const revealsOver: string[] = [];
  for await (const handling of register.everyHandling()) {
    const { ledgerId, aliasId } = handling;
    if (handling.acknowledged !== undefined) acknowledged.push({ ledgerId, aliasId });
    if (handling.reveals.length === 0 || handling.reveals.some(({ state }) => state !== 'over')) continue;
    const name = names.get(ledgerId.slice(0, ledgerId.lastIndexOf(':')));
    if (name !== undefined) revealsOver.push(name);
  }
  const requestIds = new Set([...office.takenForms, ...audit.flatMap(({ requestId }) => requestId ?? [])]);
  const waiting = await waitingIn(office.stand.connectionString, now);
  return {
    mails: office.mails,
    messages,
    requests: await requestsOf(register, requestIds),
    aliases,
    audit,
    acknowledged,
    revealsOver,
    knownCards: await knownCardsIn(office.stand.connectionString),
    waiting: waiting.now,
    waitingLater: waiting.later,
    waitingMails: new Set(waiting.messageIds.flatMap((id) => names.get(id) ?? [])),
    told: office.told,
    unanswered: office.unanswered,
    faultsEndedAt,
  };
}

/** What is in Teams, with the mail that each message is about; asks nothing of the table. */
export async function messagesIn({
  stand,
}: Office): Promise<{ readonly names: ReadonlyMap<string, string>; readonly messages: World['messages'] }> {
  const names = await stand.mailbox.names();
  return {
    names,
    messages: stand.recorder.messages().map((message) => ({ ...message, mail: mailOn(names, message) })),
  };
}

async function requestsOf(register: Register, ids: Iterable<string>): Promise<RequestFact[]> {
  const facts: RequestFact[] = [];
  for (const id of ids) {
    // Reveals have ids in the audit as well.
    const request = (await register.request(id))?.value;
    if (request === undefined) continue;
    const { state, asker, accountName, aliasAddress } = request;
    facts.push({ id, state, askerId: asker.id, accountName, aliasAddress });
  }
  return facts;
}

const Task = z.object({
  partitionKey: z.string(),
  rowKey: z.string(),
  due_at: z.string(),
  parked: z.boolean(),
  /** Of a mail that waits for its delivery. */
  message_id: z.string().optional(),
});

/** Queued jobs: `now` those that are due at the moment, or that wait for a channel to be linked, because nobody links one any more. */
export async function waitingIn(
  connectionString: string,
  now: Date,
): Promise<Record<'now' | 'later' | 'messageIds', readonly string[]>> {
  const found = { now: [] as string[], later: [] as string[], messageIds: [] as string[] };
  for await (const row of rowsOf(connectionString, odata`due_at gt ${''}`)) {
    const { partitionKey, rowKey, due_at: dueAt, parked, message_id: messageId } = Task.parse(row);
    if (messageId !== undefined) found.messageIds.push(messageId);
    const words = `${partitionKey} ${rowKey} ${parked ? 'waits for a link' : `is due at ${dueAt}`}`;
    (parked || new Date(dueAt) <= now ? found.now : found.later).push(words);
  }
  return found;
}

const Place = z.object({ conversation_id: z.string(), activity_id: z.string() });

async function knownCardsIn(connectionString: string): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for await (const row of rowsOf(connectionString, odata`activity_id gt ${''}`)) {
    const place = Place.parse(row);
    found.add(`${place.conversation_id} ${place.activity_id}`);
  }
  return found;
}

function rowsOf(connectionString: string, filter: string): AsyncIterable<unknown> {
  const table = TableClient.fromConnectionString(connectionString, TABLE, { allowInsecureConnection: true });
  return table.listEntities({ queryOptions: { filter } });
}
