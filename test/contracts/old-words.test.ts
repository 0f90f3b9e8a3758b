import { describe, expect, it } from 'vitest';
import { triageWords } from '../../cards/triage-words.ts';
import { english } from '../../cards/texts/languages.ts';
import { copyFromRow } from '../../src/azure/rows/copy-row.ts';
import { entryFromRow } from '../../src/azure/rows/ledger-row.ts';
import type { Row } from '../../src/azure/table.ts';
import type { TriageReason } from '../../src/messages/triage-reason.ts';

/** Sentences as earlier versions stored them, and such as a later one may: all of them are shown as they are. */
const SENTENCES = [
  'Nobody has aws_a@company.com, aws_b@company.com and 9997 more.',
  'Nobody acknowledged this urgent mail for 60 minutes.',
  '{"code":"of a later version"}',
];

function row(columns: Readonly<Record<string, string | boolean>>): Row {
  return { partitionKey: 'ledger', rowKey: 'key', etag: 'etag', ...columns };
}

function words(reason: TriageReason | undefined): string | undefined {
  return reason && triageWords(english, reason);
}

describe('what was stored in words is shown as it is', () => {
  it.each(SENTENCES)('in the ledger: %s', (sentence) => {
    const entry = entryFromRow(
      row({
        entry_id: 'message:triage',
        message_id: 'message',
        alias_id: '',
        triage_reason: sentence,
        received_at: '2025-11-22T01:00:00.000Z',
        category: 'billing',
        severity: 'info',
        genuine: 'yes',
        withheld: false,
        account_id: '',
      }),
    );
    expect(words(entry.triageReason)).toBe(sentence);
  });

  it.each(SENTENCES)('beside a posted card: %s', (sentence) => {
    const copy = copyFromRow(
      row({
        conversation_id: '19:a@thread.tacv2;messageid=1',
        activity_id: '1',
        service_url: 'https://teams.example/',
        look: JSON.stringify({ triageReason: sentence, mayBeRepeat: true }),
      }),
    );
    expect(words(copy.look?.triageReason)).toBe(sentence);
  });
});
