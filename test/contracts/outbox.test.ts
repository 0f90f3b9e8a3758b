import { expect, it } from 'vitest';
import { errandRow } from '../../src/azure/errand-row.ts';
import { key, ROOT } from '../../src/azure/keys.ts';
import { createTableOutbox } from '../../src/azure/outbox.ts';
import { newId } from '../../src/identifiers.ts';
import type { Errand } from '../../src/outgoing/message.ts';
import { collect } from '../fakes/collect.ts';
import { silentLog } from '../fakes/log.ts';
import { openOwnTable } from './storage.ts';

const AT = new Date('2026-11-22T12:00:00Z');
const requestId = newId();
const ERRANDS: readonly Errand[] = [
  { kind: 'approval-wanted', requestId, to: { kind: 'approvals' } },
  { kind: 'redraw-request', requestId },
  { kind: 'asker-told', requestId, to: { kind: 'person', personId: 'alex' } },
  { kind: 'channel-told', requestId, to: { kind: 'channel', channelId: '19:a@thread.tacv2' } },
  { kind: 'pool-empty', requestId, to: { kind: 'triage' } },
];

it('errands come out of the table as they went in, in the order of the changes that they tell of', async () => {
  const table = await openOwnTable();
  const change = newId();
  const rows = ERRANDS.map((errand, position) => errandRow(key.errand(AT, change, position), errand, AT));
  await table.transaction(rows.map((row) => ({ kind: 'create', row })));
  // Beside aliases, requests and index rows of the same partition.
  await table.write({ kind: 'create', row: { partitionKey: ROOT, rowKey: '~channel:x' } });
  const due = await collect(createTableOutbox(table, silentLog()).due(AT));
  expect(due.map(({ task }) => task)).toEqual(ERRANDS);
});

it('an errand that a newer version wrote is left alone, and the others go out', async () => {
  const table = await openOwnTable();
  const [first] = ERRANDS;
  if (first === undefined) throw new Error('there are errands');
  const good = errandRow(key.errand(AT, newId(), 0), first, AT);
  const strange = { ...errandRow(key.errand(new Date(0), newId(), 0), first, AT), errand: '{"kind":"sing"}' };
  await table.transaction([good, strange].map((row) => ({ kind: 'create', row })));
  const due = await collect(createTableOutbox(table, silentLog()).due(AT));
  expect(due.map(({ task }) => task)).toEqual([first]);
});
