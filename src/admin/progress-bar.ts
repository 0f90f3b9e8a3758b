import { SingleBar } from 'cli-progress';
import type { CommandOutput } from './command-output.ts';

export type OnProgress = (progress: { readonly done: number; readonly total: number }) => void;

/** Works with a bar on standard error, where somebody watches and no JSON was asked for. */
export async function withProgressBar<T>(
  { io, label, json }: { readonly io: CommandOutput; readonly label: string; readonly json: boolean },
  work: (onProgress: OnProgress) => Promise<T>,
): Promise<T> {
  if (!io.progress || json) return work(() => undefined);
  const bar = new SingleBar({
    format: `${label} [{bar}] {value}/{total}`,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: null,
  });
  bar.start(0, 0);
  try {
    return await work(({ done, total }) => {
      bar.setTotal(total);
      bar.update(done);
    });
  } finally {
    bar.stop();
  }
}
