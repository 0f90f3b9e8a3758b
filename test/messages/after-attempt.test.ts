import { expect, it } from 'vitest';
import { afterRedraws } from '../../src/messages/after-attempt.ts';
import type { Job } from '../../src/messages/job.ts';
import type { PostOutcome } from '../../src/messages/poster.ts';
import type { Queued } from '../../src/messages/queue.ts';

const HOUR_MS = 60 * 60_000;
const AWAY: PostOutcome = { kind: 'unreachable', reason: 'Teams answered 404.' };

function redrawn(attempts: number): Queued<Job> {
  return {
    id: 'job',
    job: { kind: 'redraw-request', requestId: 'request' },
    attempts,
    dueAt: new Date(),
    mayBeRepeat: false,
    blocked: false,
    version: '',
  };
}

it('a card that is away is looked for within ten minutes, some dozens of times, and let go after hours: somebody deleted it', () => {
  const waits: number[] = [];
  for (let attempts = 1; ; attempts += 1) {
    const result = afterRedraws(redrawn(attempts), [AWAY], false);
    if (result.kind === 'done') break;
    waits.push(result.afterMs ?? Number.POSITIVE_INFINITY);
  }
  expect(Math.max(...waits)).toBeLessThan(10 * 60_000);
  expect(waits.length).toBeLessThan(60);
  const hours = waits.reduce((sum, ms) => sum + ms, 0) / HOUR_MS;
  expect(hours).toBeGreaterThan(3);
  expect(hours).toBeLessThan(5);
});
