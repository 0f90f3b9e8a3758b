import { z } from 'zod';
import { PERSON } from '../../people/person.ts';
import { ENVIRONMENTS, REQUEST_STATES, type Request } from '../../requests/request.ts';
import { date, json, optionalDate, optionalJson, optionalText } from '../columns.ts';
import { key, ROOT } from '../keys.ts';
import { storedForm } from '../stored-form.ts';
import type { NewRow, Row } from '../table.ts';

const verdict = z.object({ by: PERSON, at: date, comment: z.string() });
const settled = z.object({ by: PERSON.optional(), at: date, comment: z.string() });

const form = storedForm<Request>({
  id: ['request_id', z.string()],
  state: ['request_state', z.enum(REQUEST_STATES)],
  asker: ['asker', json(PERSON)],
  client: ['asked_by_client', optionalText],
  accountName: ['wanted_name', z.string()],
  purpose: ['purpose', z.string()],
  environment: ['environment', z.enum(ENVIRONMENTS)],
  channelId: ['wanted_channel', z.string()],
  expectedAccountId: ['expected_account', optionalText],
  createdAt: ['created_at', date],
  approvals: ['approvals', json(z.array(verdict))],
  settled: ['settled', optionalJson(settled)],
  aliasAddress: ['alias_address', optionalText],
  remindedAt: ['reminded_at', optionalDate],
});

export const requestFromRow = (row: Row): Request => form.read(row);

export function requestRow(request: Request): NewRow {
  return { partitionKey: ROOT, rowKey: key.request(request.id), ...form.write(request) };
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
