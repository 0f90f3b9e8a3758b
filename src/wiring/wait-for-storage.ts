import { createWaitingServer } from '../http/waiting-server.ts';
import type { Config } from '../config.ts';
import type { Log } from '../shared/log.ts';
import { createTroubles, type Troubles } from '../shared/troubles.ts';
import { pause } from '../shared/pause.ts';
import { RegisterUnavailable } from '../store/unavailable.ts';
import { closed, opened } from './servers.ts';

/** Between two tries: doubling from the first to the last. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

/**
 * Opens what needs the storage, however long that does not answer: a process that ended would be started again and again. Until
 * then `/readyz` says what is missing, and the log why.
 * @param open is called until it does not throw {@link RegisterUnavailable}
 * @param onWaiting gets the port on which `/readyz` answers meanwhile
 * @throws everything else that `open` throws
 */
export async function waitForStorage<T>(
  { http }: Pick<Config, 'http'>,
  log: Log,
  open: () => Promise<T>,
  onWaiting: (port: number) => void = () => undefined,
): Promise<T> {
  const troubles = createTroubles(log);
  const first = await tried(troubles, open);
  if (first !== undefined) return first.done;
  const waiting = createWaitingServer(log);
  onWaiting(await opened([{ server: waiting, port: http.port }], http.host));
  try {
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(LONGEST_WAIT_MS, 2 * waitMs)) {
      await pause(waitMs);
      const again = await tried(troubles, open);
      if (again !== undefined) return again.done;
    }
  } finally {
    // The port is for what comes next.
    await closed(waiting, 0);
  }
}

async function tried<T>(
  troubles: Troubles,
  open: () => Promise<T>,
): Promise<{ readonly done: T } | undefined> {
  try {
    return { done: await open() };
  } catch (error) {
    if (!(error instanceof RegisterUnavailable)) throw error;
    troubles.failed('table', {
      level: 'warn',
      message: 'not ready: the table storage does not answer; trying again',
      details: { err: error },
    });
    return undefined;
  }
}
