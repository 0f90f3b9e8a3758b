import type { Notice } from '../src/notice.ts';
import { askerToldCard } from './asker-told.ts';
import { channelLinkCard } from './channel-link.ts';
import { channelToldCard, poolEmptyCard } from './channel.ts';
import type { Drawn } from './draw.ts';
import { mailCard } from './mail.ts';
import { digestCard, gapCard } from './mail-list.ts';
import { mailEscalatedCard } from './mail-raised.ts';
import {
  accountChangedCard,
  aliasReleasedCard,
  aliasRetiredCard,
  ownerToldCard,
  ownerUnreachedCard,
  owningChannelToldCard,
} from './owner-told.ts';
import { withNextSteps, type NextStep } from './parts/next-steps.ts';
import { noteCard } from './note.ts';
import { poolLowCard } from './pool-low.ts';
import { reachLostCard } from './reach-lost.ts';
import { receiptCard, requestCard } from './request.ts';
import { requestWaitsCard } from './request-waits.ts';
import { revealCard, revealedCard, revealEndedCard } from './reveal.ts';
import type { Texts } from './texts/languages.ts';

type NoticeOf<Kind extends Notice['kind']> = Extract<Notice, { readonly kind: Kind }>;

const none = (): readonly NextStep[] => [];
/** Cards that are drawn elsewhere too, after a click, have their buttons by themselves. */
const byItself = none;
/** It hangs in the thread of the card that has the buttons. */
const onTheCardAbove = none;
/** What to do is done on the command line, and said on the card. */
const onTheCommandLine = none;

/** How each kind of message that comes unasked is drawn, and which buttons come after it. */
const CARDS: {
  readonly [Kind in Notice['kind']]: {
    readonly draw: (texts: Texts, notice: NoticeOf<Kind>) => Drawn;
    readonly next: (notice: NoticeOf<Kind>) => readonly NextStep[];
  };
} = {
  'click-ended': {
    draw: (texts) => noteCard(texts, texts.answers.clickEnded, texts.answers.clickEndedLead),
    next: byItself,
  },
  'question-answered': {
    draw: (texts) => noteCard(texts, texts.answers.questionAnswered, texts.answers.questionAnsweredLead),
    next: byItself,
  },
  request: { draw: requestCard, next: byItself },
  receipt: { draw: receiptCard, next: byItself },
  'asker-told': { draw: askerToldCard, next: byItself },
  'channel-told': { draw: channelToldCard, next: () => ['settings'] },
  'pool-empty': { draw: poolEmptyCard, next: () => ['pool'] },
  'request-waits': { draw: requestWaitsCard, next: onTheCardAbove },
  'owner-told': { draw: ownerToldCard, next: () => ['aliases'] },
  'account-changed': {
    draw: accountChangedCard,
    next: ({ alias }) => [{ kind: 'alias', aliasId: alias.id }],
  },
  'owning-channel-told': {
    draw: owningChannelToldCard,
    next: ({ isHere }) => (isHere ? ['channel-aliases', 'settings'] : ['channel-aliases']),
  },
  'alias-released': {
    draw: aliasReleasedCard,
    next: ({ isHere }) => (isHere ? ['channel-aliases', 'settings'] : ['aliases']),
  },
  'owner-unreached': {
    draw: ownerUnreachedCard,
    next: ({ alias }) => [{ kind: 'alias', aliasId: alias.id }],
  },
  'channel-link': { draw: channelLinkCard, next: byItself },
  'alias-retired': { draw: aliasRetiredCard, next: onTheCommandLine },
  'pool-low': { draw: poolLowCard, next: () => ['pool'] },
  mail: { draw: mailCard, next: byItself },
  'mail-raised': { draw: mailEscalatedCard, next: () => ['mail'] },
  'reach-lost': { draw: reachLostCard, next: onTheCommandLine },
  'mail-gap': { draw: gapCard, next: byItself },
  'mail-digest': { draw: digestCard, next: byItself },
  reveal: { draw: revealCard, next: byItself },
  'reveal-ended': { draw: revealEndedCard, next: () => ['mail'] },
  revealed: { draw: revealedCard, next: () => ['mail'] },
};

/** Every kind of message that comes unasked. */
export const NOTICE_KINDS: readonly string[] = Object.keys(CARDS);

/** These have a place of their own for it. */
const SAY_SO_THEMSELVES: ReadonlySet<Notice['kind']> = new Set(['mail', 'mail-digest', 'revealed']);

/** Draws whatever shall be said, and whether it may have been said before. */
export function noticeCard(texts: Texts, notice: Notice): Drawn {
  const drawn = drawnAs(texts, notice.kind, notice);
  return notice.mayBeRepeat === true && !SAY_SO_THEMSELVES.has(notice.kind)
    ? withRepeatMark(texts, drawn)
    : drawn;
}

function drawnAs<Kind extends Notice['kind']>(texts: Texts, kind: Kind, notice: NoticeOf<Kind>): Drawn {
  const { draw, next } = CARDS[kind];
  return withNextSteps(texts, draw(texts, notice), next(notice));
}

/** The card with a line below it: Teams did not say whether an earlier one arrived. */
function withRepeatMark({ repeat }: Texts, { card, summary }: Drawn): Drawn {
  const { body } = card;
  if (!Array.isArray(body)) throw new TypeError('the card has no body');
  const parts: readonly unknown[] = body;
  const mark = { type: 'TextBlock', text: repeat.message, wrap: true, isSubtle: true };
  return { card: { ...card, body: [...parts, mark] }, summary };
}
