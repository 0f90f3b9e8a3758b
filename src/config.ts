import type { TeamsAccess } from '../bot/teams/teams-access.ts';
import type { AliasPolicy } from './aliases/change-alias.ts';
import { RootdeskError } from './shared/rootdesk-error.ts';
import type { CredentialChoice } from './graph/credential.ts';
import type { ApiAccess } from './http/api/api-access.ts';
import { entraRules } from './http/api/access-settings.ts';
import type { MonitoringChoice } from './monitoring/monitoring.ts';
import type { HandlingPolicy } from './mail/cases/mails-deps.ts';
import { REVEAL_POLICY } from './mail/cases/reveal-policy.ts';
import { domainOf } from './mail/parse/addresses.ts';
import { AWS_SENDERS, MAIL_RULES, type MailRules } from './mail/rules.ts';
import { probeTimes, type ProbeTimes } from './mail/reach/probe-times.ts';
import type { People } from './people/approvers.ts';
import type { RequestPolicy } from './requests/policy.ts';
import { readSettings, type LogLevel, type Settings } from './settings.ts';

/** Everything that can be set, parsed once. The local stand makes one of its own in code; the environment cannot. */
export interface Config {
  readonly http: {
    readonly host: string;
    readonly port: number;
    /** Origin under which Microsoft 365 reaches Rootdesk; left out: it is not told of new mail. */
    readonly publicUrl?: string;
  };
  readonly teams: TeamsAccess;
  /** Of the app in Teams, for the link by which people add it; left out: there is none. */
  readonly teamsAppId?: string;
  readonly table: {
    readonly name: string;
    readonly place:
      | { readonly kind: 'azure'; readonly endpoint: string }
      | { readonly kind: 'emulator'; readonly connectionString: string };
  };
  readonly graph: {
    /** Root of Microsoft Graph without the version. */
    readonly baseUrl: string;
    /** Addresses of the central mailboxes, at least one. */
    readonly mailboxes: readonly string[];
    /** Mail that was received before is left where it is; left out: all mail counts. */
    readonly mailSince?: Date;
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
  /** How probe mails are sent; left out: none are. */
  readonly probes?: ProbeTimes;
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

/** The environment does not make a configuration. Every fault is in `faults`, each with its remedy. */
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

/**
 * Reads the environment once. There is no setting that switches authentication off or storage to an emulator.
 * @throws {ConfigurationFaults} naming every setting that is missing or malformed, each with its remedy
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = readSettings(environment);
  if ('faults' in set) throw new ConfigurationFaults(set.faults);
  return configOf(set);
}

/** Microsoft Graph of the public cloud, the only one that Rootdesk knows: docs/configuration.md. */
const GRAPH_URL = 'https://graph.microsoft.com';
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
    ...(set.TEAMS_APP_ID !== undefined && { teamsAppId: set.TEAMS_APP_ID }),
    table: {
      name: set.TABLE_NAME ?? 'awsrootaccounts',
      place: { kind: 'azure', endpoint: set.TABLE_ENDPOINT },
    },
    graph: {
      baseUrl: GRAPH_URL,
      mailboxes: set.CENTRAL_MAILBOX,
      ...(set.MAIL_SINCE !== undefined && { mailSince: set.MAIL_SINCE }),
    },
    credential:
      set.AZURE_CLIENT_ID === undefined
        ? { kind: 'default' }
        : { kind: 'managed-identity', clientId: set.AZURE_CLIENT_ID },
    mail: {
      ...MAIL_RULES,
      domains: set.POOL_DOMAINS.map((domain) => domain.toLowerCase()),
      aliasPrefixes: set.ALIAS_PREFIXES ?? MAIL_RULES.aliasPrefixes,
      companyHosts: [...new Set(set.CENTRAL_MAILBOX.map(domainOf)), ...(set.COMPANY_HOSTS ?? [])],
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
    ...(set.PROBE_DAYS !== undefined && set.PROBE_DAYS > 0 && { probes: probeTimes(set.PROBE_DAYS) }),
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

/** Each kind of approvers as it is set; exactly one is. */
const APPROVERS: {
  readonly [K in People['kind']]: (set: Settings) => Extract<People, { kind: K }> | undefined;
} = {
  group: ({ APPROVERS_GROUP: groupId }) => (groupId === undefined ? undefined : { kind: 'group', groupId }),
  people: ({ APPROVERS: personIds }) => personIds && { kind: 'people', personIds },
};

/** Nobody decides where nobody is set. */
function approversOf(set: Settings): People {
  const [approvers] = Object.values(APPROVERS).flatMap((read) => read(set) ?? []);
  return approvers ?? { kind: 'people', personIds: [] };
}
