import type { LinkedChannel } from '../src/channels/channel.ts';
import type { ChannelNotice, PoolEmptyNotice } from '../src/requests/notices.ts';
import { drawing, type Drawn } from './draw.ts';
import { accountWords } from './parts/words.ts';
import { shortRows } from './request.ts';
import { runsOf } from './runs.ts';
import linkedTemplate from './templates/channel-linked.json' with { type: 'json' };
import toldTemplate from './templates/channel-told.json' with { type: 'json' };
import poolEmptyTemplate from './templates/pool-empty.json' with { type: 'json' };
import { plain } from './text.ts';
import type { Texts } from './texts/languages.ts';

const drawTold = drawing(toldTemplate);
const drawLinked = drawing(linkedTemplate);
const drawPoolEmpty = drawing(poolEmptyTemplate);

/** The owning channel learns which alias it now owns. */
export function channelToldCard(texts: Texts, notice: ChannelNotice): Drawn {
  const card = drawTold(texts, {
    style: 'good',
    title: texts.channel.toldTitle,
    alias: plain(notice.request.aliasAddress ?? '', 100) || texts.names.noAddress,
    rows: shortRows(texts, notice.request),
  });
  const account = accountWords(texts, notice.request.accountName);
  return { card, summary: texts.channel.toldSummary({ account }) };
}

/** What the channel is linked for. */
export function channelLinkedCard(texts: Texts, { roles }: LinkedChannel): Drawn {
  const { channel } = texts;
  const isOwner = roles.includes('owner');
  const card = drawLinked(texts, {
    style: 'good',
    title: channel.linkedTitle,
    roles: roles.map((role) => ({ text: channel.roles[role] })),
    next: runsOf(isOwner ? channel.linkedOwner : channel.linkedOther),
    isOwner,
  });
  return { card, summary: channel.linkedFallback };
}

/** An approver said yes and no alias was free. */
export function poolEmptyCard(texts: Texts, notice: PoolEmptyNotice): Drawn {
  const card = drawPoolEmpty(texts, {
    style: 'attention',
    title: texts.pool.emptyTitle,
    rows: shortRows(texts, notice.request),
  });
  return { card, summary: texts.pool.emptySummary };
}
