import * as fc from '../fast-check.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../src/http/api/api-operations.ts';
import { added, allottedAlias, freeAlias, PAYMENTS } from '../fakes/aliases.ts';
import { createMemoryTable } from '../../harness/memory-table.ts';
import { makeKey, openApi, type ApiFront } from '../http/api-front.ts';
import { casesOf, SEEDED } from './cases.ts';
import { isPolluted, oddValue } from './odd.ts';
import { printable } from './texts.ts';

const KEY = makeKey('fuzzer', 'Aliases.Read', 'Aliases.Allot', 'Aliases.Manage', 'Aliases.Request');
const ALIASES = [
  allottedAlias(freeAlias(), { accountId: '012345678901' }),
  allottedAlias(freeAlias(), { accountId: '012345678902' }),
] as const;
const MAIL = ALIASES[0].owner?.mail ?? '';

const word = fc.oneof(
  fc.constantFrom(ALIASES[0].address, '012345678901', MAIL, PAYMENTS, 'production', 'x', '12345678901'),
  fc.constantFrom(
    "' or 1 eq 1 or '",
    "x' or PartitionKey eq 'root",
    '%27%20or%201%20eq%201',
    '*',
    '../../',
    '~',
  ),
  printable,
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const NAMES = [
  'aws_mail',
  'user_mail',
  'aws_account_id',
  'account_name',
  'channel_id',
  'purpose',
  'environment',
  'reason',
  'idempotency_key',
  '__proto__',
  'constructor',
] as const;
const named = fc.array(
  fc.tuple(
    fc.constantFrom(...NAMES),
    fc.oneof({ weight: 3, arbitrary: word }, { weight: 1, arbitrary: oddValue }),
  ),
  { maxLength: 5 },
);
const body = fc.oneof(
  { weight: 5, arbitrary: named.map((pairs) => JSON.stringify(Object.fromEntries(pairs))) },
  { weight: 1, arbitrary: oddValue.map((value) => JSON.stringify(value) ?? '') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);
const query = fc
  .array(fc.tuple(fc.constantFrom('aws_mail', 'user_mail', 'aws_account_id', 'x'), word), { maxLength: 3 })
  .map((pairs) =>
    pairs.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&'),
  );
const operation = fc.constantFrom(...OPERATIONS);
const id = word.map((text) => encodeURIComponent(text.toWellFormed()));
/** What HTTP lets through in a header. */
const header = fc.string({ unit: fc.constantFrom(...Array.from('abAB09 ~!"\'{}$%\\/')), maxLength: 40 });

const METHODS = { get: 'GET', post: 'POST', put: 'PUT', delete: 'DELETE' } as const;

/** The aliases in an answer, each with its owner's address: a call before may have given one to whoever is asked for. */
function aliasesIn(answer: unknown): readonly (readonly string[])[] {
  return [...JSON.stringify(answer ?? null).matchAll(/\{[^{}]*"aws_mail":"([^"]*)"[^{}]*\}/g)].map(
    ([row, address = '']) => [address, ...(/"user_mail":"([^"]+)"/.exec(row)?.slice(1) ?? [])],
  );
}

describe(`calls of the API (${SEEDED})`, () => {
  let api: ApiFront;
  beforeAll(async () => {
    api = await openApi({
      table: createMemoryTable(async () => undefined),
      pool: 3,
      access: { keys: [KEY.entry], callsPerMinute: 10_000_000 },
      policy: { openRequestsMost: 10 },
    });
    for (const alias of ALIASES) await added(api.register, alias);
  });
  afterAll(() => api[Symbol.asyncDispose]());

  it('are answered as the document says, with nothing that was not asked for', async () => {
    await fc.assert(
      fc.asyncProperty(
        operation,
        id,
        query,
        body,
        header,
        async ({ method, path }, part, asked, sent, key) => {
          const { status, body: answer } = await api.call({
            method: METHODS[method],
            path: `/api/${path.replace(':id', part)}${asked === '' ? '' : `?${asked}`}`,
            headers: {
              'x-functions-key': KEY.key,
              'content-type': 'application/json',
              'idempotency-key': key,
            },
            ...(method === 'get' ? {} : { body: sent }),
          });
          expect(status).toBeLessThan(500);
          const words = decodeURIComponent(asked).toLowerCase();
          const isAsked = (address: string): boolean =>
            words.includes(address) || words.includes(MAIL) || /\d{11}/.test(words);
          expect(method === 'get' ? aliasesIn(answer).filter((its) => !its.some(isAsked)) : []).toEqual([]);
          expect(isPolluted()).toBe(false);
        },
      ),
      casesOf('API calls'),
    );
  });
});
