import { SpokenError } from '../../src/shared/spoken-error.ts';

/** A card whose data Rootdesk did not write, or not in this version. */
export class CardUnknown extends SpokenError<'card-unknown'> {
  constructor() {
    super('card-unknown');
  }
}
