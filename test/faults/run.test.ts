import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FAULTS } from '../../faults/kinds.ts';
import { runFaults } from '../../faults/run.ts';

/** Long runs are the matter of `npm run faults`: this one shows that it works, and that the worst does not happen. */
it('a short day under faults: nothing lost, given twice, decided in secret or left lying', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rootdesk-faults-'));
  try {
    const outcome = await runFaults({
      seed: 1,
      kills: 2,
      copies: 2,
      faults: FAULTS,
      folder,
      patience: { finishMs: 3_000, healMs: 0, restMs: 120_000, housekeeping: false },
      onStep: () => undefined,
    });
    const { lost, unmarkedDuplicates, doubleAllotments, decisionsWithoutAudit, leaks } = outcome.findings;
    expect({ lost, unmarkedDuplicates, doubleAllotments, decisionsWithoutAudit, leaks }).toEqual({
      lost: [],
      unmarkedDuplicates: [],
      doubleAllotments: [],
      decisionsWithoutAudit: [],
      leaks: [],
    });
    expect(outcome.unseen).toEqual([]);
    expect(outcome.mails).toBeGreaterThan(0);
  } finally {
    await rm(folder, { recursive: true });
  }
});
