import { describe, expect, it } from 'vitest';
import { OptionsError, PORTS, readOptions } from '../../local/options.ts';

describe('npm run local', () => {
  it('without options keeps its state, opens the windows and sends samples, on the known ports', () => {
    expect(readOptions([], {})).toEqual({
      fresh: false,
      mailboxes: 1,
      open: true,
      samples: true,
      watch: false,
      probes: false,
      help: false,
      folder: undefined,
      locale: undefined,
      ports: { table: 10_002, graph: 3979, smtp: 2525, rootdesk: 3978, engineer: 56_150, approver: 56_151 },
    });
  });

  it('takes each option by its name', () => {
    const args = [
      '--fresh',
      '--no-open',
      '--no-samples',
      '--watch',
      '--probes',
      '--folder',
      'elsewhere',
      '--locale',
      'de-de',
    ];
    expect(readOptions(args, {})).toMatchObject({
      fresh: true,
      mailboxes: 1,
      open: false,
      samples: false,
      watch: true,
      probes: true,
      folder: 'elsewhere',
      locale: 'de-DE',
    });
  });

  it.each([['--frsh'], ['fresh'], ['--fresh=yes'], ['--open'], ['-x'], ['--locale=d_e']])(
    'refuses %s, and shows what there is',
    (arg) => {
      expect(() => readOptions([arg], {})).toThrow(OptionsError);
      expect(refusal([arg], {}).remedy).toContain('--no-samples');
    },
  );

  it.each(Object.entries(PORTS))('moves the port of %s by its variable', (part, { variable, port }) => {
    expect(readOptions([], { [variable]: '4711' }).ports).toMatchObject({ [part]: 4711 });
    expect(readOptions([], { [variable]: '' }).ports).toMatchObject({ [part]: port });
  });

  it.each(['0', '65536', '-1', '80.5', 'http', '1e9'])(
    'refuses the port %s, naming the variable',
    (value) => {
      const { message, remedy } = refusal([], { GRAPH_PORT: value });
      expect(message).toBe('GRAPH_PORT is not a port.');
      expect(remedy).toContain('3979');
    },
  );
});

function refusal(args: readonly string[], environment: Record<string, string>): OptionsError {
  try {
    readOptions(args, environment);
  } catch (error) {
    if (error instanceof OptionsError) return error;
  }
  throw new Error('it was not refused');
}
