import type { LinkedChannel } from '../src/channels/channel.ts';
import type { MailState } from '../src/mail/cases/handling.ts';
import { isSeen } from '../src/mail/cases/acknowledge.ts';
import { MAILS_A_PAGE, waits, type MailPage } from '../src/mail/cases/list-mails.ts';
import type { DigestNotice, GapNotice } from '../src/mail/notices.ts';
import { channelOf } from './alias.ts';
import { drawing, type Drawn, type Fields } from './draw.ts';
import { threadLink } from './links.ts';
import { noteCard } from './note.ts';
import { bannerFields, type Problem } from './parts/banner.ts';
import { pagerFields, pageWords } from './parts/pager.ts';
import { nameOf, topicOf } from './parts/words.ts';
import template from './templates/mail-list.json' with { type: 'json' };
import { exactly, joined, plain, say, type CardText } from './text.ts';
import type { Texts } from './texts/languages.ts';
import { momentWords } from './parts/moment.ts';

/** A mail of a list, with where it is posted. */
export interface MailRow extends MailState {
  readonly channel?: LinkedChannel | undefined;
  /** Threads and chats in which its card is, and the tenant that a link to them names. */
  readonly places?: readonly string[];
  readonly tenantId?: string;
}

/** A page of the mail of somebody's aliases, or of a channel's. */
export interface MailList extends Pick<MailPage, 'from' | 'waiting' | 'all'> {
  readonly of: 'person' | 'channel';
  readonly mails: readonly MailRow[];
  readonly problem?: Problem | undefined;
}

const draw = drawing(template);

/** What waits, and then what came lately: topics and dates, never words of the mails. */
export function mailListCard(texts: Texts, list: MailList): Drawn {
  const { of, mails, from, waiting, all, problem } = list;
  const page = { from, shown: mails.length, all, size: MAILS_A_PAGE };
  const { mailList } = texts;
  const lead =
    all === 0 ? mailList.none : joined([mailList.waitingCount({ waiting }), pageWords(texts, page)], ' ');
  return drawList(texts, of, mails, {
    ...bannerFields(problem),
    ...pagerFields(page),
    lead,
    from: exactly(String(from)),
    showsChannel: of === 'person',
  });
}

interface Around extends Fields {
  readonly lead: CardText;
  readonly from: CardText;
  readonly showsChannel: boolean;
}

function drawList(
  texts: Texts,
  of: keyof Texts['mailList']['titles'],
  mails: readonly MailRow[],
  around: Around,
): Drawn {
  const { mailList } = texts;
  const isWaiting = ({ entry, ended, handling }: MailState): boolean =>
    waits({ severity: entry.severity, ended }, handling !== undefined && isSeen(handling));
  const entries = (shown: readonly MailRow[]): readonly Fields[] =>
    shown.map((each) => entryOf(texts, each, isWaiting(each), around));
  const sections = [
    { heading: mailList.waiting, mails: entries(mails.filter(isWaiting)) },
    { heading: mailList.lately, mails: entries(mails.filter((each) => !isWaiting(each))) },
  ];
  const card = draw(texts, {
    title: mailList.titles[of],
    hasLead: around.lead !== '',
    isDigest: of === 'digest',
    offersAliases: mails.length === 0,
    aliasesTitle: of === 'person' ? texts.help.aliases : texts.help.aliasesHere,
    sections: sections.filter((section) => section.mails.length > 0),
    ...around,
  });
  return { card, summary: mailList.summaries[of] };
}

function entryOf(texts: Texts, state: MailRow, isWaiting: boolean, { from, showsChannel }: Around): Fields {
  const { entry, alias, ended, handling, channel } = state;
  const link = linkOf(state);
  const facts = [
    plain(alias.accountName ?? '', 60),
    plain(entry.accountId ?? alias.accountId ?? '', 40),
    plain(alias.address, 100),
    showsChannel ? texts.mailList.goesTo({ channel: channelOf(texts, { alias, channel }) }) : undefined,
    stateOf(texts, state),
  ];
  return {
    badge: say`${texts.severities[entry.severity]} `,
    topic: topicOf(texts, entry.category, entry.announced !== true),
    when: say` · ${momentWords(texts, entry.receivedAt)}`,
    what: joined(facts, ' · '),
    hasLink: link !== '',
    link: link || say`https://teams.microsoft.com/`,
    // What is on its way or was given up is not settled by a word: it has to be delivered.
    canAcknowledge:
      isWaiting &&
      ended !== undefined &&
      ended !== 'dead' &&
      handling?.acknowledged === undefined &&
      from !== '',
    ledgerId: exactly(entry.id),
    from,
  };
}

/** Opens the thread in the owning channel; empty where none is there. */
function linkOf({ places = [], channel, tenantId = '' }: MailRow): CardText {
  if (channel === undefined) return exactly('');
  return (
    places.map((place) => threadLink(place, channel, tenantId)).find((link) => link !== '') ?? exactly('')
  );
}

function stateOf(texts: Texts, { entry, ended, handling }: MailState): CardText | undefined {
  const { mailList } = texts;
  const by = handling?.acknowledged?.by;
  if (ended === undefined) return mailList.onItsWay;
  if (ended === 'dead') return mailList.givenUp;
  if (by !== undefined) return mailList.acknowledgedBy({ who: nameOf(texts, by) });
  if (ended === 'fell-back') return mailList.inTriage;
  if (ended === 'muted') return mailList.muted;
  if (entry.withheld) return mailList.withheld;
  return entry.announced === true ? mailList.announced : undefined;
}

/** What came for a channel that wanted to see it together. */
export function digestCard(texts: Texts, { mails, count, mayBeRepeat }: DigestNotice): Drawn {
  const more = count - mails.length;
  const { repeat, mailList } = texts;
  const lead = joined(
    [mayBeRepeat ? repeat.digest : undefined, more > 0 ? mailList.more({ more }) : undefined],
    ' ',
  );
  const nothing = { from: 0, shown: count, all: count, size: count };
  return drawList(texts, 'digest', mails, {
    ...bannerFields(undefined),
    ...pagerFields(nothing),
    lead,
    from: exactly(''),
    showsChannel: false,
  });
}

/** The daily comparison of mailbox and ledger found a gap. */
export function gapCard(texts: Texts, { missing, seen }: GapNotice): Drawn {
  const { gap, gapLead } = texts.mailList;
  return noteCard(texts, gap, gapLead({ missing, seen }));
}
