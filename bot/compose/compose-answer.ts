import type { Drawn, Preview, Saying } from '../../cards/index.ts';

/** A result that the searcher can put into a message. */
export interface Result extends Drawn {
  readonly preview: Preview;
}

/** What is beside the compose box: results, or why there are none. */
export type ComposeAnswer = { readonly results: readonly Result[] } | { readonly message: Saying };
