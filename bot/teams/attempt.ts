import { AsyncLocalStorage } from 'node:async_hooks';
import { TeamsCallFailed } from './teams-call-failed.ts';

/** What a caller wants of the calls that it starts, and what it must know when they fail. */
interface Attempt {
  readonly signal: AbortSignal;
  sent: boolean;
}
const attempts = new AsyncLocalStorage<Attempt>();

/** What was done, or why it was not and whether a request had left before. */
export type Attempted<T> = { readonly done: T } | { readonly error: unknown; readonly sent: boolean };

/** Runs calls to Teams under a signal; on failure tells whether a request had left before. */
export async function attempt<T>(signal: AbortSignal, work: () => Promise<T>): Promise<Attempted<T>> {
  const state: Attempt = { signal, sent: false };
  try {
    return { done: await attempts.run(state, work) };
  } catch (error) {
    return { error, sent: error instanceof TeamsCallFailed ? error.sent : state.sent };
  }
}

/** The attempt that this call belongs to; undefined outside of any. */
export function currentAttempt(): Attempt | undefined {
  return attempts.getStore();
}
