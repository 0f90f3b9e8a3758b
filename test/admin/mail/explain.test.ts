import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { explain, parseAliases } from '../../../src/admin/mail/explain.ts';

const path = (name: string): string => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
const ALIASES = path('aliases.csv');
const RESET = path('mails/o037.eml');
const READY = path('mails/o001.eml');
const UNREGISTERED = path('mails/o017.eml');
const FORGED = path('mails/o033.eml');

describe('explain --json', () => {
  test('prints one object a file, with exactly the agreed properties in their order', async () => {
    const { out, err, exitCode } = await explain(['--json', '--aliases', ALIASES, RESET, READY]);
    expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 });
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    const [first] = lines.map((line): unknown => JSON.parse(line));
    expect(Object.keys(first ?? {})).toEqual([
      'file',
      'aliases',
      'accountId',
      'category',
      'severity',
      'secret',
      'genuine',
      'action',
      'channelText',
    ]);
    expect(first).toMatchObject({
      file: RESET,
      aliases: ['aws_7d444840-9dc0-41d1-b245-5ffdce74fad2@company.com'],
      accountId: null,
      category: 'password-reset',
      severity: 'urgent',
      secret: true,
      genuine: 'yes',
      action: 'withhold',
    });
  });

  test.each([
    [READY, 'post'],
    [RESET, 'withhold'],
    [UNREGISTERED, 'triage'],
    [FORGED, 'triage'],
  ])('%s: %s', async (file, action) => {
    const { out } = await explain(['--json', '--aliases', ALIASES, file]);
    expect(JSON.parse(out)).toMatchObject({ action });
  });

  test('without a list every address with the shape of an alias counts as registered', async () => {
    const { out } = await explain(['--json', UNREGISTERED]);
    expect(JSON.parse(out)).toMatchObject({
      action: 'post',
      aliases: ['aws_deadbeef-0000-4000-8000-00000000cafe@company.com'],
    });
  });
});

describe('explain for people', () => {
  test('says which header gave the alias, which rule fired, and what the channel would see', async () => {
    const { out } = await explain(['--aliases', ALIASES, RESET]);
    expect(out).toContain('alias: To and Cc');
    expect(out).toContain('dmarc=pass for verify.signin.aws');
    expect(out).toContain('kind: password-reset-link');
    expect(out).toContain('secret: a link that works by itself');
    expect(out).not.toContain('token=');
  });
});

describe('explain --company-hosts', () => {
  test('a banner that leads to a host of the company’s makes no forgery of a mail that could not be verified', async () => {
    const file = path('cases/c06-banner-link-broken-signature.eml');
    const portal = path('banner-elsewhere.eml');
    expect((await explain(['--json', file])).out).toContain('"genuine":"suspicious"');
    expect((await explain(['--json', portal])).out).toContain('"genuine":"no"');
    const named = await explain(['--json', '--company-hosts', 'intra.example, Group.example', portal]);
    expect(named.out).toContain('"genuine":"suspicious"');
  });
});

describe('explain misused', () => {
  test('names a file that cannot be read, explains the others, and fails', async () => {
    const { out, err, exitCode } = await explain(['--json', 'no-such.eml', READY]);
    expect(exitCode).toBe(1);
    expect(err).toContain('no-such.eml');
    expect(out.trimEnd().split('\n')).toHaveLength(1);
  });

  test.each([
    ['no file', []],
    ['an unknown option', ['--nonsense', READY]],
    ['an option without its value', ['--aliases']],
  ])('%s: exit code 2 and where help is', async (_, args) => {
    const { out, err, exitCode } = await explain(args);
    expect(exitCode).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('--help');
  });

  test('a list of aliases that is missing or has no such column is named', async () => {
    expect(await explain(['--aliases', 'no-such.csv', READY])).toMatchObject({ exitCode: 1, out: '' });
    const { err, exitCode } = await explain(['--aliases', path('mails/notes.csv'), READY]);
    expect(exitCode).toBe(1);
    expect(err).toContain('alias');
  });

  test('a list of aliases whose letters are lost is refused, and told in JSON where JSON is wanted', async () => {
    const list = path('files/cp1252.json');
    const { out, err, exitCode } = await explain(['--json', '--aliases', list, READY]);
    expect({ out, exitCode }).toEqual({ out: '', exitCode: 1 });
    expect(JSON.parse(err)).toMatchObject({ code: 'broken-text' });
  });

  test('--help prints the options and succeeds', async () => {
    const { out, exitCode } = await explain(['--help']);
    expect(exitCode).toBe(0);
    expect(out).toContain('--aliases FILE.csv');
  });
});

test('as a process: JSON on standard output, faults on standard error, the exit code', async () => {
  const program = fileURLToPath(new URL('../../../src/admin/mail/explain.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [program, '--json', READY]);
  expect(JSON.parse(stdout)).toMatchObject({ file: READY });
  await expect(promisify(execFile)(process.execPath, [program, 'no-such.eml'])).rejects.toMatchObject({
    code: 1,
  });
});

test('the list of aliases: any order of columns, Windows line ends, quoted cells', () => {
  expect(
    parseAliases('\ufeff"team","account_id","alias"\r\n"Ops, EU","000123456789","AWS+X@company.com"\r\n\r\n'),
  ).toEqual([{ address: 'aws+x@company.com', accountId: '000123456789', accountName: undefined }]);
});

test.each([';', '\t'])(
  'the list of aliases: separated by %j, named in a first line, heads in capitals',
  (mark) => {
    const lines = [
      `sep=${mark}`,
      ['ALIAS', 'Account_Id'].join(mark),
      ['aws+x@company.com', '000123456789'].join(mark),
    ];
    expect(parseAliases(lines.join('\r'))).toEqual([
      { address: 'aws+x@company.com', accountId: '000123456789', accountName: undefined },
    ]);
  },
);
