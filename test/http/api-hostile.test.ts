import * as fc from '../fast-check.ts';
import { expect, it } from 'vitest';
import { cases } from '../cases.ts';
import { ENGINEER, OLD_KEY, openApi } from './api-front.ts';

/** Text that has broken something somewhere: in filters, keys of rows, paths, templates, numbers, prototypes. */
const text = fc.oneof(
  fc.constantFrom(
    "' or '1' eq '1",
    '../../~channel:x',
    'a/b\\c#d?e',
    '${7*7}',
    '{{DATE(2031-12-31T00:00:00Z)}}',
  ),
  fc.constantFrom(
    '\u0000',
    '\ud800',
    '\u202e',
    '\u200b',
    '\ufeff',
    'İ',
    'ß',
    'x'.repeat(5_000),
    '9'.repeat(400),
  ),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '<at>x</at>',
    '',
    ' ',
    '-0',
    '1e999',
    'NaN',
    'null',
  ),
  fc.constantFrom(ENGINEER.mail, ENGINEER.mail.toUpperCase(), 'a@b.c', '123456789012', 'aws_x@company.com'),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.emailAddress(),
);
const value = fc.oneof({ weight: 4, arbitrary: text }, fc.jsonValue(), fc.double(), fc.maxSafeInteger());
const name = fc.oneof(
  fc.constantFrom(
    'user_mail',
    'USER_MAIL',
    'account_name',
    'channel_id',
    'idempotency_key',
    'purpose',
    'reason',
  ),
  fc.constantFrom(
    'aws_mail',
    'aws_account_id',
    'environment',
    '__proto__',
    'constructor',
    'toString',
    'length',
  ),
  text,
);
const body = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.tuple(name, value), { maxLength: 8 }).map(object) },
  fc.jsonValue().map((given) => JSON.stringify(given)),
  text,
);
const query = fc
  .array(fc.tuple(name, text), { maxLength: 4 })
  .map((pairs) => pairs.map((pair) => pair.map((part) => encodeURIComponent(part.toWellFormed())).join('=')))
  .map((pairs) => pairs.join('&'));
const call = fc.oneof(
  fc.record({ method: fc.constant('GET'), path: query.map((asked) => `/api/getAwsRootAccount?${asked}`) }),
  fc.record({
    method: fc.constant('GET'),
    path: text.map((id) => `/api/requests/${encodeURIComponent(id.toWellFormed())}`),
  }),
  fc.record({ method: fc.constant('POST'), path: fc.constant('/api/newAwsRootAccount'), body }),
  fc.record({ method: fc.constant('PUT'), path: fc.constant('/api/updateAwsRootAccount'), body }),
  fc.record({ method: fc.constant('DELETE'), path: fc.constant('/api/deleteAwsRootAccount'), body }),
);

/** As text, because an object would lose a name that is there twice, and its prototype. */
function object(pairs: readonly (readonly [string, unknown])[]): string {
  const parts = pairs.map(([key, inner]) => `${JSON.stringify(key)}:${JSON.stringify(inner) ?? 'null'}`);
  return `{${parts.join(',')}}`;
}

it('whatever a client sends is answered as the document says, never with 5xx, and pollutes nothing', async () => {
  await using api = await openApi({ pool: 3, access: { callsPerMinute: 1_000_000 } });
  const keys = Object.getOwnPropertyNames(Object.prototype);
  const property = fc.asyncProperty(fc.array(call, { minLength: 5, maxLength: 10 }), async (calls) => {
    const headers = { 'x-functions-key': OLD_KEY.key };
    const answers = await Promise.all(calls.map((sent) => api.call({ headers, ...sent })));
    expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
  });
  await fc.assert(property, { numRuns: cases(120) });
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(keys);
  expect(await api.log()).not.toContain('"level":50');
});
