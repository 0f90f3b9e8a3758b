import { said } from '../../src/store/audit-fact.ts';
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/shared/identifiers.ts';
import { auditOf } from '../fakes/aliases.ts';
import { secret } from '../fakes/secrets.ts';
import { ALEX, PAYMENTS } from './company.ts';
import { openWorld } from './world.ts';
import { leaksIn } from './leaks.ts';
import { mail, PAY } from './mail.ts';
import { CODE, RESET, SECRET_WORDS } from './secret-mails.ts';

const found = (log: string, ...mails: readonly string[]): Promise<readonly string[]> =>
  leaksIn({ 'the log': log }, mails);

describe('the search at the end of every story', () => {
  it('finds nothing where nothing is', async () => {
    const log = '{"level":30,"time":1731942000731942,"entry":"AAkA731942x:0f8fad5b","msg":"a round ended"}';
    expect(await found(log, RESET, CODE, mail({ to: PAY }))).toEqual([]);
  });

  it.each([
    ['a subject', RESET, '{"subject":"Amazon Web Services Password Assistance"}'],
    ['a line', CODE, `{"err":{"message":"cannot parse ${SECRET_WORDS}"}}`],
    ['a code', CODE, '{"value":731942}'],
    ['a part of a link', RESET, '{"query":{"token":"no","key":"TOKENTOKEN42"}}'],
    [
      'a line of a page, encoded on the way',
      mail({
        to: PAY,
        headers: {
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Transfer-Encoding': 'base64',
        },
        text: Buffer.from('<p>He said "open\tsesame" twice</p>').toString('base64'),
      }),
      JSON.stringify({ excerpt: 'x He said "open\tsesame" twice x' }),
    ],
    [
      'a line within JSON within JSON',
      mail({ to: PAY, text: 'Say "friend" and enter' }),
      '"{\\"a\\":\\"Say \\\\\\"friend\\\\\\" and enter\\"}"',
    ],
  ])('finds %s of a mail', async (_, text, log) => {
    expect(await found(log, text)).not.toEqual([]);
  });

  it.each([
    ['a signed token', '{"t":"eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJib3QifQ.c2lnbmF0dXJl"}'],
    ['a token of Graph', '{"headers":{"x":"stand-token-Zm9v"}}'],
    ['a header', '{"authorization":"Bearer 0123456789abcdef0123"}'],
    ['a key in an address', '{"url":"/api/newAwsRootAccount?code=0123456789abcdef"}'],
    ['a storage key', '{"authorization":"SharedKeyLite account:c2lnbmF0dXJl"}'],
  ])('finds %s', async (_, log) => {
    expect(await found(log)).toHaveLength(1);
  });

  it('fails a story that leaves a noted secret in the table', async () => {
    const world = await openWorld();
    const reason = secret(`key-${newId()}`);
    await world.register.commit({ id: newId(), audit: [{ ...auditOf(undefined), reason: said(reason) }] });
    await expect(world[Symbol.asyncDispose]()).rejects.toThrow(`a secret in the table: ${reason}`);
  });

  it('fails a story that leaves a word of a mail in the log', async () => {
    const world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    // What the program says by itself, in a mail: that is found as well.
    await world.mailArrives(mail({ to: PAY, text: 'mailbox and ledger were compared' }));
    await world.sweeps();
    await world.reconciles();
    await expect(world[Symbol.asyncDispose]()).rejects.toThrow('text of a mail in the log: mailbox and');
  });
});
