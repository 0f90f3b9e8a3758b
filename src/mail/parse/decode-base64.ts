/** The six bits that each byte stands for, also in the alphabet for URLs (RFC 4648, 5); of all other bytes none. */
const SIX_BITS = new Int8Array(256).fill(-1);
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
for (let value = 0; value < ALPHABET.length; value++) SIX_BITS[ALPHABET.charCodeAt(value)] = value;
SIX_BITS['-'.charCodeAt(0)] = ALPHABET.indexOf('+');
SIX_BITS['_'.charCodeAt(0)] = ALPHABET.indexOf('/');
const PADDING = '='.charCodeAt(0);

/**
 * RFC 2045, 6.8. Goes on behind padding, as mail clients do: there the next piece begins. Node stops at padding, and asking it for each
 * piece takes seconds where somebody has made millions of them.
 */
export function decodeBase64(body: Buffer): Buffer {
  const out = Buffer.allocUnsafe(Math.ceil((body.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let known = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] ?? PADDING;
    const six = SIX_BITS[byte] ?? -1;
    if (byte === PADDING) known = 0;
    if (six < 0) continue;
    bits = ((bits << 6) | six) & 0xff_ff;
    known += 6;
    if (known < 8) continue;
    known -= 8;
    out[length++] = (bits >> known) & 0xff;
  }
  return out.subarray(0, length);
}
