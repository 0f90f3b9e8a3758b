import type { ChannelLinkNotice } from '../src/aliases/notices.ts';
import { channelLinkedCard } from './channel.ts';
import { drawing, type Drawn } from './draw.ts';
import { codeRow, row, rowsOf } from './parts/row.ts';
import { withNextSteps } from './parts/next-steps.ts';
import { actorName, channelName, NAME_MOST, type Style } from './parts/words.ts';
import { joinedRuns, runsOf, type Said } from './runs.ts';
import template from './templates/channel-lost.json' with { type: 'json' };
import { plain, type Words } from './text.ts';
import type { Texts } from './texts/languages.ts';

const draw = drawing(template);

/** More are in the list that the button shows. */
const ALIASES_MOST = 8;

/** A channel got its link back, or lost it: for those who own its aliases, for triage where nobody knows who that is, and for whoever is in it. */
export function channelLinkCard(texts: Texts, notice: ChannelLinkNotice): Drawn {
  const { channel, isHere, aliases, untold } = notice;
  if (isHere) return channelLinkedCard(texts, { channel, because: 'again' });
  const { labels } = texts;
  const { style, title, lead, next } = wordsOf(texts, notice);
  const shown = aliases.slice(0, ALIASES_MOST);
  const more = aliases.length - shown.length;
  const card = draw(texts, {
    style,
    title,
    lead: joinedRuns(lead, ' '),
    rows: rowsOf(
      ...shown.map(({ address }) => codeRow(labels.alias, address)),
      row(labels.moreAliases, more > 0 ? String(more) : ''),
    ),
    next: runsOf(next),
  });
  return withNextSteps(texts, { card, summary: title }, [untold === undefined ? 'aliases' : 'help']);
}

interface LinkWords {
  readonly style: Style;
  readonly title: Words;
  readonly lead: readonly Said[];
  readonly next: Said;
}

function wordsOf(texts: Texts, { channel, isLinked, by, untold }: ChannelLinkNotice): LinkWords {
  const { channel: words } = texts;
  const name = channelName(texts, channel);
  if (isLinked) {
    const lead = [words.ownerLinkedLead({ channel: name })];
    return { style: 'good', title: words.ownerLinked, lead, next: words.ownerLinkedNext };
  }
  const why =
    channel.lost === undefined
      ? words.unlinkedBy({ by: actorName(texts, by), channel: name })
      : words.lostBecause({ channel: name, because: texts.audit.lost[channel.lost.because] });
  if (untold === undefined) {
    const lead = [why, words.ownerLostLead];
    return { style: 'warning', title: words.ownerLost, lead, next: words.ownerLostNext };
  }
  const owner = plain(untold.mail, NAME_MOST);
  const isUnknown = untold.why === 'unknown';
  return {
    style: 'warning',
    title: words.unknownOwners,
    lead: [why, isUnknown ? words.unknownOwnersLead({ owner }) : words.unreachedOwnersLead({ owner })],
    next: isUnknown ? words.unknownOwnersNext : words.unreachedOwnersNext,
  };
}
