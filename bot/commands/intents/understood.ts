import type { CommandName } from '../../../src/rights/operations.ts';

/** Do it, with these words after its name. */
export interface Run<Name extends CommandName = CommandName> {
  readonly kind: 'run';
  readonly name: Name;
  readonly words: readonly string[];
}

/** What a button opens as well as words do, and that changes nothing. */
export type Offered = 'request' | 'requests' | 'aliases' | 'mail' | 'pool' | 'settings';

/** What somebody wants, as far as their words say it. */
export type Understood =
  | Run
  /** One or the other, as likely as not. */
  | { readonly kind: 'either'; readonly of: readonly [Run<Offered>, Run<Offered>] }
  /** Tell of it: it was asked about, or not said so clearly that it could be done. */
  | { readonly kind: 'explain'; readonly name: CommandName }
  | { readonly kind: 'hello' | 'thanks' | 'unknown' };
