import type { Repeatable } from './poster.ts';

/** What became of a click that somebody was told to wait for is not known to this process: the card says how it stands. */
export interface ClickNotice extends Repeatable {
  readonly kind: 'click-ended';
}

export type MessagesNotice = ClickNotice;
