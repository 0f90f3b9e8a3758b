import type { ChannelChoice, Drawn, Preview, Saying } from '../../cards/index.ts';

/** A result that the searcher can put into a message. */
export interface Result extends Drawn {
  readonly preview: Preview;
}

/** What is beside the compose box, or offered by a list of a form; or why there is nothing. */
export type ComposeAnswer =
  | { readonly results: readonly Result[] }
  | { readonly choices: readonly ChannelChoice[] }
  | { readonly message: Saying };
