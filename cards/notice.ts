import type { Notice } from '../src/notice.ts';
import { askerToldCard } from './asker-told.ts';
import { channelLinkCard } from './channel-link.ts';
import { channelToldCard, poolEmptyCard } from './channel.ts';
import { aliasRetiredCard } from './alias-retired.ts';
import type { Drawn } from './draw.ts';
import { mailCard } from './mail.ts';
import { digestCard, gapCard } from './mail-list.ts';
import { mailEscalatedCard } from './mail-raised.ts';
import {
  accountChangedCard,
  ownerToldCard,
  ownerUnreachedCard,
  owningChannelToldCard,
} from './owner-told.ts';
import { nextOfNotice } from './next-of-notice.ts';
import { withNextSteps } from './parts/next-steps.ts';
import { noteCard } from './note.ts';
import { poolLowCard } from './pool-low.ts';
import { reachLostCard } from './reach-lost.ts';
import { withRepeatMark } from './repeat-mark.ts';
import { receiptCard, requestCard } from './request.ts';
import { requestWaitsCard } from './request-waits.ts';
import { revealCard, revealedCard, revealEndedCard } from './reveal.ts';
import type { Texts } from './texts/languages.ts';

/** Draws whatever shall be said, and whether it may have been said before. */
export function noticeCard(texts: Texts, notice: Notice): Drawn {
  const drawn = withNextSteps(texts, draw(texts, notice), nextOfNotice(notice));
  return notice.mayBeRepeat === true && !SAY_SO_THEMSELVES.has(notice.kind)
    ? withRepeatMark(texts, drawn)
    : drawn;
}

/** These have a place of their own for it. */
const SAY_SO_THEMSELVES: ReadonlySet<Notice['kind']> = new Set(['mail', 'mail-digest', 'revealed']);

function draw(texts: Texts, notice: Notice): Drawn {
  switch (notice.kind) {
    case 'click-ended':
      return noteCard(texts, texts.answers.clickEnded, texts.answers.clickEndedLead);
    case 'question-answered':
      return noteCard(texts, texts.answers.questionAnswered, texts.answers.questionAnsweredLead);
    case 'request':
      return requestCard(texts, notice);
    case 'receipt':
      return receiptCard(texts, notice);
    case 'asker-told':
      return askerToldCard(texts, notice);
    case 'channel-told':
      return channelToldCard(texts, notice);
    case 'pool-empty':
      return poolEmptyCard(texts, notice);
    case 'request-waits':
      return requestWaitsCard(texts, notice);
    case 'owner-told':
      return ownerToldCard(texts, notice);
    case 'account-changed':
      return accountChangedCard(texts, notice);
    case 'owning-channel-told':
      return owningChannelToldCard(texts, notice);
    case 'owner-unreached':
      return ownerUnreachedCard(texts, notice);
    case 'channel-link':
      return channelLinkCard(texts, notice);
    case 'alias-retired':
      return aliasRetiredCard(texts, notice);
    case 'pool-low':
      return poolLowCard(texts, notice);
    case 'mail':
      return mailCard(texts, notice);
    case 'mail-raised':
      return mailEscalatedCard(texts, notice);
    case 'reach-lost':
      return reachLostCard(texts, notice);
    case 'mail-gap':
      return gapCard(texts, notice);
    case 'mail-digest':
      return digestCard(texts, notice);
    case 'reveal':
      return revealCard(texts, notice);
    case 'reveal-ended':
      return revealEndedCard(texts, notice);
    case 'revealed':
      return revealedCard(texts, notice);
  }
}
