import { Refusal } from '../store/refusal.ts';
import { AdminFault, type CommandOutput } from './command-output.ts';
import { withProgressBar } from './progress-bar.ts';

/** What became of a list of things to do. */
export interface InTurn<T, R> {
  readonly done: readonly R[];
  /** Not done, with the reason in words. */
  readonly refused: readonly { readonly item: T; readonly reason: string }[];
}

/**
 * Does one after the other, with a bar; one that is refused keeps no other from being done.
 * @throws whatever is no refusal; what was done until then stays
 */
export async function inTurn<T, R>(
  items: readonly T[],
  bar: { readonly io: CommandOutput; readonly label: string; readonly json: boolean },
  work: (item: T) => Promise<R>,
): Promise<InTurn<T, R>> {
  const done: R[] = [];
  const refused: { item: T; reason: string }[] = [];
  await withProgressBar(bar, async (onProgress) => {
    for (const [index, item] of items.entries()) {
      try {
        done.push(await work(item));
      } catch (error) {
        if (!(error instanceof Refusal || error instanceof AdminFault)) throw error;
        refused.push({ item, reason: error.message });
      }
      onProgress({ done: index + 1, total: items.length });
    }
  });
  return { done, refused };
}
