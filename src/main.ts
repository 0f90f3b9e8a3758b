import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { RootdeskError } from './errors.ts';
import { createLog } from './log.ts';

/** Longer than anything in flight takes; then the process ends anyway, and what was claimed is tried again by another. */
const STOP_MS = 10_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const app = await createApp(config, log);
  const port = await app.start();
  log.info({ port }, 'Rootdesk is running');

  const stop = (signal: string): void => {
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), STOP_MS).unref();
    app.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the stop failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  const words = error instanceof RootdeskError ? `${error.message}\n${error.remedy}` : String(error);
  process.stderr.write(`${words}\n`);
  process.exitCode = 1;
});
