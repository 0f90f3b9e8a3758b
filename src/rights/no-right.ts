import { RootdeskError } from '../shared/rootdesk-error.ts';

/**
 * The one refusal of everybody without the right, whatever they asked for, whatever else was wrong with it, and whether it exists
 * or not.
 */
export class NoRight extends RootdeskError<'no-right'> {
  constructor() {
    super(
      'no-right',
      'There is no such thing, or you may not do this with it. Nothing was changed.',
      'Check what you typed. If it is right, ask the owner or an approver.',
    );
    this.name = 'NoRight';
  }
}
