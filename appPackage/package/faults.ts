import { RootdeskError } from '../../src/shared/rootdesk-error.ts';

/** Something that Teams would refuse, and what to set instead. */
export interface Fault {
  readonly message: string;
  readonly remedy: string;
}

/** The app cannot be packed as it is; tells all faults at once. */
export class NotPackable extends RootdeskError<'app-not-packable'> {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(
      'app-not-packable',
      faults.map(({ message }) => message).join('\n'),
      faults.map(({ remedy }) => remedy).join('\n'),
    );
    this.faults = faults;
  }
}
