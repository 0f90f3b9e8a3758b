import type { AuditEntry } from '../../store/audit.ts';
import { readPool } from '../../aliases/pool.ts';
import { removeSettledPointers } from '../../azure/settled-pointers.ts';
import { auditRows } from '../../azure/rows/audit-row.ts';
import { lastRestoring, restoringRow, type Restoring } from '../../azure/restored-row.ts';
import { isMigrated, migrate } from '../../azure/migration.ts';
import type { WholeTable } from '../../azure/whole-table.ts';
import { systemClock } from '../../shared/clock.ts';
import { newChangeId } from '../../shared/identifiers.ts';
import { adminCommand } from '../admin-command.ts';
import { isHeld } from '../../mail/sweep/lease.ts';
import { AdminFault, section } from '../command-output.ts';
import type { AdminContext } from '../admin-context.ts';
import { withProgressBar } from '../progress-bar.ts';
import { openBackup, type Backup } from './backup-file.ts';
import { differences, writeRows, type Place, type Restored } from './restore.ts';

interface Report extends Restored {
  /** When the backup was begun. */
  readonly takenAt: string;
  readonly rows: number;
  /** Rows of the backup that are not in the table after all, or otherwise, conflicts left out. */
  readonly different: readonly Place[];
  readonly held: number;
  /** Aliases whose index rows were set right, and pointers that stood for nothing any more. */
  readonly repaired: number;
  readonly contradictions: number;
}

/** Ends with 1 when a row of the backup is not in the table as it is in the backup. */
export const restore = adminCommand({
  name: 'restore',
  does: 'write a backup into an empty table, and read everything back; may be cut short and run again',
  takes: { '<file>': 'as backup writes it' },
  options: {
    '--merge': 'into a table that is not empty: only what it does not have; what differs is named',
    '--nothing-since': 'nobody was given an alias after the backup: what was free is free, not held',
    '--json': 'the outcome as one JSON object',
  },
  async run({ open, io }, { merge = false, nothingSince = false, json = false }, [path = '']) {
    const context = await open();
    const backup = await openBackup(path);
    const { sha256, lines, startedAt } = backup.header;
    const whole = await context.whole();
    const wanted: Restoring = { sha256, at: systemClock(), nothingSince, finished: false };
    const restoring = await begin(whole, context, wanted, merge);
    let done = 0;
    const restored = await withProgressBar({ io, label: 'Rows', json }, (onProgress) =>
      writeRows(whole, backup, restoring, (rows) => {
        done += rows;
        onProgress({ done, total: lines });
      }),
    );
    const conflicts = new Set(restored.conflicts.map(placeWords));
    const found = await differences(whole, backup, restoring);
    const different = found.filter((place) => !conflicts.has(placeWords(place)));
    const after = different.length === 0 ? await finish(context, restoring, backup) : UNFINISHED;
    const report: Report = { takenAt: startedAt, rows: lines, ...restored, different, ...after };
    io.out(json ? `${JSON.stringify(report)}\n` : words(report));
    return different.length + restored.conflicts.length === 0 ? 0 : 1;
  },
});

/**
 * Notes in the table that it is being restored, and by which rules: whoever goes on goes on by the same ones.
 * @throws {AdminFault} table-not-empty, another-restore, rootdesk-runs
 */
async function begin(
  whole: WholeTable,
  { table, lease }: Pick<AdminContext, 'table' | 'lease'>,
  wanted: Restoring,
  merge: boolean,
): Promise<Restoring> {
  const last = await lastRestoring(table);
  if (last?.finished === false) {
    if (last.sha256 === wanted.sha256) return last;
    throw new AdminFault(
      'another-restore',
      'The table is being restored from another backup, and not all of that is there.',
      'Run restore with that file again. To begin anew, delete the table first.',
    );
  }
  if (!merge && !(await isEmpty(whole))) {
    throw new AdminFault(
      'table-not-empty',
      'The table is not empty, so that a backup would be mixed with what is there. Nothing was changed.',
      'Stop Rootdesk and restore into an empty table (TABLE_NAME names another one). To add only what the table does not have, and be told what differs: restore --merge.',
    );
  }
  // What is done while it is restored would be undone, and what was undone done again.
  if (await isHeld(lease)) {
    throw new AdminFault(
      'rootdesk-runs',
      'Rootdesk is running on this table. Nothing was changed.',
      'Stop it first, all of its copies, then run restore again.',
    );
  }
  await table.write({ kind: 'upsert', row: restoringRow(wanted) });
  return wanted;
}

async function isEmpty(whole: WholeTable): Promise<boolean> {
  for await (const row of whole.rows()) {
    if (row.key !== '') return false;
  }
  return true;
}

type After = Pick<Report, 'held' | 'repaired' | 'contradictions'>;
const UNFINISHED: After = { held: 0, repaired: 0, contradictions: 0 };

/** Sets right what a copy of a table in use cannot have right, and writes down what was done. */
async function finish(
  { table, register, quarantineDays }: Pick<AdminContext, 'table' | 'register' | 'quarantineDays'>,
  restoring: Restoring,
  { header }: Backup,
): Promise<After> {
  const settled = await removeSettledPointers(table);
  const repaired = (await isMigrated(table))
    ? await migrate(table, { quarantineDays })
    : { repaired: 0, removed: 0, contradictions: [] };
  const { held } = (await readPool(register, systemClock())).states;
  const at = systemClock();
  const entry: AuditEntry = {
    at,
    actor: { kind: 'system', name: 'restore' },
    action: 'restore',
    aliasId: undefined,
    after: { code: 'restored', rows: header.lines, startedAt: header.startedAt, held },
    reason: restoring.nothingSince ? { code: 'nothing-since-backup' } : undefined,
  };
  await table.transaction([
    ...auditRows(newChangeId(), [entry]).map((row) => ({ kind: 'create', row }) as const),
    { kind: 'upsert', row: restoringRow({ ...restoring, finished: true }) },
  ]);
  return {
    held,
    repaired: repaired.repaired + repaired.removed + settled,
    contradictions: repaired.contradictions.length,
  };
}

function placeWords({ partition, key }: Place): string {
  return `${partition} ${key}`;
}

/** So many rows are named; all of them with `--json`. */
const NAMED_MOST = 50;

function named(places: readonly Place[]): readonly string[] {
  const more = places.length - NAMED_MOST;
  return [
    ...places.slice(0, NAMED_MOST).map(placeWords),
    ...(more > 0 ? [`and ${more} more: --json names them`] : []),
  ];
}

function words(report: Report): string {
  const { takenAt, rows, written, present, conflicts, different, held, repaired, contradictions } = report;
  return [
    `Backup of ${takenAt}, ${rows} rows: ${written} written, ${present} were there, ${conflicts.length} are otherwise in the table.\n`,
    different.length === 0 ? 'Everything was read back and is as it was written.\n' : '',
    section(
      'not as they were written',
      named(different),
      'Rootdesk does not start with a part of the table. Run restore again with the same file.',
    ),
    section(
      'otherwise in the table than in the backup, and left as they are',
      named(conflicts),
      'Of an alias, show says how it is now, and audit what happened.',
    ),
    repaired === 0 ? '' : `\n${repaired} rows did not fit to the others and were set right.\n`,
    contradictions === 0 ? '' : `\n${contradictions} contradictions: reindex lists them.\n`,
    held === 0
      ? ''
      : `\n${held} aliases are held: they were free, and may have been handed out after the backup.\n  > First adopt --apply with the lists of all organizations, and assign. Then free --held.\n`,
  ].join('');
}
