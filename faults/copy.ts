import { standConfig } from '../local/stand-config.ts';
import { rootdeskSettings } from '../local/rootdesk-settings.ts';
import { createLog } from '../src/shared/log.ts';
import { run } from '../src/run.ts';
import { inWords } from '../src/shared/in-words.ts';

/** More than anybody asks for in a run. */
const OPEN_REQUESTS_MOST = 10_000;
const CALLS_PER_MINUTE = 100_000;

/** One copy of Rootdesk as the local stand runs it. Its settings stand on its command line as JSON. */
const given = rootdeskSettings.parse(JSON.parse(process.argv[2] ?? '{}'));
const usual = standConfig(given);
const config = {
  ...usual,
  requests: { ...usual.requests, openRequestsMost: OPEN_REQUESTS_MOST },
  api: { ...usual.api, callsPerMinute: CALLS_PER_MINUTE },
};
try {
  await run(config, createLog(config.logLevel, given.logFile));
} catch (error) {
  // As in production: it ends, and whoever watches over it starts it again.
  const { message, remedy } = inWords(error);
  process.stderr.write(`${message}\n${remedy}\n`);
  process.exitCode = 1;
}
