import { systemClock } from '../../shared/clock.ts';
import { adminCommand } from '../admin-command.ts';
import { AdminFault } from '../command-output.ts';
import { withNewFile } from '../files/new-file.ts';
import { withProgressBar } from '../progress-bar.ts';
import { backUp } from './backup.ts';
import { backupInto, type BackupHeader } from './backup-file.ts';

export const backup = adminCommand({
  name: 'backup',
  does: 'copy every row of the table into a file, while Rootdesk runs',
  needs: { '--out <file>': 'a new file' },
  options: { '--json': 'what was written as one JSON object' },
  async run({ open, io }, { out: path, json = false }) {
    const { whole, tableName } = await open();
    const table = await whole();
    const written = await withNewFile(path, async (file) => {
      const header = await withProgressBar({ io, label: 'Rows', json }, (onProgress) =>
        backUp(table, backupInto(file), {
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
      return header;
    });
    io.out(json ? `${JSON.stringify({ file: path, ...written })}\n` : words(path, written));
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
