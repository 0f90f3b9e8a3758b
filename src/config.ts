import { z } from 'zod';
import type { TeamsAccess } from '../bot/access.ts';
import type { AliasPolicy } from './aliases/change-alias.ts';
import { RootdeskError } from './errors.ts';
import type { CredentialChoice } from './graph/credential.ts';
import { isLoopback } from './graph/loopback.ts';
import type { ApiAccess } from './http/api/access.ts';
import { apiKey, entraRules, haveOwnNames } from './http/api/settings.ts';
import type { MonitoringChoice } from './monitoring/monitoring.ts';
import type { HandlingPolicy } from './mail/handling/create-mails.ts';
import { parseRevealPolicy, REVEAL_POLICY } from './mail/handling/reveal-policy.ts';
import { AWS_SENDERS, MAIL_RULES, type MailRules } from './mail/reading/rules.ts';
import type { People, RequestPolicy } from './requests/policy.ts';
import { ENVIRONMENTS } from './requests/request.ts';

/** Everything that can be set, parsed once. The local stand makes one of its own in code; the environment cannot. */
export interface Config {
  readonly http: {
    readonly host: string;
    readonly port: number;
    /** Origin under which Microsoft 365 reaches Rootdesk; left out: it is not told of new mail. */
    readonly publicUrl?: string;
  };
  readonly teams: TeamsAccess;
  readonly table: {
    readonly name: string;
    readonly place:
      | { readonly kind: 'azure'; readonly endpoint: string }
      | { readonly kind: 'emulator'; readonly connectionString: string };
  };
  readonly graph: {
    /** Root of Microsoft Graph without the version, for national clouds. */
    readonly baseUrl: string;
    /** Address of the central mailbox. */
    readonly mailbox: string;
  };
  /** Who Rootdesk is towards Azure: for the table, the mailbox and the directory. */
  readonly credential: CredentialChoice;
  readonly mail: MailRules;
  readonly requests: RequestPolicy;
  readonly handling: HandlingPolicy;
  readonly aliases: AliasPolicy;
  readonly pool: {
    /** Triage is alerted when fewer aliases than this are free; 0: never. */
    readonly lowWater: number;
  };
  readonly api: ApiAccess;
  readonly schedule: {
    /** Between two sweeps of the mailbox. */
    readonly sweepSeconds: number;
    /** After how long approvers are reminded of a pending request, again and again; undefined: never. */
    readonly remindAfterMs: number | undefined;
    /** After how long a pending request expires; undefined: never. */
    readonly expireAfterMs: number | undefined;
  };
  /** Who watches; left out: nobody. */
  readonly monitoring?: MonitoringChoice;
  readonly logLevel: LogLevel;
}

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The environment does not make a configuration. Every fault stands in `faults`, each with its remedy. */
export class ConfigurationFaults extends RootdeskError<'configuration'> {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(
      'configuration',
      `Rootdesk cannot start: ${faults.length} ${faults.length === 1 ? 'setting is' : 'settings are'} missing or malformed.`,
      faults.join('\n'),
    );
    this.name = 'ConfigurationFaults';
    this.faults = faults;
  }
}

const guid = z.guid('is not a GUID').transform((text) => text.toLowerCase());
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);
const guids = list.pipe(z.array(guid).min(1, 'names nobody'));
const address = z.email('is not a mail address').transform((text) => text.toLowerCase());
const httpsUrl = z.url({ protocol: /^https$/, message: 'is not an https address' });
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, 'is not a whole number')
    .transform(Number)
    .pipe(z.number().min(least, `is less than ${least}`).max(most, `is more than ${most}`));

/**
 * Every setting with its shape, and as its description the remedy that is shown when it is wrong. `docs/configuration.md`
 * explains them.
 */
const settings = z.object({
  BOT_APP_ID: guid.describe('Set it to the application (client) id of the bot registration.'),
  BOT_TENANT_ID: guid.describe('Set it to the id of the Entra tenant that holds the bot registration.'),
  BOT_APP_TYPE: z
    .enum(['UserAssignedMSI', 'SingleTenant'], 'is neither UserAssignedMSI nor SingleTenant')
    .describe('Set it to UserAssignedMSI, or to SingleTenant when the bot signs in with a secret.'),
  BOT_APP_PASSWORD: z
    .string()
    .optional()
    .describe('Set it to the secret of the bot registration, only with SingleTenant.'),
  ALLOWED_TENANTS: guids
    .optional()
    .describe('List the ids of tenants whose people may use the bot, or leave it out.'),
  ALLOWED_SERVICE_HOSTS: list.optional().describe('List the hosts of the Teams service, or leave it out.'),
  TEAMS_SERVICE_URL: httpsUrl
    .optional()
    .describe('Set it to the Teams service of your cloud, or leave it out.'),
  AZURE_CLIENT_ID: guid
    .optional()
    .describe('Set it to the client id of the user-assigned managed identity, or leave it out.'),
  TABLE_ENDPOINT: httpsUrl.describe(
    'Set it to the table endpoint, https://<account>.table.core.windows.net.',
  ),
  TABLE_NAME: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]{2,62}$/, 'is not the name of a table')
    .optional()
    .describe('Use 3 to 63 letters and digits, or leave it out for awsrootaccounts.'),
  CENTRAL_MAILBOX: address.describe(
    'Set it to the address of the central mailbox, for instance aws@company.com.',
  ),
  GRAPH_URL: httpsUrl
    .optional()
    .describe('Set it to the root of Microsoft Graph in your cloud, or leave it out.'),
  POOL_DOMAINS: list
    .pipe(z.array(z.string()).min(1, 'is empty'))
    .describe('List the domains of the aliases, for instance company.com.'),
  ALIAS_PREFIXES: list
    .optional()
    .describe('List what the local part of every alias begins with, or leave it out for aws_,aws+.'),
  AWS_SENDER_DOMAINS: list
    .optional()
    .describe('List the domains from which AWS writes, or leave it out for the built-in list.'),
  APPROVERS_GROUP: guid.optional().describe('Set it to the object id of the Entra group of the approvers.'),
  APPROVERS: guids.optional().describe('List the object ids of the approvers, separated by commas.'),
  ASKERS_GROUP: guid
    .optional()
    .describe('Set it to the object id of the group that may ask, or leave it out for everyone.'),
  APPROVALS_NEEDED: whole(1, 5).optional().describe('Set it to a number from 1 to 5, or leave it out for 1.'),
  OPEN_REQUESTS_MOST: whole(1, 100)
    .optional()
    .describe('Set it to a number from 1 to 100, or leave it out for 5.'),
  APPROVED_BY_ITSELF: list
    .pipe(z.array(z.enum(ENVIRONMENTS)))
    .optional()
    .describe(`List environments (${ENVIRONMENTS.join(', ')}) that need no approver, or leave it out.`),
  REMIND_AFTER_HOURS: whole(0, 1_000)
    .optional()
    .describe('Set it to a number of hours from 1 to 1000, to 0 for never, or leave it out for 4.'),
  EXPIRE_AFTER_DAYS: whole(0, 365)
    .optional()
    .describe('Set it to a number of days from 1 to 365, to 0 for never, or leave it out for 14.'),
  QUARANTINE_DAYS: whole(1, 3650)
    .optional()
    .describe('Set it to a number of days from 1 to 3650, or leave it out for 90.'),
  POOL_LOW_WATER: whole(0, 100_000)
    .optional()
    .describe('Set it to a number of aliases, to 0 for no alert, or leave it out for 100.'),
  API_KEYS: list
    .pipe(z.array(apiKey))
    .refine(haveOwnNames, 'names one key twice')
    .optional()
    .describe('List keys as name:role+role:sha256hex (docs/api.md), or leave it out for none.'),
  API_AUDIENCE: list
    .pipe(z.array(z.string()).min(1, 'is empty'))
    .optional()
    .describe("Set it to the application ID URI or client id of the API's registration, or leave it out."),
  API_TENANT_ID: guid
    .optional()
    .describe('Set it to the tenant of the calling applications, or leave it out for BOT_TENANT_ID.'),
  API_CALLS_PER_MINUTE: whole(1, 100_000)
    .optional()
    .describe('Set it to a number from 1 to 100000, or leave it out for 600.'),
  REVEAL_POLICY: list
    .transform((items, context) => {
      const policy = parseRevealPolicy(items);
      if (policy === undefined) context.addIssue('names no category or no rule');
      return policy ?? REVEAL_POLICY;
    })
    .optional()
    .describe(
      'List pairs like password-reset=approved with the rules owner, approved or never, or leave it out.',
    ),
  ACKNOWLEDGE_MINUTES: whole(5, 10_080)
    .optional()
    .describe('Set it to a number of minutes from 5 to 10080, or leave it out for 60.'),
  SWEEP_SECONDS: whole(5, 3600)
    .optional()
    .describe('Set it to a number of seconds from 5 to 3600, or leave it out for 60.'),
  HOST: z.string().optional().describe('Set it to the address to listen on, or leave it out for 0.0.0.0.'),
  PUBLIC_URL: z
    .string()
    .refine(isSecureOrigin, 'is not an https address without a path')
    .transform((url) => new URL(url).origin)
    .optional()
    .describe(
      'Set it to the address under which the internet reaches Rootdesk, https://<host>, or leave it out.',
    ),
  PORT: whole(1, 65535).optional().describe('Set it to a port from 1 to 65535, or leave it out for 3978.'),
  METRICS_PORT: whole(1, 65535)
    .optional()
    .describe('Set it to a port from 1 to 65535 that the internet does not reach, or leave it out for none.'),
  APPLICATIONINSIGHTS_CONNECTION_STRING: z
    .string()
    .regex(/(^|;)InstrumentationKey=[0-9a-f-]{36}(;|$)/i, 'names no instrumentation key')
    .optional()
    .describe('Set it to the connection string of Application Insights, or leave it out.'),
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: z
    .literal('Authorization=AAD', 'is not Authorization=AAD')
    .optional()
    .describe('Set it to Authorization=AAD to sign in with the managed identity, or leave it out.'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, 'is no log level')
    .optional()
    .describe(`Set it to one of ${LOG_LEVELS.join(', ')}, or leave it out.`),
});
type Settings = z.output<typeof settings>;

/** Names of all settings, for the documentation and its test. */
export const SETTING_NAMES: readonly string[] = Object.keys(settings.shape);

/**
 * Reads the environment once. There is no setting that switches authentication off or storage to an emulator.
 * @throws {ConfigurationFaults} naming every setting that is missing or malformed, each with its remedy
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // A setting that was left out and one that was left blank are the same: pipelines like to set everything.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(given);
  const faults = [
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => faultOf(issue, given))),
    ...contradictions(given),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigurationFaults([...new Set(faults)]);
  return configOf(parsed.data);
}

/** Names the setting and what is wrong with it; the value itself, which may be a secret, is never repeated. */
function faultOf(issue: z.core.$ZodIssue, given: Readonly<Record<string, string | undefined>>): string {
  const name = settings.keyof().parse(issue.path[0]);
  const remedy = settings.shape[name].description ?? '';
  if (given[name] === undefined) return `${name} is missing. ${remedy}`;
  return `${name} ${/^(is|names) /.test(issue.message) ? issue.message : 'is malformed'}. ${remedy}`;
}

/** What one setting alone cannot tell. */
function contradictions(given: Readonly<Record<string, string | undefined>>): string[] {
  const isSet = (name: keyof Settings): boolean => given[name] !== undefined;
  const faults: string[] = [];
  if (isSet('APPROVERS_GROUP') === isSet('APPROVERS')) {
    faults.push('APPROVERS_GROUP or APPROVERS must be set, and not both. Say who decides requests.');
  }
  if (
    isSet('APPLICATIONINSIGHTS_AUTHENTICATION_STRING') &&
    !isSet('APPLICATIONINSIGHTS_CONNECTION_STRING')
  ) {
    faults.push(
      'APPLICATIONINSIGHTS_CONNECTION_STRING is missing. The sign-in is set; say where, or leave it out too.',
    );
  }
  const type = given['BOT_APP_TYPE'];
  if (type === 'SingleTenant' && !isSet('BOT_APP_PASSWORD')) {
    faults.push(
      'BOT_APP_PASSWORD is missing. SingleTenant needs it; UserAssignedMSI works without a secret.',
    );
  }
  if (type === 'UserAssignedMSI' && isSet('BOT_APP_PASSWORD')) {
    faults.push('BOT_APP_PASSWORD is set although UserAssignedMSI needs no secret. Remove it.');
  }
  return faults;
}

/** Service hosts of Teams in the public cloud (Bot Framework documentation). */
const TEAMS_HOSTS = ['smba.trafficmanager.net'];
const TEAMS_URL = 'https://smba.trafficmanager.net/teams/';

function configOf(set: Settings): Config {
  return {
    http: {
      host: set.HOST ?? '0.0.0.0',
      port: set.PORT ?? 3978,
      ...(set.PUBLIC_URL !== undefined && { publicUrl: set.PUBLIC_URL }),
    },
    teams: teamsOf(set),
    table: {
      name: set.TABLE_NAME ?? 'awsrootaccounts',
      place: { kind: 'azure', endpoint: set.TABLE_ENDPOINT },
    },
    graph: { baseUrl: set.GRAPH_URL ?? 'https://graph.microsoft.com', mailbox: set.CENTRAL_MAILBOX },
    credential:
      set.AZURE_CLIENT_ID === undefined
        ? { kind: 'default' }
        : { kind: 'managed-identity', clientId: set.AZURE_CLIENT_ID },
    mail: {
      ...MAIL_RULES,
      domains: set.POOL_DOMAINS.map((domain) => domain.toLowerCase()),
      aliasPrefixes: set.ALIAS_PREFIXES ?? MAIL_RULES.aliasPrefixes,
      awsSenders: { ...AWS_SENDERS, domains: set.AWS_SENDER_DOMAINS ?? AWS_SENDERS.domains },
    },
    requests: {
      approvers: approversOf(set),
      askers:
        set.ASKERS_GROUP === undefined ? { kind: 'everyone' } : { kind: 'group', groupId: set.ASKERS_GROUP },
      approvalsNeeded: set.APPROVALS_NEEDED ?? 1,
      openRequestsMost: set.OPEN_REQUESTS_MOST ?? 5,
      approvedByItself: set.APPROVED_BY_ITSELF ?? [],
    },
    handling: {
      reveal: set.REVEAL_POLICY ?? REVEAL_POLICY,
      acknowledgeMinutes: set.ACKNOWLEDGE_MINUTES ?? 60,
    },
    aliases: { quarantineDays: set.QUARANTINE_DAYS ?? 90 },
    pool: { lowWater: set.POOL_LOW_WATER ?? 100 },
    api: apiOf(set),
    schedule: {
      sweepSeconds: set.SWEEP_SECONDS ?? 60,
      remindAfterMs: unlessZero((set.REMIND_AFTER_HOURS ?? 4) * HOUR_MS),
      expireAfterMs: unlessZero((set.EXPIRE_AFTER_DAYS ?? 14) * 24 * HOUR_MS),
    },
    monitoring: monitoringOf(set),
    logLevel: set.LOG_LEVEL ?? 'info',
  };
}

const HOUR_MS = 60 * 60 * 1000;

/** 0 in a setting means never. */
function unlessZero(ms: number): number | undefined {
  return ms === 0 ? undefined : ms;
}

/** Nobody can call the API unless keys or an audience are set. */
function apiOf(set: Settings): ApiAccess {
  return {
    keys: set.API_KEYS ?? [],
    tokens:
      set.API_AUDIENCE === undefined
        ? undefined
        : entraRules(set.API_TENANT_ID ?? set.BOT_TENANT_ID, set.API_AUDIENCE),
    callsPerMinute: set.API_CALLS_PER_MINUTE ?? 600,
  };
}

function monitoringOf(set: Settings): MonitoringChoice {
  const { METRICS_PORT: metricsPort, APPLICATIONINSIGHTS_CONNECTION_STRING: connectionString } = set;
  const withIdentity = set.APPLICATIONINSIGHTS_AUTHENTICATION_STRING !== undefined;
  return {
    ...(metricsPort !== undefined && { metricsPort }),
    ...(connectionString !== undefined && { azureMonitor: { connectionString, withIdentity } }),
  };
}

function teamsOf(set: Settings): TeamsAccess {
  return {
    kind: 'azure',
    appId: set.BOT_APP_ID,
    tenantId: set.BOT_TENANT_ID,
    identity:
      set.BOT_APP_PASSWORD === undefined
        ? { kind: 'UserAssignedMSI' }
        : { kind: 'SingleTenant', password: set.BOT_APP_PASSWORD },
    allowedTenants: set.ALLOWED_TENANTS ?? [set.BOT_TENANT_ID],
    allowedServiceHosts: set.ALLOWED_SERVICE_HOSTS ?? TEAMS_HOSTS,
    personalServiceUrl: set.TEAMS_SERVICE_URL ?? TEAMS_URL,
  };
}

function approversOf(set: Settings): People {
  return set.APPROVERS_GROUP === undefined
    ? { kind: 'people', personIds: set.APPROVERS ?? [] }
    : { kind: 'group', groupId: set.APPROVERS_GROUP };
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/**
 * The parts of the local stand believe everybody, so they work on loopback alone.
 * @throws {ConfigurationFaults} when one of them is configured and Rootdesk would listen, or the table would be, elsewhere
 */
export function requireLoopback(config: Config): void {
  const faults: string[] = [];
  const local = config.teams.kind === 'playground' || config.table.place.kind === 'emulator';
  if (local && !LOOPBACK.includes(config.http.host)) {
    faults.push(`The local stand would listen on ${config.http.host}. Let it listen on 127.0.0.1.`);
  }
  const { place } = config.table;
  if (place.kind === 'emulator' && !tableEndpoints(place.connectionString).every(isOnThisMachine)) {
    faults.push('The table emulator is not on loopback. Point it at http://127.0.0.1.');
  }
  const { publicUrl } = config.http;
  if (publicUrl !== undefined && !publicUrl.startsWith('https://') && !isOnThisMachine(publicUrl)) {
    faults.push('The public address is neither https nor on loopback. Begin it with https://.');
  }
  if (faults.length > 0) throw new ConfigurationFaults(faults);
}

/** Every place that a storage connection string could lead to; an empty one where it names none. */
function tableEndpoints(connectionString: string): readonly string[] {
  const named = connectionString
    .split(';')
    .flatMap((part) => /^\s*TableEndpoint\s*=(.*)$/i.exec(part)?.[1] ?? []);
  return named.length === 0 ? [''] : named;
}

/** https, a host, perhaps a port, and nothing else. */
function isSecureOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, href, origin } = new URL(text);
  return protocol === 'https:' && href === `${origin}/`;
}

function isOnThisMachine(endpoint: string): boolean {
  return URL.canParse(endpoint) && isLoopback(new URL(endpoint));
}
