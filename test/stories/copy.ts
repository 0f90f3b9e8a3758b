import type { Config } from '../../src/config.ts';
import { createLog } from '../../src/shared/log.ts';
import { run } from '../../src/run.ts';

/**
 * One copy of Rootdesk in a process of its own, with the configuration that the story gives on its command line. Its log, a JSON
 * object a line, is its standard output.
 */
const config: Config = JSON.parse(process.argv[2] ?? '');
await run(config, createLog('info'));
