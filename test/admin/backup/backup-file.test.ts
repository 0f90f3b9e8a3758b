import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../../src/admin/backup/backup.ts';
import { backupInto, openBackup } from '../../../src/admin/backup/backup-file.ts';
import type { ListedRow } from '../../../src/azure/whole-table.ts';
import { collect } from '../../fakes/collect.ts';

const AT = new Date('2026-11-28T02:15:00Z');
const row = (key: string, text = '', etag = '1', writtenAt = AT): ListedRow => {
  return { partition: 'root', key, columns: { text }, etag, writtenAt };
};
const plain = ({ partition, key, columns }: Pick<ListedRow, 'partition' | 'key' | 'columns'>) => {
  return { partition, key, columns };
};

describe('a backup', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rootdesk-backup-'));
    path = join(folder, 'backup.jsonl');
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** @param passes what the table gives each time that it is read */
  async function taken(...passes: readonly (readonly ListedRow[])[]) {
    const left = [...passes];
    await using file = await open(path, 'w');
    const whole = {
      async *rows() {
        yield* left.shift() ?? passes.at(-1) ?? [];
      },
    };
    const header = await backUp(whole, backupInto(file), {
      table: 't',
      clock: () => AT,
      onProgress: () => undefined,
    });
    return header;
  }

  it('holds every row with every text that a column can hold', async () => {
    const texts = [
      '',
      'lines\u2028of\u2029all\r\nkinds\n',
      '"quoted" \\ \u0000',
      'ä 漢 🂡',
      ' '.repeat(70_000),
    ];
    await taken(texts.map((text, place) => row(`${place}`, text)));
    const backup = await openBackup(path);
    const rows = await collect(backup.unchanged());
    expect(rows.map(({ columns }) => columns['text'])).toEqual(texts);
    expect(backup.header).toMatchObject({ lines: texts.length, firstPass: texts.length, settled: true });
    expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(texts.length + 2);
  });

  it('has rows that changed while it was taken as they were last, and new ones', async () => {
    const [first, changed, last, fresh] = [
      row('a', 'old'),
      row('a', 'new', '2'),
      row('a', 'last', '3'),
      row('c'),
    ];
    const header = await taken([first, row('b')], [changed, row('b')], [last, row('b'), fresh]);
    expect(header).toMatchObject({ lines: 5, firstPass: 2, settled: true, partitions: { root: 5 } });
    const backup = await openBackup(path);
    expect(await collect(backup.unchanged())).toEqual([plain(row('b'))]);
    expect(backup.changed).toEqual([plain(last), plain(fresh)]);
  });

  it('says so where the table was written without end', async () => {
    let count = 0;
    await using file = await open(path, 'w');
    const whole = {
      async *rows() {
        count += 1;
        yield row('a', '', String(count));
      },
    };
    const header = await backUp(whole, backupInto(file), {
      table: 't',
      clock: () => AT,
      onProgress: () => undefined,
    });
    expect(header.settled).toBe(false);
  });

  it('that was not ended is none', async () => {
    await using file = await open(path, 'w');
    const writer = backupInto(file);
    for (let count = 0; count < 5_000; count += 1) await writer.add(row(String(count), 'x'.repeat(100)));
    await expect(openBackup(path)).rejects.toMatchObject({ code: 'broken-backup' });
  });
});
