import { describe, expect, it } from 'vitest';
import { createTableLedger } from '../../src/azure/table-ledger.ts';
import { SEVERITIES, type Severity } from '../../src/channels/mail-topics.ts';
import { ledgerIdOf, type LedgerEntry } from '../../src/mail/ledger.ts';
import { collect } from '../fakes/collect.ts';
import { silentLog } from '../fakes/log.ts';
import { openOwnTable } from './storage.ts';

const HOUR_MS = 60 * 60_000;
const at = (hours: number): Date => new Date(Date.parse('2026-11-22T12:00:00Z') + hours * HOUR_MS);

function entry(messageId: string, severity: Severity, receivedAt: Date): LedgerEntry {
  return {
    id: ledgerIdOf(messageId, undefined),
    messageId,
    aliasId: undefined,
    triageReason: { code: 'no-alias' },
    receivedAt,
    category: 'billing',
    severity,
    genuine: 'yes',
    withheld: false,
    announced: false,
    accountId: undefined,
    readable: true,
  };
}

describe('mail that waits', () => {
  it('comes out by severity and then by age, however it came in; the oldest is known all the same', async () => {
    const ledger = createTableLedger(await openOwnTable(), silentLog());
    expect(await ledger.oldestWaiting()).toBeUndefined();
    const hours = [3, 1, 2];
    await ledger.record(
      hours.flatMap((hour) =>
        SEVERITIES.toReversed().map((severity) => entry(`${severity} ${hour}`, severity, at(hour))),
      ),
    );
    await ledger.record([entry('info 0', 'info', at(0))]);
    const waiting = await collect(ledger.waiting.due(new Date()));
    expect(waiting.map(({ job }) => job.messageId)).toEqual([
      ...(['urgent', 'action', 'notice'] as const).flatMap((severity) =>
        [1, 2, 3].map((hour) => `${severity} ${hour}`),
      ),
      ...[0, 1, 2, 3].map((hour) => `info ${hour}`),
    ]);
    expect(await ledger.oldestWaiting()).toEqual(at(0));
    for (const item of waiting) {
      const above = await collect(ledger.waiting.moreUrgent(item, new Date()));
      const ranks = SEVERITIES.slice(0, SEVERITIES.indexOf(item.job.severity));
      expect(new Set(above.map(({ job }) => job.severity))).toEqual(new Set(ranks));
    }
  });
});
