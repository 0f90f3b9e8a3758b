import { isSeen } from '../src/mail/cases/acknowledge.ts';
import type { MailState } from '../src/mail/cases/handling.ts';
import type { DigestNotice, GapNotice } from '../src/mail/notices.ts';
import { drawing, type Drawn, type Fields } from './draw.ts';
import { noteCard } from './note.ts';
import { joined, plain, say, type CardText, type Words } from './text.ts';
import { moment } from './time.ts';
import { topicOf, nameOf, SEVERITY_WORDS } from './words.ts';
import template from './mail-list.json' with { type: 'json' };

export interface MailList {
  readonly of: 'person' | 'channel' | 'digest';
  /** Newest first. */
  readonly mails: readonly MailState[];
  /** How many more there are. */
  readonly more?: number;
  readonly mayBeRepeat?: boolean;
}

const TITLES: Readonly<Record<MailList['of'], Words>> = {
  person: say`Mail of your aliases`,
  channel: say`Mail of this channel’s aliases`,
  digest: say`Digest of AWS mail`,
};

const draw = drawing(template);

/** What came lately and what waits: topics and dates, never words of the mails. */
export function mailListCard({ of, mails, more = 0, mayBeRepeat = false }: MailList): Drawn {
  const waiting = mails.filter(isWaiting);
  const others = mails.filter((each) => !isWaiting(each));
  const sections = [
    { heading: say`Waits for somebody`, mails: waiting.map(entryOf) },
    { heading: say`Came lately`, mails: others.map(entryOf) },
  ];
  const card = draw({
    title: TITLES[of],
    hasLead: mails.length === 0 || more > 0 || mayBeRepeat,
    lead: joined(
      [
        mayBeRepeat ? say`May be a repeat.` : undefined,
        mails.length === 0 ? say`No mail has come yet.` : undefined,
        more > 0 ? say`There are ${more} more than stand here.` : undefined,
      ],
      ' ',
    ),
    sections: sections.filter((section) => section.mails.length > 0),
  });
  return { card, summary: say`AWS root mail.` };
}

/** Somebody has to do something and nobody said that they do, or it is still on its way. */
function isWaiting({ entry, ended, handling }: MailState): boolean {
  const wantsHands = entry.severity === 'urgent' || entry.severity === 'action';
  return ended === undefined || ended === 'dead' || (wantsHands && !(handling && isSeen(handling)));
}

function entryOf(state: MailState): Fields {
  const { entry, alias } = state;
  const severity = SEVERITY_WORDS[entry.severity];
  const facts = [
    plain(alias.accountName ?? '', 60),
    plain(entry.accountId ?? alias.accountId ?? '', 40),
    plain(alias.address, 100),
    stateOf(state),
  ];
  return {
    badge: say`${severity.text} `,
    topic: topicOf(entry.category, entry.announced !== true),
    when: say` · ${moment(entry.receivedAt)}`,
    what: joined(facts, ' · '),
  };
}

function stateOf({ entry, ended, handling }: MailState): CardText | undefined {
  const by = handling?.acknowledged?.by;
  if (ended === undefined) return say`on its way`;
  if (ended === 'dead') return say`given up, see triage`;
  if (by !== undefined) return say`acknowledged by ${nameOf(by)}`;
  if (ended === 'fell-back') return say`posted in triage, the channel was not there`;
  if (ended === 'muted') return say`muted`;
  if (entry.withheld) return say`text withheld`;
  return entry.announced === true ? say`text for its owner` : undefined;
}

/** What came for a channel that wanted to see it together. */
export function digestCard({ mails, count, mayBeRepeat }: DigestNotice): Drawn {
  return mailListCard({ of: 'digest', mails, more: count - mails.length, mayBeRepeat });
}

/** The daily comparison of mailbox and ledger found a gap. */
export function gapCard({ missing, seen }: GapNotice): Drawn {
  return noteCard(
    'Mail had been missed',
    `Of ${seen} mails of the central mailbox that were compared with the ledger, ${missing} had not been taken up. They are delivered now. If this happens again, an administrator should look at the log and at the access to the mailbox.`,
  );
}
