import type { Notice } from '../src/notice.ts';
import type { NextStep } from './parts/next-steps.ts';

type Of = {
  readonly [Kind in Notice['kind']]: (
    notice: Extract<Notice, { readonly kind: Kind }>,
  ) => readonly NextStep[];
};

const none = (): readonly NextStep[] => [];
/** Cards that are drawn elsewhere too, after a click, have them by themselves. */
const byItself = none;
/** It hangs in the thread of the card that has the buttons. */
const onTheCardAbove = none;
/** What to do is done on the command line, and said on the card. */
const onTheCommandLine = none;

/** What may come after each kind of message that comes unasked; one more does not compile without a line here. */
const NEXT: Of = {
  'question-answered': byItself,
  'click-ended': byItself,
  request: byItself,
  receipt: byItself,
  'asker-told': byItself,
  'channel-told': () => ['settings'],
  'channel-link': byItself,
  'pool-empty': () => ['pool'],
  'request-waits': onTheCardAbove,
  'owner-told': () => ['aliases'],
  'owning-channel-told': ({ isHere }) => (isHere ? ['channel-aliases', 'settings'] : ['channel-aliases']),
  'account-changed': ({ alias }) => [{ kind: 'alias', aliasId: alias.id }],
  'owner-unreached': ({ alias }) => [{ kind: 'alias', aliasId: alias.id }],
  'alias-retired': onTheCommandLine,
  'pool-low': () => ['pool'],
  'reach-lost': onTheCommandLine,
  mail: byItself,
  'mail-raised': () => ['mail'],
  'mail-gap': byItself,
  'mail-digest': byItself,
  reveal: byItself,
  'reveal-ended': () => ['mail'],
  revealed: () => ['mail'],
};

/** The buttons under a message that came unasked. */
export function nextOfNotice(notice: Notice): readonly NextStep[] {
  return nextOf(notice.kind, notice);
}

function nextOf<Kind extends Notice['kind']>(
  kind: Kind,
  notice: Extract<Notice, { readonly kind: Kind }>,
): readonly NextStep[] {
  return NEXT[kind](notice);
}
