import { describe, expect, it } from 'vitest';
import { readOptions } from '../../soak/options.ts';

describe('the options of a soak', () => {
  it('squeeze the month into the time, and no further than Teams lets it', () => {
    expect(readOptions(['--minutes', '600', '--seed', '7'], 30)).toEqual({
      help: false,
      json: false,
      folder: undefined,
      minutes: 600,
      accounts: 3_000,
      pace: 2.5,
      seed: 7,
    });
    expect(readOptions([], 30)).toMatchObject({ minutes: 60, pace: 10 });
    expect(readOptions(['--pace', '3'], 30)).toMatchObject({ pace: 3 });
  });

  it.each([
    ['--minutes', '0'],
    ['--accounts', '1.5'],
    ['--pace', 'quick'],
    ['--pace', '1000'],
    ['--hours', '2'],
  ])('refuse %s %s, and say why', (...args) => {
    expect(readOptions(args, 30)).toEqual({ wrong: expect.stringContaining(args[0] ?? '') });
  });
});
