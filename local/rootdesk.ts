import { createLog } from '../src/shared/log.ts';
import { run } from '../src/run.ts';
import { rootdeskSettings, STAND_SETTINGS } from './rootdesk-settings.ts';
import { standConfig } from './stand-config.ts';

const given = rootdeskSettings.parse(JSON.parse(process.env[STAND_SETTINGS] ?? '{}'));
const config = standConfig(given);
await run(config, createLog(config.logLevel, given.logFile));
