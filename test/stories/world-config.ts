import type { Config } from '../../src/config.ts';
import { REVEAL_POLICY } from '../../src/mail/cases/reveal-policy.ts';
import { MAIL_RULES } from '../../src/mail/rules.ts';
import { APPROVERS_GROUP, CENTRAL } from './company.ts';

/** Where the outside of a story's program is. */
export interface Surroundings {
  readonly tableName: string;
  /** Connection string of the table. */
  readonly storage: string;
  readonly graphUrl: string;
  readonly tokenUrl: string;
}

const HOUR_MS = 60 * 60 * 1000;

/** The configuration of the stories' company. */
export function worldConfig({ tableName, storage, graphUrl, tokenUrl }: Surroundings): Config {
  return {
    http: { host: '127.0.0.1', port: 0 },
    teams: { kind: 'playground' },
    table: { name: tableName, place: { kind: 'emulator', connectionString: storage } },
    graph: { baseUrl: graphUrl, mailboxes: [CENTRAL] },
    credential: { kind: 'loopback', tokenUrl },
    mail: { ...MAIL_RULES, domains: ['company.com'] },
    requests: {
      approvers: { kind: 'group', groupId: APPROVERS_GROUP },
      askers: { kind: 'everyone' },
      approvalsNeeded: 1,
      openRequestsMost: 5,
      approvedByItself: [],
    },
    handling: { reveal: REVEAL_POLICY, acknowledgeMinutes: 60 },
    aliases: { quarantineDays: 90 },
    pool: { lowWater: 0 },
    api: { keys: [], tokens: undefined, callsPerMinute: 600 },
    schedule: { sweepSeconds: 60, remindAfterMs: 4 * HOUR_MS, expireAfterMs: 14 * 24 * HOUR_MS },
    logLevel: 'debug',
  };
}
