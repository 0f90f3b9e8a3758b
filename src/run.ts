import { createApp } from './app.ts';
import type { Config } from './config.ts';
import type { Log } from './shared/log.ts';
import { collectAfterStart, keepHeapSmall } from './shared/small-heap.ts';
import { VERSION } from './shared/version.ts';
import { waitForStorage } from './wiring/wait-for-storage.ts';

/** Longer than anything in flight takes; then the process ends anyway, and what was claimed is tried again by another. */
const STOP_MS = 10_000;

/**
 * Runs Rootdesk in this process until a signal asks it to stop: then it takes nothing new, lets end what is in flight, and ends
 * the process. While the storage does not answer it waits.
 * @throws what else {@link createApp} throws
 */
export async function run(config: Config, log: Log): Promise<void> {
  log.info({ version: VERSION }, 'Rootdesk starts');
  keepHeapSmall();
  const app = await waitForStorage(config, log, () => createApp(config, log));
  const port = await app.start();
  log.info({ port, afterMs: Math.round(performance.now()) }, 'Rootdesk is running');
  collectAfterStart();

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
