import { isSeen } from '../src/mail/cases/acknowledge.ts';
import type { MailState } from '../src/mail/cases/handling.ts';
import type { DigestNotice, GapNotice } from '../src/mail/notices.ts';
import { drawing, type Drawn, type Fields } from './draw.ts';
import { noteCard } from './note.ts';
import { nameOf, topicOf } from './parts/words.ts';
import template from './templates/mail-list.json' with { type: 'json' };
import { joined, plain, say, type CardText } from './text.ts';
import type { Texts } from './texts/languages.ts';

export interface MailList {
  readonly of: 'person' | 'channel' | 'digest';
  /** Newest first. */
  readonly mails: readonly MailState[];
  /** How many more there are. */
  readonly more?: number;
  readonly mayBeRepeat?: boolean;
}

const draw = drawing(template);

/** What came lately and what waits: topics and dates, never words of the mails. */
export function mailListCard(texts: Texts, { of, mails, more = 0, mayBeRepeat = false }: MailList): Drawn {
  const { mailList, repeat } = texts;
  const entries = (shown: readonly MailState[]): readonly Fields[] =>
    shown.map((each) => entryOf(texts, each));
  const sections = [
    { heading: mailList.waiting, mails: entries(mails.filter(isWaiting)) },
    { heading: mailList.lately, mails: entries(mails.filter((each) => !isWaiting(each))) },
  ];
  const card = draw(texts, {
    title: mailList.titles[of],
    hasLead: mails.length === 0 || more > 0 || mayBeRepeat,
    lead: joined(
      [
        mayBeRepeat ? repeat.digest : undefined,
        mails.length === 0 ? mailList.none : undefined,
        more > 0 ? mailList.more({ more }) : undefined,
      ],
      ' ',
    ),
    sections: sections.filter((section) => section.mails.length > 0),
  });
  return { card, summary: mailList.summary };
}

/** Somebody has to do something and nobody said that they do, or it is still on its way. */
function isWaiting({ entry, ended, handling }: MailState): boolean {
  const wantsHands = entry.severity === 'urgent' || entry.severity === 'action';
  return ended === undefined || ended === 'dead' || (wantsHands && !(handling && isSeen(handling)));
}

function entryOf(texts: Texts, state: MailState): Fields {
  const { entry, alias } = state;
  const facts = [
    plain(alias.accountName ?? '', 60),
    plain(entry.accountId ?? alias.accountId ?? '', 40),
    plain(alias.address, 100),
    stateOf(texts, state),
  ];
  return {
    badge: say`${texts.severities[entry.severity]} `,
    topic: topicOf(texts, entry.category, entry.announced !== true),
    when: say` · ${texts.time.moment({ at: entry.receivedAt })}`,
    what: joined(facts, ' · '),
  };
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
  return mailListCard(texts, { of: 'digest', mails, more: count - mails.length, mayBeRepeat });
}

/** The daily comparison of mailbox and ledger found a gap. */
export function gapCard(texts: Texts, { missing, seen }: GapNotice): Drawn {
  const { gap, gapLead } = texts.mailList;
  return noteCard(texts, gap, gapLead({ missing, seen }));
}
