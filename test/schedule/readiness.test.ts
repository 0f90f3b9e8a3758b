import { describe, expect, it } from 'vitest';
import { createReadiness } from '../../src/schedule/readiness.ts';

describe('a copy of Rootdesk', () => {
  it('asks its table once for all who ask at the same time', async () => {
    let asked = 0;
    const missing = createReadiness(async () => {
      asked += 1;
    });
    await Promise.all(Array.from({ length: 100 }, () => missing()));
    expect(asked).toBe(1);
    await missing();
    expect(asked).toBe(2);
  });

  it('is not ready while its table does not answer', async () => {
    let isAway = false;
    const missing = createReadiness(async () => {
      if (isAway) throw new Error('away');
    });
    expect(await missing()).toEqual([]);
    isAway = true;
    expect(await missing()).toEqual(['table']);
    isAway = false;
    expect(await missing()).toEqual([]);
  });
});
