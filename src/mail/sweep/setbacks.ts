/** Passes in which a message could not be read although another could, before it is given up. */
const PASSES_MOST = 5;

/** Messages that could not be read so far; forgotten when the process ends, which only makes it more patient. */
export interface Setbacks {
  /** Some message that could be read: asked again, it tells a mailbox in trouble from a message in trouble. */
  readonly lastRead: string | undefined;
  wasRead(messageId: string): void;
  /** Counts one more pass in which only this message's like could not be read; true when that was the last one. */
  isHopelessAfter(messageId: string): boolean;
}

export function createSetbacks(): Setbacks {
  const passes = new Map<string, number>();
  let lastRead: string | undefined;
  return {
    get lastRead() {
      return lastRead;
    },
    wasRead(messageId) {
      passes.delete(messageId);
      lastRead = messageId;
    },
    isHopelessAfter(messageId) {
      const failed = (passes.get(messageId) ?? 0) + 1;
      if (failed < PASSES_MOST) {
        passes.set(messageId, failed);
        return false;
      }
      passes.delete(messageId);
      return true;
    },
  };
}
