import { createApp } from '../../src/app.ts';
import type { Config } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';

/**
 * One copy of Rootdesk in a process of its own, with the configuration that the story gives on its command line. Its log, a JSON
 * object a line, is its standard output.
 */
const config: Config = JSON.parse(process.argv[2] ?? '');
const app = await createApp(config, createLog('info'));
await app.start();
