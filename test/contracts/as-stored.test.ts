import { describe, expect, it } from 'vitest';
import { auditWords } from '../../cards/audit-words.ts';
import { english } from '../../cards/texts/languages.ts';
import { triageWords } from '../../cards/triage-words.ts';
import { auditFromRow } from '../../src/azure/rows/audit-row.ts';
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

function sentenceOf(reason: TriageReason | undefined): string | undefined {
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
    expect(sentenceOf(entry.triageReason)).toBe(sentence);
  });

  it('beside a posted card, with a code that only a later version knows', () => {
    const triageReason = { code: 'of-a-later-version' };
    const copy = copyFromRow(
      row({
        conversation_id: '19:a@thread.tacv2;messageid=1',
        activity_id: '1',
        service_url: 'https://teams.example/',
        look: JSON.stringify({ triageReason }),
      }),
    );
    expect(sentenceOf(copy.look?.triageReason)).toBe(JSON.stringify(triageReason));
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
    expect(sentenceOf(copy.look?.triageReason)).toBe(sentence);
  });
});

/** Lines of history as they were stored before there were codes: action, before, after, reason. */
const LINES: readonly (readonly [string, string, string, string])[] = [
  ['allot', 'free', 'allotted to ada@company.com', ''],
  ['transfer', 'owned by ada@company.com', 'owned by bea@company.com, mail to Pay / roll / aws', 'moved'],
  ['add', '', 'free: aws_a@company.com; held: aws_b@company.com', 'on aws-root-01@company.com'],
  ['adopt', 'state="" in_use=true user_mail="a" aws_account_id=""', 'retired', 'address-twice'],
  ['expire', 'pending', 'expired', 'nobody decided it in time'],
  ['reveal-wanted', 'not shown', 'waits for an approver', 'billing mail of 2025-11-22T01:00:00.000Z'],
  ['reveal-shown', 'to be shown', 'shown to Ada (ada-id)', 'billing mail of 2025-11-22T01:00:00.000Z'],
  ['reveal-over', 'shown', 'over: time', 'password-reset mail of 2025-11-22T01:00:00.000Z'],
  ['reveal-over', 'agreed', 'over: something of an earlier version', 'another mail'],
  ['quiet', 'nothing quiet', 'billing daily', 'Payments / aws'],
  ['release', 'allotted to a@company.com', 'retired', '{"code":"said","text":"typed by a person"}'],
];

function auditLine(action: string, before: string, after: string, reason: string) {
  return auditFromRow(
    row({
      happened_at: '2025-11-22T02:00:00.000Z',
      actor: '{"kind":"person","id":"ada-id","name":"Ada"}',
      action,
      alias_id: 'alias',
      request_id: '',
      before,
      after,
      reason,
    }),
  );
}

describe('a line of history from before there were codes', () => {
  it.each(LINES)('%s: says what it said: %s → %s (%s)', (action, ...words) => {
    const { before, after, reason } = auditLine(action, ...words);
    expect([before, after, reason].map((fact) => auditWords(english, fact))).toEqual(words);
  });

  it('tells what is asked of reveals, and which mail it is about', () => {
    expect(
      auditLine('reveal-over', 'shown', 'over: time', 'billing mail of 2025-11-22T01:00:00.000Z'),
    ).toMatchObject({
      before: { code: 'state', state: 'shown' },
      after: { code: 'reveal-over', because: 'time' },
      reason: { code: 'mail', category: 'billing', receivedAt: new Date('2025-11-22T01:00:00Z') },
    });
  });

  it('is about no mail where a person typed that', () => {
    const words = 'billing mail of 2025-11-22T01:00:00.000Z';
    expect(auditLine('release', 'free', 'free', words).reason).toEqual({ code: 'as-stored', text: words });
  });
});

it('a line of history with a code that only a later version knows is shown as it is', () => {
  const stored = { code: 'of-a-later-version', more: 1 };
  const { before, after } = auditFromRow(
    row({
      happened_at: '2025-11-22T02:00:00.000Z',
      actor: '{"kind":"system","name":"schedule"}',
      action: 'free',
      facts: JSON.stringify({ before: stored }),
    }),
  );
  expect(after).toBeUndefined();
  expect(auditWords(english, before)).toBe(JSON.stringify(stored));
});
