import * as fc from '../fast-check.ts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listOf } from '../../src/graph/list-of.ts';
import { parseMessage } from '../../src/graph/parse-message.ts';

const recipient = (address: unknown, name: unknown = 'Ada'): unknown => ({ emailAddress: { name, address } });

const WHOLE = {
  id: 'AAkALgAA1',
  subject: 'Your bill',
  from: recipient('no-reply@signin.aws', 'AWS'),
  toRecipients: [recipient('aws_1@company.com')],
  ccRecipients: [recipient('aws_2@company.com')],
  bccRecipients: [],
  receivedDateTime: '2026-11-22T12:00:00Z',
  internetMessageHeaders: [{ name: 'Subject', value: 'Your bill' }],
  singleValueExtendedProperties: [{ id: 'String 0x7d', value: 'To: aws_1@company.com\r\n' }],
  body: { contentType: 'html', content: '<p>Hello</p>' },
  hasAttachments: false,
  webLink: 'https://outlook.office365.com/owa/',
};

/** What Graph has been seen to put in the place of something, and what it might. */
const odd = fc.oneof(
  fc.constantFrom(null, undefined, '', 0, true, [], {}, [null], { emailAddress: null }, [{ name: null }]),
  fc.jsonValue(),
);

/** The places in a value: paths of keys. */
function placesIn(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [key],
    ...placesIn(inner).map((rest) => [key, ...rest]),
  ]);
}

function withOdd(value: unknown, [first, ...rest]: readonly string[], put: unknown): unknown {
  if (first === undefined) return put;
  if (Array.isArray(value)) {
    return value.map((each, index) => (String(index) === first ? withOdd(each, rest, put) : each));
  }
  if (typeof value !== 'object' || value === null) return put;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === first ? withOdd(inner, rest, put) : inner]),
  );
}

describe('a message of Graph', () => {
  it('is read whatever is in any place of it, as long as it has an id', () => {
    const places = placesIn(WHOLE).filter(([first]) => first !== 'id');
    fc.assert(
      fc.property(fc.subarray([...places], { minLength: 1 }), fc.infiniteStream(odd), (chosen, oddities) => {
        let answer: unknown = WHOLE;
        for (const place of chosen) answer = withOdd(answer, place, oddities.next().value);
        const read = parseMessage(answer);
        expect(read.id).toBe(WHOLE.id);
        expect(Number.isNaN(read.receivedAt.getTime())).toBe(false);
        for (const { address, name } of [...read.to, ...read.cc, ...read.bcc]) {
          expect([typeof address, typeof name]).toEqual(['string', 'string']);
        }
      }),
    );
  });

  it('loses the odd element of a list and nothing beside it', () => {
    const oddOnes = [null, {}, { emailAddress: null }, recipient(null), recipient('')];
    const read = parseMessage({
      ...WHOLE,
      from: null,
      toRecipients: [...oddOnes, recipient('aws_1@company.com', null), null],
      internetMessageHeaders: [
        null,
        { name: null, value: 'x' },
        { name: 'X-One', value: null },
        { name: 'X-Two', value: '2' },
      ],
      singleValueExtendedProperties: [
        null,
        { id: null },
        { id: 'String 0x7D', value: 'To: aws_1@company.com' },
      ],
    });
    expect(read.from).toBeUndefined();
    expect(read.to).toEqual([{ name: '', address: 'aws_1@company.com' }]);
    expect(read.cc).toEqual([{ name: 'Ada', address: 'aws_2@company.com' }]);
    expect(read.internetHeaders).toEqual([
      { name: 'X-One', value: '' },
      { name: 'X-Two', value: '2' },
    ]);
    expect(read.transportHeaders).toBe('To: aws_1@company.com');
  });

  it('without an id is none', () => {
    for (const id of [null, undefined, '', 7])
      expect(() => parseMessage({ ...WHOLE, id })).toThrow(z.ZodError);
  });
});

describe('a list of Graph', () => {
  it('that is none is not taken for an empty one: nothing was listed, not no message', () => {
    for (const none of [null, undefined, {}, ''])
      expect(listOf(z.string()).safeParse(none).success).toBe(false);
    expect(listOf(z.string()).parse(['a', null, 1, 'b'])).toEqual(['a', 'b']);
  });
});
