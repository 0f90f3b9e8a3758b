import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findFreePort } from '../../../local/ports.ts';
import type { AzureAccess } from '../../../bot/teams/teams-access.ts';
import { examine } from '../../../src/admin/doctor/examine.ts';
import { VERDICTS, type Finding } from '../../../src/admin/doctor/finding.ts';
import { createTableConversations } from '../../../src/azure/table-conversations.ts';
import { createTableCursors } from '../../../src/azure/table-cursors.ts';
import { createTableSubscriptions } from '../../../src/azure/table-subscriptions.ts';
import { migrate } from '../../../src/azure/migration.ts';
import { readConfig, type Config } from '../../../src/config.ts';
import { createGraphSubscriptions } from '../../../src/graph/graph-subscriptions.ts';
import { FOLDERS } from '../../../src/mail/mailbox.ts';
import { createKeepSubscribed } from '../../../src/mail/subscriptions/keep-subscribed.ts';
import { azuriteLocation } from '../../fakes/azurite-table.ts';
import { linkChannel } from '../../fakes/company.ts';
import { openLossyNetwork } from '../../fakes/lossy-network.ts';
import { silentLog } from '../../fakes/log.ts';
import { startHook } from '../../graph/hook.ts';
import { CENTRAL, clientOf, mailTo, never } from '../../graph/stand.ts';
import { PRODUCTION } from '../../settings.ts';
import {
  EMPTY_GROUP,
  ONE,
  ROOT_1,
  ROOT_2,
  runWith,
  startContext,
  startWebServer,
  THREE,
  type AdminContext,
} from '../admin-context.ts';

const report = z.object({
  healthy: z.boolean(),
  findings: z.array(
    z.object({
      part: z.string(),
      verdict: z.enum(VERDICTS),
      what: z.string(),
      remedy: z.string().optional(),
    }),
  ),
});

let context: AdminContext;
let playground: Awaited<ReturnType<typeof startWebServer>>;

beforeEach(async () => {
  context = await startContext();
  playground = await startWebServer();
  const { table, register, graph } = context;
  await migrate(table, { quarantineDays: 90 });
  await linkChannel(register);
  await linkChannel(register, { id: '19:approvals@thread.tacv2', roles: ['approvals', 'triage'] });
  const [channel] = await register.channels();
  await createTableConversations(table).rememberTeam({
    teamId: channel?.value.teamId ?? '',
    serviceUrl: playground.url,
    tenantId: '5e2fa9a0-0d3c-4f3b-9a67-0c5d1c0a7e01',
  });
  const cursors = createTableCursors(table, () => new Date());
  for (const folder of FOLDERS) await cursors.save(folder, '/next', undefined);
  await graph.deliver(mailTo(ONE), [ONE]);
  await graph.deliver(mailTo(THREE), [THREE]);
});
afterEach(async () => {
  await context.graph[Symbol.asyncDispose]();
  await playground[Symbol.asyncDispose]();
});

async function doctor(change?: (config: Config) => Config) {
  const { exitCode, out } = await context.run(['doctor', '--json'], change);
  const { healthy, findings } = report.parse(JSON.parse(out));
  expect(exitCode).toBe(healthy ? 0 : 1);
  return findings;
}

/** The parts with a verdict. */
function those(verdict: Finding['verdict'], findings: readonly { part: string; verdict: string }[]) {
  return findings.filter((finding) => finding.verdict === verdict).map(({ part }) => part);
}

const finding = (part: string, findings: Awaited<ReturnType<typeof doctor>>) =>
  findings.find((each) => each.part === part);

describe('doctor', () => {
  it('finds nothing wrong where everything works, and says where each alias stood', async () => {
    const findings = await doctor();
    expect(those('works', findings)).toEqual([
      'configuration',
      'sign-in to Graph',
      'sign-in to storage',
      'table',
      'take-over',
      'register',
      'address of Graph',
      'central mailbox',
      'mailbox size',
      'other mailboxes',
      'inbox rules',
      'mail elsewhere',
      'directory',
      'approvers',
      'Playground',
      'channels',
      'pool',
      'sweep',
      'root mailboxes',
      'alias in mail',
      ROOT_1,
      ROOT_2,
    ]);
    expect(findings).toHaveLength(22);
    expect(finding(ROOT_2, findings)?.what).toContain('found in To and Cc');
  });

  it('prints a line a part, with what to do below it', async () => {
    context.graph.faults.wideAccess = true;
    const { exitCode, out } = await context.run(['doctor']);
    expect(exitCode).toBe(1);
    expect(out).toMatch(/^works +configuration +every setting is well-formed$/m);
    expect(out).toMatch(/^FAILS +other mailboxes +Rootdesk may read more .*\n +> Remove every consent/m);
    expect(out).toContain('1 part fails: ');
  });

  it('looks after change notifications where there is a public address', async () => {
    await using hook = await startHook();
    const { table, graph } = context;
    const withAddress = (config: Config): Config => ({
      ...config,
      http: { ...config.http, publicUrl: new URL(hook.url).origin },
    });
    const before = finding('notifications', await doctor(withAddress));
    expect(before).toMatchObject({
      verdict: 'warns',
      remedy: expect.stringContaining(hook.url.slice(0, 20)),
    });

    const subscribe = createKeepSubscribed({
      subscriptions: createGraphSubscriptions({ client: clientOf(graph), mailbox: CENTRAL }),
      store: createTableSubscriptions(table),
      mailbox: CENTRAL,
      url: hook.url,
      wake: () => {},
      clock: () => new Date(),
      log: silentLog(),
    });
    await subscribe(never());
    expect(finding('notifications', await doctor(withAddress))).toMatchObject({ verdict: 'works' });

    graph.subscriptions.forget();
    expect(finding('notifications', await doctor(withAddress))).toMatchObject({ verdict: 'warns' });
  });

  it('tells of inbox rules, of mail that lies elsewhere, and how to look where it may not', async () => {
    const { graph } = context;
    graph.hands.rules.push({ displayName: 'To the archive', isEnabled: true }, { isEnabled: false });
    await graph.deliver(mailTo(ONE), [ONE], { folder: 'archive' });
    await graph.deliver(mailTo(ONE), [ONE], { folder: 'sentitems' });
    const findings = await doctor();
    expect(finding('inbox rules', findings)).toMatchObject({
      verdict: 'warns',
      what: '1 can take mail away before Rootdesk reads it: To the archive',
    });
    expect(finding('mail elsewhere', findings)).toMatchObject({
      verdict: 'warns',
      what: '1 of 3 mails of two days lie in other folders than the inbox and junk',
    });
    graph.faults.hidesSettings = true;
    expect(finding('inbox rules', await doctor())).toMatchObject({
      verdict: 'untried',
      remedy: expect.stringContaining('Get-InboxRule -Mailbox aws@company.com'),
    });
  });

  it('asks who is in private and shared channels where one is linked, and names what it lacks for that', async () => {
    const part = 'private channels';
    expect(finding(part, await doctor())).toBeUndefined();
    const { register, graph } = context;
    await linkChannel(register, { id: '19:vault@thread.tacv2', membership: 'private' });
    await linkChannel(register, { id: '19:both@thread.tacv2', membership: 'shared' });
    expect(finding(part, await doctor())).toEqual({
      part,
      verdict: 'works',
      what: 'members of private and shared channels can be asked for: 2',
    });
    const denied = { kind: 'error', status: 403, code: 'Authorization_RequestDenied' } as const;
    graph.faults.always('doesUserHaveAccess', denied);
    const findings = await doctor();
    expect(those('fails', findings)).toEqual([part]);
    expect(finding(part, findings)?.remedy).toContain('ChannelMember.Read.All');
  });

  it('leaves nothing in the table', async () => {
    await doctor();
    expect(await context.table.range('doctor', '', '~')).toEqual([]);
  });

  it('names every setting that is wrong, and tries nothing without a configuration', async () => {
    const { exitCode, out } = await runWith(['doctor'], () => readConfig({ BOT_APP_ID: 'x' }));
    expect(exitCode).toBe(1);
    expect(out).toContain('BOT_APP_ID is not a GUID');
    expect(out).toContain('CENTRAL_MAILBOX is missing');
    expect(out).not.toContain('sign-in');
  });

  it('names the sign-in, and what hangs on it', async () => {
    context.graph.faults.refuseTokens = true;
    expect(those('fails', await doctor())).toEqual([
      'sign-in to Graph',
      'central mailbox',
      'mailbox size',
      'other mailboxes',
      'inbox rules',
      'mail elsewhere',
      'directory',
      'approvers',
      'alias in mail',
    ]);
  });

  it('names a table that cannot be reached', async () => {
    const port = await findFreePort();
    const findings = await doctor((config) => ({
      ...config,
      table: {
        name: 'x',
        place: {
          kind: 'emulator',
          connectionString: `DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;TableEndpoint=http://127.0.0.1:${port}/a;`,
        },
      },
    }));
    expect(those('fails', findings)).toEqual(['table']);
    expect(those('untried', findings)).toEqual([
      'take-over',
      'other mailboxes',
      'Playground',
      'channels',
      'pool',
      'sweep',
      'root mailboxes',
      'alias in mail',
    ]);
  });

  it('names a table whose key is refused', async () => {
    const findings = await doctor((config) => {
      const { place } = config.table;
      const connectionString =
        place.kind === 'emulator'
          ? place.connectionString.replace(/AccountKey=[^;]+/, 'AccountKey=YQ==')
          : '';
      return { ...config, table: { ...config.table, place: { kind: 'emulator', connectionString } } };
    });
    expect(finding('table', findings)).toMatchObject({
      verdict: 'fails',
      what: expect.stringContaining('403'),
      remedy: expect.stringContaining('Storage Table Data Contributor'),
    });
  });

  it('names a table that is not there and may not be created', async () => {
    const network = await openLossyNetwork(azuriteLocation().connectionString);
    network.meet((seen) => (seen.endsWith('/Tables') ? 'refuse-403' : 'pass'));
    const findings = await doctor((config) => ({
      ...config,
      table: { name: 'missing', place: { kind: 'emulator', connectionString: network.connectionString } },
    }));
    await network.close();
    expect(finding('table', findings)).toMatchObject({
      verdict: 'fails',
      what: expect.stringContaining('404'),
      remedy: expect.stringContaining('create it in the storage account'),
    });
  });

  it('names a table that was never taken over, a pool without aliases, channels and sweeps', async () => {
    const findings = await doctor((config) => ({
      ...config,
      table: { ...config.table, name: `new${Date.now()}` },
    }));
    expect(those('fails', findings)).toEqual(['take-over', 'channels', 'pool', 'sweep']);
    expect(finding('channels', findings)?.remedy).toContain('link approvals triage');
  });

  it('names a central mailbox that is refused', async () => {
    context.graph.faults.always(`users/${context.config.graph.mailboxes[0]}/mailFolders`, {
      kind: 'error',
      status: 403,
      code: 'ErrorAccessDenied',
    });
    const findings = await doctor();
    expect(those('fails', findings)).toEqual([
      'central mailbox',
      'mailbox size',
      'mail elsewhere',
      'alias in mail',
    ]);
    expect(finding('central mailbox', findings)?.remedy).toContain('Mail.Read on the central mailbox');
  });

  it('names an access that reaches other mailboxes', async () => {
    context.graph.faults.wideAccess = true;
    const findings = await doctor();
    expect(those('fails', findings)).toEqual(['other mailboxes']);
    expect(finding('other mailboxes', findings)).toMatchObject({
      what: expect.stringContaining(ROOT_2),
      remedy: expect.stringContaining('Remove every consent to Mail.*'),
    });
  });

  it('names a directory that is refused', async () => {
    context.graph.faults.always('v1.0/users?', {
      kind: 'error',
      status: 403,
      code: 'Authorization_RequestDenied',
    });
    expect(those('fails', await doctor())).toEqual(['directory']);
    context.graph.faults.clear();
    context.graph.faults.always('checkMemberGroups', { kind: 'error', status: 403 });
    expect(those('fails', await doctor())).toEqual(['approvers']);
  });

  it.each([
    [
      'is not there',
      { kind: 'group', groupId: 'b7d1e6c4-53a8-4c19-9f60-7e21aa54dfff' },
      1,
      'fails',
      'there is no group',
    ],
    ['is empty', { kind: 'group', groupId: EMPTY_GROUP }, 1, 'fails', 'nobody is in the group'],
    ['names a stranger', { kind: 'people', personIds: [EMPTY_GROUP] }, 1, 'fails', 'does not know'],
    [
      'is too small',
      { kind: 'group', groupId: 'b7d1e6c4-53a8-4c19-9f60-7e21aa54d003' },
      3,
      'fails',
      'needs 3',
    ],
    [
      'is just large enough',
      { kind: 'group', groupId: 'b7d1e6c4-53a8-4c19-9f60-7e21aa54d003' },
      2,
      'warns',
      'nobody is left',
    ],
  ] as const)('names a list of approvers that %s', async (_, approvers, approvalsNeeded, verdict, what) => {
    const findings = await doctor((config) => ({
      ...config,
      requests: { ...config.requests, approvers, approvalsNeeded },
    }));
    expect(finding('approvers', findings)).toMatchObject({ verdict, what: expect.stringContaining(what) });
  });

  it('names a Playground that has ended', async () => {
    await playground[Symbol.asyncDispose]();
    expect(those('fails', await doctor())).toEqual(['Playground']);
    playground = await startWebServer();
  });

  it('names a pool that runs low', async () => {
    const findings = await doctor((config) => ({ ...config, pool: { lowWater: 5 } }));
    expect(finding('pool', findings)).toMatchObject({
      verdict: 'warns',
      what: '4 of 4 aliases are free; 5 is the mark',
    });
  });

  it('names a sweep that has stopped', async () => {
    const findings: Finding[] = [];
    const later = (): Date => new Date(Date.now() + 60 * 60_000);
    for await (const each of examine({ config: () => context.config, clock: later })) findings.push(each);
    expect(those('fails', findings)).toEqual(['sweep']);
    expect(findings.find(({ part }) => part === 'sweep')?.what).toContain('60 min ago');
  });

  it('names mail from AWS that lost its alias, and root mailboxes through which nothing came', async () => {
    const { graph } = context;
    for (const id of graph.hands.list('inbox')) await graph.hands.remove(id);
    expect(those('untried', await doctor())).toEqual(['alias in mail', ROOT_1, ROOT_2]);

    await graph.deliver(mailTo(ROOT_1), [ONE]);
    const lost = await doctor();
    expect(those('fails', lost)).toEqual(['alias in mail']);
    expect(finding(ROOT_1, lost)?.remedy).toContain(`Send a mail from outside to aws_`);

    await graph.deliver(mailTo(ROOT_1, { 'X-MS-Exchange-ForwardingLoop': `${ONE};5e2fa9a0` }), [ONE]);
    const found = await doctor();
    expect(those('warns', found)).toEqual(['alias in mail']);
    expect(finding(ROOT_1, found)?.what).toContain('found in X-MS-Exchange-ForwardingLoop');
    expect(those('untried', found)).toEqual([ROOT_2]);
  });

  describe('of a bot in Azure', () => {
    const { teams } = readConfig(PRODUCTION);
    const token = { token: 'a secret', expiresOnTimestamp: Date.now() + 60_000 };

    async function bot(metadata: unknown, getToken: () => Promise<typeof token | null>) {
      await using web = await startWebServer(metadata);
      if (teams.kind !== 'azure') throw new TypeError('a bot in Azure');
      const access: AzureAccess = { ...teams, personalServiceUrl: web.url };
      const findings: Finding[] = [];
      const botPlaces = { openIdMetadataUrl: web.url, credential: () => ({ getToken }) };
      const config = (): Config => ({ ...context.config, teams: access });
      for await (const each of examine({ config, botPlaces })) findings.push(each);
      expect(JSON.stringify(findings)).not.toContain('a secret');
      return findings.filter(({ part }) => ['bot keys', 'bot sign-in', 'Teams service'].includes(part));
    }
    const METADATA = {
      issuer: 'https://api.botframework.com',
      jwks_uri: 'https://login.botframework.com/keys',
    };

    it('sees that it can check tokens, sign in and reach Teams', async () => {
      const findings = await bot(METADATA, async () => token);
      expect(those('works', findings)).toEqual(['bot keys', 'bot sign-in', 'Teams service']);
    });

    it('names a sign-in that is refused, and a proxy in place of the keys', async () => {
      const findings = await bot({ blocked: 'by the proxy' }, async () => {
        throw new Error('AADSTS7000215: a secret');
      });
      expect(those('fails', findings)).toEqual(['bot keys', 'bot sign-in']);
    });
  });
});
