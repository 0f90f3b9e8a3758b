import type { ChannelLinkNotice } from '../src/aliases/notices.ts';
import { channelLinkedCard } from './channel.ts';
import { drawing, type Drawn } from './draw.ts';
import { codeRow, row, rowsOf } from './parts/row.ts';
import { actorName, channelName } from './parts/words.ts';
import { joinedRuns, runsOf } from './runs.ts';
import template from './templates/channel-lost.json' with { type: 'json' };
import type { Texts } from './texts/languages.ts';

const draw = drawing(template);

/** More are in the list that the button shows. */
const ALIASES_MOST = 8;

/** A channel got its link back, or lost it: for those who own its aliases, and for whoever is in it. */
export function channelLinkCard(texts: Texts, notice: ChannelLinkNotice): Drawn {
  const { channel, isLinked, isHere, aliases, by } = notice;
  if (isHere) return channelLinkedCard(texts, { channel, because: 'again' });
  const { labels, channel: words } = texts;
  const shown = aliases.slice(0, ALIASES_MOST);
  const more = aliases.length - shown.length;
  const name = channelName(texts, channel);
  const why =
    channel.lost === undefined
      ? words.unlinkedBy({ by: actorName(texts, by), channel: name })
      : words.lostBecause({ channel: name, because: texts.audit.lost[channel.lost.because] });
  const card = draw(texts, {
    style: isLinked ? 'good' : 'warning',
    title: isLinked ? words.ownerLinked : words.ownerLost,
    lead: joinedRuns(isLinked ? [words.ownerLinkedLead({ channel: name })] : [why, words.ownerLostLead], ' '),
    rows: rowsOf(
      ...shown.map(({ address }) => codeRow(labels.alias, address)),
      row(labels.moreAliases, more > 0 ? String(more) : ''),
    ),
    next: runsOf(isLinked ? words.ownerLinkedNext : words.ownerLostNext),
  });
  return { card, summary: isLinked ? words.ownerLinked : words.ownerLost };
}
