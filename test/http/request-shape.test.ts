import { expect, it } from 'vitest';
import { requestShapeOf } from '../../src/http/api/request-shape.ts';
import type { Request } from '../../src/requests/request.ts';

const at = new Date('2026-11-22T01:00:00Z');
const REQUEST: Request = {
  id: 'request',
  state: 'pending',
  asker: { id: 'ada-id', name: 'Ada', mail: 'ada@company.com' },
  accountName: 'payments',
  purpose: 'payments',
  environment: 'sandbox',
  channelId: '19:a@thread.tacv2',
  expectedAccountId: undefined,
  createdAt: at,
  approvals: [],
  settled: undefined,
  aliasAddress: undefined,
  remindedAt: undefined,
};

it.each([
  ['expired', '', 'nobody decided it in time'],
  ['approved', '', 'sandbox accounts need no approver'],
  // As earlier versions stored them.
  ['expired', 'nobody decided it in time', 'nobody decided it in time'],
  ['approved', 'sandbox accounts need no approver', 'sandbox accounts need no approver'],
] as const)(
  'a client reads why a request is %s that nobody settled (stored: "%s")',
  (state, comment, read) => {
    const request = { ...REQUEST, state, settled: { by: undefined, at, comment } };
    expect(requestShapeOf(request)).toMatchObject({ comment: read });
  },
);

it('a client reads what was said with a decision, and nothing else', () => {
  const settled = { by: REQUEST.asker, at, comment: '' };
  expect(requestShapeOf({ ...REQUEST, state: 'cancelled', settled })).toMatchObject({ comment: '' });
  expect(JSON.stringify(requestShapeOf(REQUEST))).not.toContain('comment');
});
