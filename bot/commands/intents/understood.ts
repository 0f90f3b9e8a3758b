import type { CommandName } from '../../../src/rights/operations.ts';

/** What somebody wants, as far as their words say it. */
export type Understood =
  /** Do it, with these words after its name. */
  | { readonly kind: 'run'; readonly name: CommandName; readonly words: readonly string[] }
  /** Tell of it: it was asked about, or not said so clearly that it could be done. */
  | { readonly kind: 'explain'; readonly name: CommandName }
  | { readonly kind: 'hello' | 'thanks' | 'unknown' };
