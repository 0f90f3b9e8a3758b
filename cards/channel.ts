import type { ChannelRole, LinkedChannel } from '../src/channels/channel.ts';
import type { ChannelNotice, PoolEmptyNotice } from '../src/requests/notices.ts';
import { drawing, type Drawn } from './draw.ts';
import { shortRows } from './request.ts';
import { runsOf } from './runs.ts';
import { plain, say, type Words } from './text.ts';
import linkedTemplate from './channel-linked.json' with { type: 'json' };
import toldTemplate from './channel-told.json' with { type: 'json' };
import poolEmptyTemplate from './pool-empty.json' with { type: 'json' };

const drawTold = drawing(toldTemplate);
const drawLinked = drawing(linkedTemplate);
const drawPoolEmpty = drawing(poolEmptyTemplate);

/** The owning channel learns which alias it now owns. */
export function channelToldCard(notice: ChannelNotice): Drawn {
  const card = drawTold({
    style: 'good',
    title: say`This channel owns a new AWS root alias`,
    alias: plain(notice.request.aliasAddress ?? '', 100) || say`address unknown`,
    rows: shortRows(notice.request),
  });
  return { card, summary: say`This channel owns a new AWS root alias.` };
}

const ROLE_WORDS: Readonly<Record<ChannelRole, Words>> = {
  owner: say`It can own aliases: the AWS mail of their accounts is posted here.`,
  approvals: say`Requests for aliases are posted here, for approvers to decide.`,
  triage: say`AWS mail that belongs to no team is posted here.`,
};

/** What the channel is linked for. */
export function channelLinkedCard(channel: LinkedChannel): Drawn {
  const card = drawLinked({
    style: 'good',
    title: say`This channel is linked`,
    roles: channel.roles.map((role) => ({ text: ROLE_WORDS[role] })),
    next: channel.roles.includes('owner')
      ? runsOf('To get an alias, write `request` to Rootdesk in your own chat with it.')
      : runsOf('To let this channel own aliases too, mention Rootdesk here and write `link`.'),
  });
  return { card, summary: say`This channel is linked to Rootdesk.` };
}

/** An approver said yes and no alias was free. */
export function poolEmptyCard(notice: PoolEmptyNotice): Drawn {
  const card = drawPoolEmpty({
    style: 'attention',
    title: say`No free alias is left`,
    rows: shortRows(notice.request),
  });
  return { card, summary: say`No free AWS root alias is left.` };
}
