import { z } from 'zod';
import { apiKey, haveOwnNames } from './http/api/access-settings.ts';
import { parseRevealPolicy, REVEAL_POLICY } from './mail/cases/reveal-policy.ts';
import type { People } from './people/approvers.ts';
import { ENVIRONMENTS } from './requests/request.ts';
import { foldAddress } from './shared/identifiers.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const guid = z.guid('is not a GUID').transform((text) => text.toLowerCase());
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);
const guids = list.pipe(z.array(guid).min(1, 'names nobody'));
const address = z.email('is not a mail address').transform(foldAddress);
const hostName = z
  .string()
  .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i, 'is not a list of host names')
  .transform((text) => text.toLowerCase());
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
    .describe('Set it to the Teams service of your region, or leave it out.'),
  AZURE_CLIENT_ID: guid
    .optional()
    .describe('Set it to the client id of the user-assigned managed identity, or leave it out.'),
  TABLE_ENDPOINT: z
    .string()
    .refine(isPublicTable, 'is not a table endpoint in the public cloud of Azure')
    .describe('Set it to the table endpoint, https://<account>.table.core.windows.net.'),
  TABLE_NAME: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]{2,62}$/, 'is not the name of a table')
    .optional()
    .describe('Use 3 to 63 letters and digits, or leave it out for awsrootaccounts.'),
  CENTRAL_MAILBOX: list
    .pipe(z.array(address).min(1, 'is not a mail address'))
    .transform((addresses) => [...new Set(addresses)])
    .describe(
      'Set it to the address of the central mailbox, for instance aws@company.com; of several, to all.',
    ),
  MAIL_SINCE: z.iso
    .date('is not a day such as 2026-01-31')
    .transform((day) => new Date(`${day}T00:00:00Z`))
    .optional()
    .describe('Set it to the first day whose mail counts, such as 2026-01-31, or leave it out for all mail.'),
  POOL_DOMAINS: list
    .pipe(z.array(z.string()).min(1, 'is empty'))
    .describe('List the domains of the aliases, for instance company.com.'),
  ALIAS_PREFIXES: list
    .optional()
    .describe('List what the local part of every alias begins with, or leave it out for aws_,aws+.'),
  AWS_SENDER_DOMAINS: list
    .optional()
    .describe('List the domains from which AWS writes, or leave it out for the built-in list.'),
  COMPANY_HOSTS: list
    .pipe(z.array(hostName))
    .optional()
    .describe('List hosts of your own to which banners and footers of mail lead, or leave it out.'),
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
  PROBE_DAYS: whole(0, 90)
    .optional()
    .describe('Set it to a number of days from 1 to 90, or leave it out to send no probe mails.'),
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
  TEAMS_APP_ID: guid
    .optional()
    .describe('Set it to the id of the app in Teams, for the link by which people add it, or leave it out.'),
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
export type Settings = z.output<typeof settings>;

/** Names of all settings, for the documentation and its test. */
export const SETTING_NAMES: readonly string[] = Object.keys(settings.shape);

/** The settings of the environment, or everything that is wrong with them, each fault with its remedy. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): Settings | { readonly faults: readonly string[] } {
  // A setting that was left out and one that was left blank are the same: pipelines like to set everything.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(given);
  const faults = [
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => faultOf(issue, given))),
    ...contradictions(given),
  ];
  return parsed.success && faults.length === 0 ? parsed.data : { faults: [...new Set(faults)] };
}

/** Names the setting and what is wrong with it; the value itself, which may be a secret, is never repeated. */
function faultOf(issue: z.core.$ZodIssue, given: Readonly<Record<string, string | undefined>>): string {
  const name = settings.keyof().parse(issue.path[0]);
  const remedy = settings.shape[name].description ?? '';
  if (given[name] === undefined) return `${name} is missing. ${remedy}`;
  return `${name} ${/^(is|names) /.test(issue.message) ? issue.message : 'is malformed'}. ${remedy}`;
}

/** By which setting each kind of approvers is named; exactly one is set. */
const APPROVERS_SETTING: Readonly<Record<People['kind'], keyof Settings>> = {
  group: 'APPROVERS_GROUP',
  people: 'APPROVERS',
};

/** What one setting alone cannot tell. */
function contradictions(given: Readonly<Record<string, string | undefined>>): string[] {
  const isSet = (name: keyof Settings): boolean => given[name] !== undefined;
  const faults: string[] = [];
  const approvers = Object.values(APPROVERS_SETTING);
  if (approvers.filter(isSet).length !== 1) {
    faults.push(`${approvers.join(' or ')} must be set, and not both. Say who decides requests.`);
  }
  if (isSet('APPLICATIONINSIGHTS_AUTHENTICATION_STRING') && !isSet('APPLICATIONINSIGHTS_CONNECTION_STRING')) {
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

/** Tokens, Graph and Teams are those of the public cloud too; another cloud's table would only fail later. */
function isPublicTable(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' && /\.table\.(?:core\.windows|storage\.azure)\.net$/.test(hostname);
}

/** https, a host, perhaps a port, and nothing else. */
function isSecureOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, href, origin } = new URL(text);
  return protocol === 'https:' && href === `${origin}/`;
}
