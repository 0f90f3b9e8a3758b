import { RootdeskError } from '../../src/shared/rootdesk-error.ts';

/** A card whose data Rootdesk did not write, or not in this version. */
export class CardUnknown extends RootdeskError<'card-unknown'> {
  constructor() {
    super(
      'card-unknown',
      'This card is not one that Rootdesk can act on. Nothing was changed.',
      'Write `help` to see what Rootdesk can do, or `request` to start again.',
    );
  }
}
