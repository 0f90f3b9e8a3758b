import { describe, expect, it } from 'vitest';
import { createTroubles, type Trouble } from '../../src/shared/troubles.ts';

function open() {
  const lines: unknown[] = [];
  const write =
    (level: string) =>
    (details: object, message?: unknown): void =>
      void lines.push({ level, message, ...details });
  return {
    lines,
    troubles: createTroubles({ info: write('info'), warn: write('warn'), error: write('error') }),
  };
}

const AWAY: Trouble = { level: 'warn', message: 'it is away', details: { reason: 'no answer' } };

describe('what fails again and again', () => {
  it('is written at once, and then by doubling, with how often it was', () => {
    const { lines, troubles } = open();
    for (let time = 0; time < 100; time += 1) troubles.failed('one', AWAY);
    const line = { level: 'warn', message: 'it is away', reason: 'no answer' };
    expect(lines).toEqual([line, ...[2, 4, 8, 16, 32, 64].map((times) => ({ ...line, times }))]);
  });

  it('is counted for each thing and each kind of failure', () => {
    const { lines, troubles } = open();
    for (const thing of ['one', 'other', 'one']) troubles.failed(thing, AWAY);
    troubles.failed('one', { level: 'error', message: 'it is broken', details: {} });
    expect(lines).toEqual([
      expect.not.objectContaining({ times: expect.anything() }),
      expect.not.objectContaining({ times: expect.anything() }),
      expect.objectContaining({ times: 2 }),
      { level: 'error', message: 'it is broken' },
    ]);
  });

  it('is told when it is over, and is news after that', () => {
    const { lines, troubles } = open();
    troubles.failed('one', AWAY);
    troubles.over('one');
    expect(lines).toHaveLength(1);
    for (let time = 0; time < 5; time += 1) troubles.failed('one', AWAY);
    troubles.over('one');
    troubles.over('one');
    troubles.failed('one', AWAY);
    expect(lines.slice(4)).toEqual([
      { level: 'info', message: 'what had failed is over', thing: 'one', after: 'it is away', times: 5 },
      { level: 'warn', message: 'it is away', reason: 'no answer' },
    ]);
  });
});
