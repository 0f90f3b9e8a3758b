import { z } from 'zod';
import { PERSON } from '../../people/person.ts';
import { ENVIRONMENTS, REQUEST_STATES, type Request } from '../../requests/request.ts';
import { date, dateColumn, json, optionalDate, optionalText, text, textColumn } from '../columns.ts';
import { key, ROOT } from '../keys.ts';
import type { NewRow, Row } from '../table.ts';

const verdict = z.object({ by: PERSON, at: date, comment: z.string() });
const settled = z.object({ by: PERSON.optional(), at: date, comment: z.string() });

const schema = z.object({
  request_id: z.string(),
  request_state: z.enum(REQUEST_STATES),
  asker: json(PERSON),
  asked_by_client: optionalText,
  wanted_name: z.string(),
  purpose: z.string(),
  environment: z.enum(ENVIRONMENTS),
  wanted_channel: z.string(),
  expected_account: optionalText,
  created_at: date,
  approvals: json(z.array(verdict)),
  settled: text,
  alias_address: optionalText,
  reminded_at: optionalDate,
});

export function requestFromRow(row: Row): Request {
  const columns = schema.parse(row);
  return {
    id: columns.request_id,
    state: columns.request_state,
    asker: columns.asker,
    client: columns.asked_by_client,
    accountName: columns.wanted_name,
    purpose: columns.purpose,
    environment: columns.environment,
    channelId: columns.wanted_channel,
    expectedAccountId: columns.expected_account,
    createdAt: columns.created_at,
    approvals: columns.approvals,
    settled: columns.settled === '' ? undefined : settledFrom(columns.settled),
    aliasAddress: columns.alias_address,
    remindedAt: columns.reminded_at,
  };
}

function settledFrom(column: string): Request['settled'] {
  const { by, at, comment } = json(settled).parse(column);
  return { by, at, comment };
}

export function requestRow(request: Request): NewRow {
  return {
    partitionKey: ROOT,
    rowKey: key.request(request.id),
    request_id: request.id,
    request_state: request.state,
    asker: JSON.stringify(request.asker),
    asked_by_client: textColumn(request.client),
    wanted_name: request.accountName,
    purpose: request.purpose,
    environment: request.environment,
    wanted_channel: request.channelId,
    expected_account: textColumn(request.expectedAccountId),
    created_at: dateColumn(request.createdAt),
    approvals: JSON.stringify(request.approvals),
    settled: request.settled === undefined ? '' : JSON.stringify(request.settled),
    alias_address: textColumn(request.aliasAddress),
    reminded_at: dateColumn(request.remindedAt),
  };
}

/** Keys of the index rows that stand for the request: that of its asker stays, the others only while it is pending. */
export function requestIndexKeys({ id, asker, createdAt, state }: Request): readonly string[] {
  const asked = key.asked(asker.id, createdAt, id);
  return state === 'pending' ? [asked, key.open(asker.id, id), key.pending(id)] : [asked];
}

export function requestIndexRow(rowKey: string, request: Request): NewRow {
  return { partitionKey: ROOT, rowKey, request_id: request.id };
}

export const requestPointer = z.object({ request_id: z.string() });
