import type { Notice } from '../src/outgoing/notice.ts';
import { askerToldCard } from './asker-told.ts';
import { channelToldCard, poolEmptyCard } from './channel.ts';
import type { Drawn } from './draw.ts';
import { mailCard } from './mail.ts';
import { digestCard, gapCard } from './mail-list.ts';
import { ownerToldCard } from './owner-told.ts';
import { poolLowCard } from './pool-low.ts';
import { receiptCard, requestCard } from './request.ts';
import { requestWaitsCard } from './request-waits.ts';
import { revealCard, revealedCard, revealEndedCard } from './reveal.ts';

/** Draws whatever shall be said. */
export function noticeCard(notice: Notice): Drawn {
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
    case 'pool-low':
      return poolLowCard(notice);
    case 'mail':
      return mailCard(notice);
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
