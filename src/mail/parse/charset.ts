import iconv from 'iconv-lite';

const LOOKED_AT = 4_000;

/**
 * Text of a part in its charset; UTF-8 where none is named, Windows-1252 where that does not fit.
 *
 * What the bytes show counts more than what the header says, as in mail clients: a byte order mark, or the zeros of
 * UTF-16 and UTF-32, which a search for ASCII would stumble over.
 */
export function decodeText(bytes: Uint8Array, charset: string | undefined): string {
  const name = (charset ?? '').trim().toLowerCase();
  const wide = wideEncoding(bytes, name);
  if (wide !== undefined) return iconv.decode(bytes, wide);
  const declared = /^u(?:tf|cs)-?(?:16|32|2|4)/.test(name) ? 'utf-8' : name;
  const text = decoded(bytes, declared) ?? new TextDecoder('utf-8').decode(bytes);
  return isWrongCharset(text) ? new TextDecoder('windows-1252').decode(bytes) : text;
}

/** Whether the charset is one that nobody here can read, and the bytes are not ASCII either. */
export function isUnknownCharset(bytes: Uint8Array, charset: string | undefined): boolean {
  const name = (charset ?? '').trim().toLowerCase();
  if (decoded(bytes.subarray(0, 1), name) !== undefined) return false;
  // These write foreign characters, digits too, in ASCII.
  return /^(?:hz|iso-?2022|utf-?7)/.test(name) || bytes.some((byte) => byte >= 0x80);
}

type Wide = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

function wideEncoding(bytes: Uint8Array, name: string): Wide | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'utf-32le' : 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'utf-32be';
  const zeros = [0, 0, 0, 0];
  const looked = Math.min(bytes.length, LOOKED_AT);
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) zeros[at % 4] = (zeros[at % 4] ?? 0) + 1;
  const [one = 0, two = 0, three = 0, four = 0] = zeros;
  const most = looked / 8;
  if (one > most && two > most && three > most) return 'utf-32be';
  if (two > most && three > most && four > most) return 'utf-32le';
  // Fewer zeros where Japanese is between the digits; but a few zeros alone prove nothing.
  const some = /^u(?:tf|cs)/.test(name) ? looked / 40 : looked / 6;
  if (two + four > some && one + three < some) return 'utf-16le';
  if (one + three > some && two + four < some) return 'utf-16be';
  const isAscii = bytes.subarray(0, looked).every((byte) => byte < 0x80 && byte > 0x08);
  if (isAscii || !/^u(?:tf|cs)-?(?:16|2)/.test(name)) return undefined;
  return /16-?be/.test(name) ? 'utf-16be' : 'utf-16le';
}

function decoded(bytes: Uint8Array, name: string): string | undefined {
  if (name === '' || name === 'us-ascii') return new TextDecoder('utf-8').decode(bytes);
  try {
    return new TextDecoder(name).decode(bytes);
  } catch {
    // Not one of the web's charsets (encoding.spec.whatwg.org): UTF-7, old PC and Mac code pages.
    const isKnown = !/base|hex|binary/.test(name) && iconv.encodingExists(name);
    return isKnown ? iconv.decode(bytes, name) : undefined;
  }
}

const LOW_SURROGATE = 0xdc00;

/** More characters that could not be decoded than foreign ones that could. */
function isWrongCharset(text: string): boolean {
  if (!text.includes('\ufffd')) return false;
  let lost = 0;
  let foreign = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0xfffd) lost++;
    else if (unit > 0x7f && (unit & 0xfc00) !== LOW_SURROGATE) foreign++;
  }
  return lost > foreign;
}
