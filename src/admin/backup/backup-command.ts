import { rm } from 'node:fs/promises';
import { systemClock } from '../../shared/clock.ts';
import { adminCommand } from '../admin-command.ts';
import { AdminFault } from '../command-output.ts';
import { withProgressBar } from '../progress-bar.ts';
import { backUp } from './backup.ts';
import { createBackupFile, type BackupHeader } from './backup-file.ts';

/** Where it fails, no file is left behind. */
export const backup = adminCommand({
  name: 'backup',
  does: 'copy every row of the table into a file, while Rootdesk runs',
  options: { '--out <file>': 'a new file', '--json': 'what was written as one JSON object' },
  async run({ open, io }, { out: path, json = false }) {
    const { whole, tableName } = await open();
    if (path === undefined) {
      throw new AdminFault('bad-option', 'It was not said into which file.', 'Write backup --out FILE.');
    }
    const table = await whole();
    const file = await createBackupFile(path);
    try {
      const header = await withProgressBar({ io, label: 'Rows', json }, (onProgress) =>
        backUp(table, file, {
          table: tableName,
          clock: systemClock,
          onProgress: (done) => onProgress({ done, total: done }),
        }),
      );
      // A table that was lost is opened as an empty one: its copy must not pass for the last good one.
      if (header.lines === 0) {
        throw new AdminFault(
          'table-empty',
          'The table is empty, so that there is nothing to back up.',
          'Look whether TABLE_NAME is right. Where there was something, it was lost: restore a backup.',
        );
      }
      await file.close();
      io.out(json ? `${JSON.stringify({ file: path, ...header })}\n` : words(path, header));
    } catch (error) {
      await file.close();
      await rm(path, { force: true });
      throw error;
    }
  },
});

function words(path: string, { table, lines, partitions, settled, sha256 }: BackupHeader): string {
  const counts = Object.entries(partitions).map(([partition, count]) => `${count} in ${partition}`);
  return [
    `${path}: ${lines} rows of the table ${table}${counts.length === 0 ? '' : `: ${counts.join(', ')}`}.`,
    `SHA-256 of the rows: ${sha256}`,
    ...(settled
      ? []
      : [
          'The table was being written all the time, so that a row may not fit to the others.',
          '  > After a restore, reindex repairs what the register can repair. Better take a backup at a quieter time.',
        ]),
    '',
  ].join('\n');
}
