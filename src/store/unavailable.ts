import { NoToken } from '../shared/no-token.ts';
import { RootdeskError } from '../shared/rootdesk-error.ts';

/**
 * The storage did not answer in time, or refused. A read may be repeated. A write may have been done all the same: whoever asks
 * again, with the same request or change, is told what came of it.
 */
export class RegisterUnavailable extends RootdeskError<'register-unavailable'> {
  constructor(doing: string, options?: ErrorOptions) {
    super(
      'register-unavailable',
      options?.cause instanceof NoToken
        ? `Rootdesk could not sign in to its table storage while ${doing}.`
        : `The table storage did not answer while ${doing}.`,
      options?.cause instanceof NoToken
        ? 'Try again in a minute. If it lasts, an administrator should run `doctor`, which says why.'
        : 'Try again in a minute. If it lasts, an administrator should look at the storage account and its network rules.',
      options,
    );
    this.name = 'RegisterUnavailable';
  }
}

/** A row holds what nobody of us wrote. It is left alone. */
export class RowUnreadable extends RootdeskError<'row-unreadable'> {
  constructor(rowKey: string, options?: ErrorOptions) {
    super(
      'row-unreadable',
      `A row of the register cannot be read; its key begins with ${JSON.stringify(rowKey.slice(0, 60))}.`,
      'An administrator should look at the row; `rootdesk reindex` lists every row that contradicts the register.',
      options,
    );
    this.name = 'RowUnreadable';
  }
}
