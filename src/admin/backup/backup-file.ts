import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { wholeRowSchema, type WholeRow } from '../../azure/whole-table.ts';
import { jsonIn } from '../../shared/json-in.ts';
import { AdminFault } from '../command-output.ts';
import { unreadable } from '../files/file-trouble.ts';

/** Rises when a file cannot be read by what was before. */
const VERSION = 1;

/** The first line of a backup. */
const headerSchema = z.strictObject({
  backup: z.literal('rootdesk'),
  version: z.number().int(),
  /** Name of the table. */
  table: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  /** Lines after this one, each a row. A row that changed while the table was read is there again; the last one counts. */
  lines: z.number().int(),
  /** So many of them are the table as it was read first; the others changed meanwhile. */
  firstPass: z.number().int(),
  /** Lines a partition. */
  partitions: z.record(z.string(), z.number().int()),
  /** Whether nothing changed while what had changed was read. */
  settled: z.boolean(),
  /** SHA-256 of all lines after this one, in hexadecimal digits. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type BackupHeader = z.infer<typeof headerSchema>;

/** The first line is written last, over blanks that were left for it. */
const HEADER_BYTES = 2_048;
const FLUSH_BYTES = 256 * 1024;

/** A backup that is being written: it is one when it was ended, and none before. */
export interface BackupWriter {
  add(row: WholeRow): Promise<void>;
  end(
    about: Pick<BackupHeader, 'table' | 'startedAt' | 'finishedAt' | 'firstPass' | 'settled'>,
  ): Promise<BackupHeader>;
}

/** Writes a backup into an empty file. */
export function backupInto(file: FileHandle): BackupWriter {
  const hash = createHash('sha256');
  const partitions: Record<string, number> = {};
  let lines = 0;
  let buffer = `${' '.repeat(HEADER_BYTES - 1)}\n`;
  const flush = async (): Promise<void> => {
    await file.appendFile(buffer);
    buffer = '';
  };
  return {
    async add({ partition, key, columns }) {
      const line = `${lineOf({ partition, key, columns })}\n`;
      hash.update(line);
      buffer += line;
      lines += 1;
      partitions[partition] = (partitions[partition] ?? 0) + 1;
      if (buffer.length > FLUSH_BYTES) await flush();
    },
    async end(about) {
      await flush();
      const sha256 = hash.digest('hex');
      const header: BackupHeader = {
        backup: 'rootdesk',
        version: VERSION,
        ...about,
        lines,
        partitions,
        sha256,
      };
      await file.sync();
      const first = Buffer.from(JSON.stringify(header));
      if (first.length >= HEADER_BYTES) throw new RangeError('the first line of the backup is too long');
      await file.write(first, 0, first.length, 0);
      await file.sync();
      return header;
    },
  };
}

/** Readers of lines take these two for ends of lines. */
function lineOf(row: WholeRow): string {
  return JSON.stringify(row)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`);
}

/** A backup whose every line is as it was written. */
export interface Backup {
  readonly header: BackupHeader;
  /** Rows that did not change while the table was read, in the table's order. */
  unchanged(): AsyncIterable<WholeRow>;
  /** The others, as they were last. */
  readonly changed: readonly WholeRow[];
}

/**
 * Opens a backup and reads all of it once: nothing is begun with one that is not whole.
 * @throws {AdminFault} it is none, not whole, or of a newer version
 */
export async function openBackup(path: string): Promise<Backup> {
  const header = await readHeader(path);
  const hash = createHash('sha256');
  const changed = new Map<string, WholeRow>();
  let lines = 0;
  for await (const line of linesOf(path)) {
    hash.update(`${line}\n`);
    lines += 1;
    // As long as this is not known to be whole, no line of it is believed.
    if (lines > header.firstPass && lines <= header.lines) {
      const row = rowIn(line, path);
      changed.set(placeOf(row), row);
    }
  }
  if (lines !== header.lines || hash.digest('hex') !== header.sha256) throw notWhole(path);
  return {
    header,
    changed: [...changed.values()],
    async *unchanged() {
      let read = 0;
      for await (const line of linesOf(path)) {
        read += 1;
        if (read > header.firstPass) break;
        const row = rowIn(line, path);
        if (!changed.has(placeOf(row))) yield row;
      }
    },
  };
}

function placeOf({ partition, key }: WholeRow): string {
  return `${partition}\n${key}`;
}

async function readHeader(path: string): Promise<BackupHeader> {
  const text = (await firstBytes(path)).toString('utf8').trim();
  if (text === '') throw notWhole(path);
  const header = headerSchema.safeParse(jsonIn(text));
  if (!header.success) {
    throw new AdminFault(
      'not-a-backup',
      `${path} is no backup of Rootdesk.`,
      'Name a file that `backup --out` wrote.',
    );
  }
  if (header.data.version > VERSION) {
    throw new AdminFault(
      'newer-backup',
      `${path} was written by a newer Rootdesk.`,
      'Restore it with the version that wrote it, or a later one.',
    );
  }
  return header.data;
}

async function firstBytes(path: string): Promise<Buffer> {
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function rowIn(line: string, path: string): WholeRow {
  const row = wholeRowSchema.safeParse(jsonIn(line));
  if (!row.success) throw notWhole(path);
  return row.data;
}

function notWhole(path: string): AdminFault {
  return new AdminFault(
    'broken-backup',
    `${path} is not whole: it was cut short or changed after it was written.`,
    'Take another backup. Nothing was read from this one.',
  );
}

function linesOf(path: string): AsyncIterable<string> {
  const input = createReadStream(path, { start: HEADER_BYTES, encoding: 'utf8' });
  return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}
