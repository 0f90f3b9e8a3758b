import type { Config } from '../src/config.ts';
import { REVEAL_POLICY } from '../src/mail/cases/reveal-policy.ts';
import { MAIL_RULES } from '../src/mail/rules.ts';
import { approvers } from './people.ts';
import { CENTRAL_MAILBOX, DOMAIN } from './pool.ts';
import type { StandSettings } from './rootdesk-settings.ts';

const SWEEP_SECONDS = 5;
/** Each root mailbox every minute: what is stopped shows in two or three. */
const PROBES: NonNullable<Config['probes']> = {
  withinDays: 7,
  mailboxEveryMs: 60_000,
  patienceMs: 30_000,
  perMinuteMost: 15,
  lookMs: 2_000,
};
const HOUR_MS = 60 * 60 * 1000;

/**
 * Rootdesk as the stand runs it: the program of production with a configuration that is made here, in code, and that no
 * environment can make of `src/main.ts`. It listens on loopback alone.
 */
export function standConfig(given: Omit<StandSettings, 'logFile'>): Config {
  return {
    http: {
      host: '127.0.0.1',
      port: given.port,
      ...(given.publicUrl !== undefined && { publicUrl: given.publicUrl }),
    },
    teams: { kind: 'playground' },
    table: {
      name: 'awsrootaccounts',
      place: { kind: 'emulator', connectionString: given.tableConnectionString },
    },
    graph: { baseUrl: given.graphUrl, mailboxes: given.centralMailboxes ?? [CENTRAL_MAILBOX] },
    credential: { kind: 'loopback', tokenUrl: given.tokenUrl },
    mail: { ...MAIL_RULES, domains: [DOMAIN] },
    requests: {
      approvers: { kind: 'group', groupId: approvers.id },
      askers: { kind: 'everyone' },
      approvalsNeeded: 1,
      openRequestsMost: 5,
      approvedByItself: [],
    },
    handling: { reveal: REVEAL_POLICY, acknowledgeMinutes: 60 },
    aliases: { quarantineDays: 90 },
    pool: { lowWater: 50 },
    ...(given.probes === true && { probes: PROBES }),
    api: {
      keys: [
        {
          name: 'local-stand',
          roles: ['Aliases.Read', 'Aliases.Allot', 'Aliases.Manage'],
          sha256: given.apiKeySha256,
        },
      ],
      tokens: undefined,
      callsPerMinute: 600,
    },
    schedule: { sweepSeconds: SWEEP_SECONDS, remindAfterMs: 4 * HOUR_MS, expireAfterMs: 14 * 24 * HOUR_MS },
    // On loopback, so everybody who reaches it may.
    monitoring: { metricsPort: given.port },
    logLevel: 'info',
  };
}
