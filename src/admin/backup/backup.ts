import type { Clock } from '../../shared/clock.ts';
import { SWEEP } from '../../azure/keys.ts';
import type { WholeTable } from '../../azure/whole-table.ts';
import type { BackupHeader, BackupWriter } from './backup-file.ts';

/** By so much this machine's clock may be wrong against the service's. */
const CLOCKS_APART_MS = 5 * 60_000;
/** Reads of what changed meanwhile: in a quiet hour the second finds nothing. */
const PASSES_MOST = 6;

/**
 * Copies every row of the table into the file while people go on working.
 *
 * A table that is being written has no moment at which all of it can be read. So what was written since the reading began is read
 * once more, and again, until nothing came meanwhile: a decision then is there with its request, alias and history, or not at
 * all. Rows that were taken away meanwhile stay in the copy: work that is done, pointers that a repair removes.
 *
 * @throws {RegisterUnavailable}
 */
export async function backUp(
  whole: Pick<WholeTable, 'rows'>,
  file: BackupWriter,
  { table, clock, onProgress }: { table: string; clock: Clock; onProgress: (rows: number) => void },
): Promise<BackupHeader> {
  const startedAt = clock();
  const known = new Map<string, string>();
  let written = 0;
  let firstPass = 0;
  let settled = false;
  let since: Date | undefined;
  for (let pass = 1; pass <= PASSES_MOST && !settled; pass += 1) {
    const next = beforeNow(clock());
    let changed = 0;
    for await (const row of whole.rows(since)) {
      const place = `${row.partition}\n${row.key}`;
      if (known.get(place) === row.etag) continue;
      if (row.writtenAt >= beforeNow(startedAt)) known.set(place, row.etag);
      await file.add(row);
      written += 1;
      // Which copy sweeps and how far: that changes every minute, and hangs together with nothing.
      if (row.partition !== SWEEP) changed += 1;
      if (written % 1_000 === 0) onProgress(written);
    }
    if (pass === 1) firstPass = written;
    else settled = changed === 0;
    since = next;
  }
  const times = { startedAt: startedAt.toISOString(), finishedAt: clock().toISOString() };
  return file.end({ table, ...times, firstPass, settled });
}

function beforeNow(at: Date): Date {
  return new Date(at.getTime() - CLOCKS_APART_MS);
}
