import type { Notice } from '../src/notice.ts';
import { askerToldCard } from './asker-told.ts';
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
import { poolLowCard } from './pool-low.ts';
import { withRepeatMark } from './repeat-mark.ts';
import { receiptCard, requestCard } from './request.ts';
import { requestWaitsCard } from './request-waits.ts';
import { revealCard, revealedCard, revealEndedCard } from './reveal.ts';

/** Draws whatever shall be said, and whether it may have been said before. */
export function noticeCard(notice: Notice): Drawn {
  const drawn = draw(notice);
  return notice.mayBeRepeat === true && !SAY_SO_THEMSELVES.has(notice.kind) ? withRepeatMark(drawn) : drawn;
}

/** These have a place of their own for it. */
const SAY_SO_THEMSELVES: ReadonlySet<Notice['kind']> = new Set(['mail', 'mail-digest', 'revealed']);

function draw(notice: Notice): Drawn {
  switch (notice.kind) {
    case 'request':
      return requestCard(notice);
    case 'receipt':
      return receiptCard(notice);
    case 'asker-told':
      return askerToldCard(notice);
    case 'channel-told':
      return channelToldCard(notice);
    case 'pool-empty':
      return poolEmptyCard(notice);
    case 'request-waits':
      return requestWaitsCard(notice);
    case 'owner-told':
      return ownerToldCard(notice);
    case 'account-changed':
      return accountChangedCard(notice);
    case 'owning-channel-told':
      return owningChannelToldCard(notice);
    case 'owner-unreached':
      return ownerUnreachedCard(notice);
    case 'alias-retired':
      return aliasRetiredCard(notice);
    case 'pool-low':
      return poolLowCard(notice);
    case 'mail':
      return mailCard(notice);
    case 'mail-raised':
      return mailEscalatedCard(notice);
    case 'mail-gap':
      return gapCard(notice);
    case 'mail-digest':
      return digestCard(notice);
    case 'reveal':
      return revealCard(notice);
    case 'reveal-ended':
      return revealEndedCard(notice);
    case 'revealed':
      return revealedCard(notice);
  }
}
