import type { ChannelRole, LinkedChannel } from '../src/channels/channel.ts';
import type { ChannelNotice, PoolEmptyNotice } from '../src/requests/notices.ts';
import { drawing, type Drawn } from './draw.ts';
import { accountWords } from './parts/words.ts';
import { shortRows } from './request.ts';
import { runsOf } from './runs.ts';
import linkedTemplate from './templates/channel-linked.json' with { type: 'json' };
import toldTemplate from './templates/channel-told.json' with { type: 'json' };
import poolEmptyTemplate from './templates/pool-empty.json' with { type: 'json' };
import unlinkTemplate from './templates/unlink.json' with { type: 'json' };
import { exactly, plain, type CardText } from './text.ts';
import type { Texts } from './texts/languages.ts';

const drawTold = drawing(toldTemplate);
const drawLinked = drawing(linkedTemplate);
const drawUnlink = drawing(unlinkTemplate);
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

/** A channel, and why it is shown. */
export interface ChannelShown {
  readonly channel: Pick<LinkedChannel, 'roles'>;
  readonly because: keyof Texts['channel']['titles'];
  /** It could own aliases until now. */
  readonly wasOwner?: boolean;
}

/** What the channel is linked for, after it was linked or unlinked. */
export function channelLinkedCard(
  texts: Texts,
  { channel: { roles }, because, wasOwner = false }: ChannelShown,
): Drawn {
  const { channel } = texts;
  const isOwner = roles.includes('owner');
  const title = channel.titles[because];
  const card = drawLinked(texts, {
    style: isOwner && because !== 'unchanged' ? 'good' : 'emphasis',
    title,
    roles: roles.map((role) => ({ text: channel.roles[role] })),
    next: runsOf(isOwner ? channel.linkedOwner : wasOwner ? channel.unlinkedOwner : channel.linkedOther),
    isOwner,
  });
  return { card, summary: title };
}

/** The question before a channel is unlinked. */
export interface UnlinkQuestion {
  /** What it is linked for, and will not be. */
  readonly roles: readonly ChannelRole[];
  /** How many aliases it has. */
  readonly aliases: number;
}

/** Says what becomes of mail and requests when the channel is unlinked. */
export function unlinkCard(texts: Texts, { roles, aliases }: UnlinkQuestion): Drawn {
  const { title, owner, kept, approvals, triage } = texts.questions.unlink;
  const said: Readonly<Record<ChannelRole, readonly CardText[]>> = {
    owner: [owner({ aliases }), kept],
    approvals: [approvals],
    triage: [triage],
  };
  const card = drawUnlink(texts, {
    style: 'warning',
    title,
    consequences: roles.flatMap((role) => said[role]).map((text) => ({ text })),
    roles: exactly(roles.join(',')),
  });
  return { card, summary: title };
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
