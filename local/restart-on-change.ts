import { watch } from 'node:fs';
import { createCoalesced } from '../src/schedule/coalesced.ts';

/** What Rootdesk is made of; the stand itself is not restarted. */
export const PROGRAM_FOLDERS = ['bot', 'cards', 'src'].map((name) => new URL(`../${name}`, import.meta.url));
/** Editors write a file more than once, and a checkout changes many. */
const GATHERED_MS = 300;

/** Something that is stopped and started again. */
export interface Restarted {
  stop(): Promise<void>;
  start(): Promise<void>;
}

/**
 * Restarts the program whenever one of its files changes, while everything beside it goes on. A change with which it does not start is
 * told, and the next change tries again.
 * @param folders watched with all that is in them
 * @returns takes no more changes, and resolves when no restart is under way
 */
export function restartOnChange(
  folders: readonly URL[],
  program: Restarted,
  say: (sentence: string) => void,
): () => Promise<void> {
  const restarts = createCoalesced(
    async () => {
      say('Something was changed: Rootdesk is restarted.');
      await program.stop();
      await program.start();
      say('Rootdesk is running again.');
    },
    GATHERED_MS,
    (error) =>
      say(`Rootdesk does not start with this change; the next one tries again.\n${sentenceOf(error)}`),
  );
  const watchers = folders.map((folder) => watch(folder, { recursive: true }, () => restarts.ask()));
  return async () => {
    for (const watcher of watchers) watcher.close();
    await restarts.stop();
  };
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
