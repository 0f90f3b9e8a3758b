import { SpokenError } from '../shared/spoken-error.ts';

/**
 * The one refusal of everybody without the right, whatever they asked for, whatever else was wrong with it, and whether it exists
 * or not.
 */
export class NoRight extends SpokenError<'no-right'> {
  constructor() {
    super('no-right');
    this.name = 'NoRight';
  }
}
