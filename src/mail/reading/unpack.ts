import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** What was packed in a file; `complete` is false where something in it cannot be had. */
export interface Unpacked {
  readonly files: readonly PackedFile[];
  readonly complete: boolean;
}
export interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How many bytes may still be unpacked of one mail: a few kilobytes can pack gigabytes. */
export interface Allowance {
  bytes: number;
}

/** Most files of an archive that are looked into. */
const MAX_FILES = 100;
const NOTHING: Unpacked = { files: [], complete: false };

/** The files in a ZIP archive (office documents are such too) or gzip file; undefined where it is neither. */
export function unpack(file: PackedFile, allowance: Allowance): Unpacked | undefined {
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  if (bytes.length < 18) return undefined;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const content = within(allowance, (most) => gunzipSync(bytes, { maxOutputLength: most }));
    if (content === undefined) return NOTHING;
    return { files: [{ name: file.name.replace(/\.gz$/i, ''), bytes: content }], complete: true };
  }
  return bytes.readUInt32BE(0) === ZIP_START ? unzip(bytes, allowance) : undefined;
}

/** Text and links of a PDF lie in streams that are deflated one by one. */
export function inflatedStreams(bytes: Uint8Array, allowance: Allowance): readonly Uint8Array[] {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const streams: Uint8Array[] = [];
  let at = pdf.indexOf('stream');
  while (at >= 0 && streams.length < MAX_FILES) {
    const start = at + (pdf[at + 6] === 0x0d ? 8 : 7);
    const end = pdf.indexOf('endstream', start);
    if (end < 0) break;
    const isDeflated = (pdf[start] ?? 0) === 0x78;
    const content = isDeflated
      ? within(allowance, (most) => inflateSync(pdf.subarray(start, end), { maxOutputLength: most }))
      : undefined;
    if (content !== undefined) streams.push(content);
    at = pdf.indexOf('stream', end + 9);
  }
  return streams;
}

/** Runs what unpacks, and takes its output from the allowance; undefined where it fails or there is too much. */
function within(allowance: Allowance, inflate: (most: number) => Uint8Array): Uint8Array | undefined {
  if (allowance.bytes <= 0) return undefined;
  try {
    const content = inflate(allowance.bytes);
    allowance.bytes -= content.length;
    return content;
  } catch (error) {
    // Trying costs as much as having.
    const tooLarge = error instanceof RangeError;
    allowance.bytes = tooLarge ? 0 : Math.max(0, allowance.bytes - FAILED_COST);
    return undefined;
  }
}

const FAILED_COST = 1_000_000;
const ZIP_START = 0x504b0304;
const DIRECTORY_ENTRY = 0x504b0102;
const DIRECTORY_END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

/**
 * The entries of the central directory (PKWARE's APPNOTE, 4.3). Written here because libraries either trust the sizes that
 * the archive states or need a stream for each entry.
 */
function unzip(zip: Buffer, allowance: Allowance): Unpacked {
  const end = zip.lastIndexOf(DIRECTORY_END);
  if (end < 0 || end + 22 > zip.length) return NOTHING;
  const count = zip.readUInt16LE(end + 10);
  const files: PackedFile[] = [];
  let complete = count <= MAX_FILES;
  let at = zip.readUInt32LE(end + 16);
  for (let number = 0; number < Math.min(count, MAX_FILES); number++) {
    if (at + 46 > zip.length || zip.readUInt32BE(at) !== DIRECTORY_ENTRY) return { files, complete: false };
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.subarray(at + 46, at + 46 + nameLength).toString('utf8');
    const content = entryContent(zip, at, allowance);
    if (content === undefined) complete = false;
    else if (content.length > 0) files.push({ name, bytes: content });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  // Some programs go by the directory's size and show more files than the number that stands beside it.
  return { files, complete: complete && at === end };
}

/** The bytes of an entry; undefined where they are encrypted, packed in another way, or not there. */
function entryContent(zip: Buffer, entry: number, allowance: Allowance): Uint8Array | undefined {
  const method = zip.readUInt16LE(entry + 10);
  const size = zip.readUInt32LE(entry + 20);
  const local = zip.readUInt32LE(entry + 42);
  const encrypted = (zip.readUInt16LE(entry + 8) & 1) === 1;
  if (encrypted || local + 30 > zip.length) return undefined;
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + size);
  if (method === 0) return within(allowance, () => packed);
  return method === 8
    ? within(allowance, (most) => inflateRawSync(packed, { maxOutputLength: most }))
    : undefined;
}
