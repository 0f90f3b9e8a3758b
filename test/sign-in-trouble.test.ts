import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../src/admin/command-line.ts';
import { signIn } from '../src/admin/doctor/check-sign-in.ts';
import { openTable } from '../src/azure/table.ts';
import { RegisterUnavailable } from '../src/store/unavailable.ts';
import { readConfig } from '../src/config.ts';
import { createGraphClient } from '../src/graph/graph-client.ts';
import { createGraphDirectory } from '../src/graph/graph-directory.ts';
import { createGraphMailbox } from '../src/graph/graph-mailbox.ts';
import { createTokenSource } from '../src/shared/token-source.ts';
import { english, inPlainText } from '../cards/index.ts';
import { explain } from '../bot/turn/explain.ts';
import { silentLog } from './fakes/log.ts';
import { LIBRARY_TEXT, REFUSALS, refusing } from './fakes/no-token.ts';
import { ASKING_KEY, ENGINEER, openApi } from './http/api-front.ts';

/** Opened over https, so that the SDK asks for a token; nothing is sent before there is one. */
const open = (thrown: unknown) =>
  openTable({ kind: 'azure', endpoint: 'https://account.invalid', credential: refusing(thrown) }, 'rootdesk');
const opening = (thrown: unknown): Promise<unknown> => open(thrown).catch((error: unknown) => error);
const graphOf = (thrown: unknown) =>
  createGraphClient({ baseUrl: 'https://graph.invalid', credential: refusing(thrown) });
const never = (): AbortSignal => new AbortController().signal;

async function run(thrown: unknown, ...args: string[]) {
  const written = { out: '', err: '' };
  const io = {
    out: (text: string) => void (written.out += text),
    err: (text: string) => void (written.err += text),
    progress: false,
  };
  const exitCode = await runCommandLine(args, io, {
    config: () => readConfig({}),
    open: async () => {
      throw await opening(thrown);
    },
  });
  return { exitCode, ...written };
}

describe.each(REFUSALS)('a credential without a token (%s)', (_, thrown, reason, remedy) => {
  it('is storage that is away, for people; an administrator is told what to do', async () => {
    const error = await opening(thrown);
    expect(error).toBeInstanceOf(RegisterUnavailable);
    const { problem } = explain(english, error, silentLog());
    const words = [problem.message, problem.remedy].map(inPlainText).join(' ');
    expect(words).toMatch(/cannot reach its storage.*Try again in a minute/);
    expect(words).not.toContain(reason);
    const { exitCode, out, err } = await run(thrown, 'pool');
    expect([exitCode, out]).toEqual([1, '']);
    expect(err).toContain(`could not sign in to https://storage.azure.com (`);
    expect(err).toContain(reason);
    expect(err).toMatch(remedy);
    expect(err).not.toMatch(/^\s+at /m);
    expect(err).not.toMatch(LIBRARY_TEXT);
  });

  it('is JSON with --json', async () => {
    const { err } = await run(thrown, 'pool', '--json');
    expect(JSON.parse(err)).toEqual({
      code: 'no-token',
      error: expect.stringContaining(reason),
      remedy: expect.stringMatching(remedy),
    });
  });

  it('is the same with Graph', async () => {
    const directory = createGraphDirectory({ client: graphOf(thrown) });
    await expect(directory.person('p', never())).rejects.toMatchObject({
      code: 'directory-unavailable',
      remedy: 'Try again in a minute.',
      cause: { message: expect.stringContaining(reason), remedy: expect.stringMatching(remedy) },
    });
    const mailbox = createGraphMailbox({ client: graphOf(thrown), mailbox: 'aws@company.com' });
    await expect(mailbox.message('m', never())).rejects.toMatchObject({
      code: 'mailbox-unavailable',
      remedy: expect.stringMatching(/^Try again in a minute/),
    });
  });

  it('is a finding of doctor', async () => {
    const finding = await signIn(refusing(thrown), 'https://graph.microsoft.com/.default');
    expect(finding).toEqual({
      verdict: 'fails',
      what: expect.stringContaining(reason),
      remedy: expect.stringMatching(remedy),
    });
    expect(finding.what).not.toMatch(LIBRARY_TEXT);
  });

  it('is 503 with Retry-After for clients of the API, whether table or directory asked', async () => {
    const error = await opening(thrown);
    const fail = async (): Promise<never> => {
      throw error;
    };
    const register = { aliasByAccount: fail, aliasByAddress: fail, aliasesOfOwner: fail };
    const directory = createGraphDirectory({ client: graphOf(thrown) });
    await using api = await openApi({ broken: { register, directory } });
    const answers = [
      await api.call({ method: 'GET', path: '/api/getAwsRootAccount?aws_mail=x' }),
      await api.call({
        method: 'POST',
        path: '/api/newAwsRootAccount',
        body: { user_mail: ENGINEER.mail },
        headers: { 'x-functions-key': ASKING_KEY.key, 'content-type': 'application/json' },
      }),
    ];
    for (const { status, body, headers } of answers) {
      expect([status, body]).toEqual([503, expect.objectContaining({ code: 'unavailable' })]);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      expect(JSON.stringify(body)).not.toMatch(LIBRARY_TEXT);
    }
    expect(await api.log()).not.toMatch(LIBRARY_TEXT);
  });
});

describe('tokens', () => {
  const NOW = 1_000_000_000;
  const clock = (): Date => new Date(NOW);

  it('are kept until shortly before their end, and an old one does where there is no new one', async () => {
    const answers = [NOW + 3_600_000, NOW + 60_000].map((expiresOnTimestamp, index) => ({
      token: `t${index}`,
      expiresOnTimestamp,
    }));
    const tokens = createTokenSource(
      {
        getToken: async () => {
          const next = answers.pop();
          if (next === undefined) throw new Error('away');
          return next;
        },
      },
      clock,
    );
    expect(await tokens('a/.default', {})).toBe('t1');
    expect(await tokens('a/.default', {})).toBe('t0');
    expect(await tokens('a/.default', {})).toBe('t0');
    await expect(tokens('a/.default', { claims: 'more' })).rejects.toMatchObject({ code: 'no-token' });
  });

  it('that end soon do as long as they hold', async () => {
    let given = 0;
    const getToken = async () => {
      if (given++ > 0) throw new Error('away');
      return { token: 't', expiresOnTimestamp: NOW + 60_000 };
    };
    const tokens = createTokenSource({ getToken }, clock);
    expect([await tokens('a', {}), await tokens('a', {})]).toEqual(['t', 't']);
    expect(given).toBe(2);
  });

  it('that never come are not waited for, also where the credential heeds no signal', async () => {
    const silent = createTokenSource({ getToken: () => new Promise<never>(() => undefined) });
    const signal = AbortSignal.abort(new DOMException('late', 'TimeoutError'));
    await expect(
      silent('https://graph.microsoft.com/.default', { abortSignal: signal }),
    ).rejects.toMatchObject({
      message: 'Rootdesk could not sign in to https://graph.microsoft.com (TimeoutError).',
    });
  });

  it('that were not given are named so', async () => {
    const none = createTokenSource({ getToken: async () => null });
    await expect(none('a/.default', {})).rejects.toMatchObject({ code: 'no-token' });
  });
});

describe('an error that nobody foresaw', () => {
  const unforeseen = Object.assign(new TypeError('x of undefined'), { code: 'ODD' });
  const installation = {
    config: () => readConfig({}),
    open: async (): Promise<never> => {
      throw unforeseen;
    },
  };
  async function ended(...args: string[]) {
    let err = '';
    const io = { out: () => undefined, err: (text: string) => void (err += text), progress: false };
    return { exitCode: await runCommandLine(args, io, installation), err };
  }
  const COMMANDS = [
    ['pool'],
    ['verify'],
    ['export'],
    ['audit'],
    ['reveal-log'],
    ['reindex'],
    ['replay', '--dead'],
    ['adopt', 'f'],
    ['import', 'f'],
  ];

  it.each(COMMANDS)('is one sentence and a remedy: %s', async (...args) => {
    const { exitCode, err } = await ended(...args);
    expect(exitCode).toBe(1);
    expect(err).toMatch(
      /^Something happened that Rootdesk did not foresee \(TypeError, ODD\)\.\n {2}.*--verbose.*\n$/,
    );
    expect(JSON.parse((await ended(...args, '--json')).err)).toMatchObject({ code: 'internal' });
    expect((await ended(...args, '--verbose')).err).toContain('x of undefined');
  });

  it.each([['fly'], ['audit', '--sideways'], ['pool', '--from'], ['plan'], ['plan', '--colour']])(
    'what was not understood is JSON as well: %s',
    async (...args) => {
      const { exitCode, err } = await ended(...args, '--json');
      expect(exitCode).toBe(2);
      expect(JSON.parse(err)).toMatchObject({ code: 'bad-option', error: expect.stringMatching(/\S/) });
    },
  );
});
