/** What a copy needs to serve at all; a mailbox that does not answer takes neither chat nor API away. */
export type Needed = 'table';

/**
 * What this copy lacks to serve; empty when it is ready. Everybody may ask, as often as they like: those who ask at once get one
 * answer.
 * @param askStorage any question to the storage; rejects when it does not answer
 */
export function createReadiness(askStorage: () => Promise<unknown>): () => Promise<readonly Needed[]> {
  let asking: Promise<readonly Needed[]> | undefined;

  async function look(): Promise<readonly Needed[]> {
    try {
      await askStorage();
      return [];
    } catch {
      // That it does not answer is the answer; whoever needs it for work logs why.
      return ['table'];
    }
  }

  return () => {
    asking ??= look().finally(() => (asking = undefined));
    return asking;
  };
}
