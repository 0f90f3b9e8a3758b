import { createApp } from '../src/app.ts';
import { createLog } from '../src/log.ts';
import { rootdeskSettings, STAND_SETTINGS } from './rootdesk-settings.ts';
import { standConfig } from './stand-config.ts';

const given = rootdeskSettings.parse(JSON.parse(process.env[STAND_SETTINGS] ?? '{}'));
const config = standConfig(given);
const log = createLog(config.logLevel, given.logFile);
const app = await createApp(config, log);
await app.start();
process.once('SIGTERM', () => {
  app.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      log.error({ err: error }, 'the stop failed');
      process.exit(1);
    },
  );
});
