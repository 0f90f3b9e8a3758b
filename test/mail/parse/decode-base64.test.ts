import { array, assert, constantFrom, property, string } from '../../fast-check.ts';
import { expect, it } from 'vitest';
import { decodeBase64 } from '../../../src/mail/parse/decode-base64.ts';

/** What Node reads of each piece between paddings. */
function inPieces(text: string): Buffer {
  return Buffer.concat(text.split('=').map((piece) => Buffer.from(piece, 'base64')));
}

it('reads what Node reads, piece by piece, whatever is between', () => {
  const part = constantFrom('A', 'QUJD', 'eg==', '=', '\r\n', ' ', '-_', '+/', '*', 'é', '\u0000', 'zz9');
  const text = array(part, { maxLength: 40 }).map((parts) => parts.join(''));
  const same = (written: string): void => {
    const body = Buffer.from(written, 'latin1');
    expect(decodeBase64(body).toString('hex')).toBe(inPieces(body.toString('latin1')).toString('hex'));
  };
  assert(property(text, same), { numRuns: 1_000 });
  assert(property(string({ unit: 'binary' }), same), { numRuns: 500 });
});
