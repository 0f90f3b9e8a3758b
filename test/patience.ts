/** Long enough for a busy machine; whoever waits in vain fails. */
export const PATIENCE_MS = 90_000;
