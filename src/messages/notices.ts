import type { Repeatable } from './poster.ts';

/** What became of a click that somebody was told to wait for is not known to this process: the card says how it is now. */
export interface ClickNotice extends Repeatable {
  readonly kind: 'click-ended';
}

/** What a card asked was answered: it asks no more, and whoever wants to know how it is now asks for that. */
export interface AnsweredNotice {
  readonly kind: 'question-answered';
  readonly mayBeRepeat?: false;
}

export type MessagesNotice = ClickNotice | AnsweredNotice;
