import { rootdeskSettings } from '../local/rootdesk-settings.ts';
import { standConfig } from '../local/stand-config.ts';
import { run } from '../src/run.ts';
import { createLog } from '../src/shared/log.ts';
import { APPROVERS_GROUP } from './company.ts';

/** More than anybody asks for in a run. */
const OPEN_REQUESTS_MOST = 10_000;
const CALLS_PER_MINUTE = 100_000;

/** Rootdesk for the company of the harness, as the local stand runs it. Its settings are on its command line as JSON. */
const given = rootdeskSettings.parse(JSON.parse(process.argv[2] ?? '{}'));
const usual = standConfig(given);
const config = {
  ...usual,
  requests: {
    ...usual.requests,
    approvers: { kind: 'group', groupId: APPROVERS_GROUP },
    openRequestsMost: OPEN_REQUESTS_MOST,
  },
  api: { ...usual.api, callsPerMinute: CALLS_PER_MINUTE },
} as const;
await run(config, createLog('warn', given.logFile));
