import type { RevealEndedNotice, RevealedNotice, RevealNotice } from '../src/mail/notices.ts';
import { drawing, type Drawn } from './draw.ts';
import { revealSteps } from './mail-steps.ts';
import { noteCard } from './note.ts';
import { bannerFields, type Problem } from './problem.ts';
import { codeRow, row, rowsOf, type Row } from './row.ts';
import { beginningOf, bytesInMessage, exactly, plainLines, say, type CardText, type Words } from './text.ts';
import { moment } from './time.ts';
import { nameOf, SEVERITY_WORDS, topicOf, type Style } from './words.ts';
import revealTemplate from './reveal.json' with { type: 'json' };
import revealedTemplate from './revealed.json' with { type: 'json' };

const drawReveal = drawing(revealTemplate);
const drawRevealed = drawing(revealedTemplate);

const LOOKS: Readonly<Record<RevealNotice['reveal']['state'], { badge: Words; style: Style }>> = {
  wanted: { badge: say`Waiting`, style: 'attention' },
  agreed: { badge: say`Agreed`, style: 'good' },
  denied: { badge: say`Refused`, style: 'attention' },
  shown: { badge: say`Shown`, style: 'good' },
  over: { badge: say`Over`, style: 'emphasis' },
};

/** The approvers' card: who wants to read what; with Agree and Refuse while nobody answered. Never words of the mail. */
export function revealCard(notice: RevealNotice, problem?: Problem): Drawn {
  const { entry, reveal } = notice;
  const card = drawReveal({
    ...LOOKS[reveal.state],
    ...bannerFields(problem),
    title: say`A mail whose text is not shown`,
    ledgerId: exactly(entry.id),
    revealId: exactly(reveal.id),
    who: nameOf(reveal.wanted.by),
    lead: say` wants to read a mail that can open or end the AWS account.`,
    advice: say`Ask them, on another way than in Teams, whether they expect this mail. If nobody expects it, refuse and tell your security team.`,
    rows: revealRows(notice),
    canAnswer: reveal.state === 'wanted',
    hasSteps: true,
    steps: revealSteps(reveal),
  });
  return { card, summary: say`Somebody wants to read an AWS mail whose text is not shown.` };
}

/** Why the owner does not get to read it. */
export function revealEndedCard({ entry, reveal }: RevealEndedNotice): Drawn {
  const topic = topicOf(entry.category, entry.announced !== true);
  if (reveal.state === 'denied') {
    const by = reveal.answered === undefined ? 'An approver' : nameOf(reveal.answered.by);
    return noteCard('The mail stays withheld', `${topic}: ${by} refused. Talk to them if you need it.`);
  }
  const because = reveal.ended === undefined ? undefined : ENDED[reveal.ended.because];
  return noteCard('The mail was not shown', `${topic}: ${because ?? 'it could not be shown.'}`);
}

const ENDED: Readonly<Record<NonNullable<RevealNotice['reveal']['ended']>['because'], string>> = {
  time: 'it was shown, and its time is over. You can ask again on its card.',
  unanswered: 'no approver answered in time. Talk to one, then ask again on its card.',
  'not-shown': 'it could not be shown here in time. Ask again on its card.',
  'owner-changed': 'the alias has another owner by now.',
  'mail-gone': 'it is no longer in the central mailbox. Let AWS send another one.',
  never:
    'it holds a code or link that is never shown in Teams. Ask somebody who has access to the central mailbox.',
};

/** The card in the owner's own chat: before, while the text stands there, and afterwards. */
export function revealedCard(notice: RevealedNotice): Drawn {
  const { entry, shown, stage } = notice;
  const severity = SEVERITY_WORDS[entry.severity];
  const { lines, isCut } = fitting(shown?.text ?? '');
  const card = drawRevealed({
    title: topicOf(entry.category, entry.announced !== true),
    badge:
      stage === 'shown' ? say`For your eyes only` : stage === 'opening' ? say`Opening` : say`No longer shown`,
    style: stage === 'shown' ? severity.style : 'emphasis',
    mayBeRepeat: notice.mayBeRepeat && stage === 'opening',
    lead: leadOf(notice),
    doubt:
      entry.genuine === 'yes' || stage !== 'shown'
        ? say``
        : say`It could not be verified that AWS wrote this. Do not follow its links; sign in to AWS on your own instead.`,
    rows: rowsOf(
      row(say`Subject`, shown?.subject, 300),
      row(say`From`, shown?.sender, 200),
      ...revealRows(notice),
    ),
    hasText: lines.length > 0,
    lines: lines.map((text) => ({ text })),
    isCut,
  });
  return { card, summary: say`An AWS mail for you alone.` };
}

function leadOf({ stage, shown }: RevealedNotice): Words {
  if (stage === 'opening') {
    return say`The mail that you asked for is opened on this card. If it is not here in a minute, look for a newer card below.`;
  }
  if (stage === 'over' || shown === undefined) return say`The mail is no longer shown here.`;
  return say`Only you see this. It is removed on ${moment(shown.until)}. Links are shown as text: select one to copy it, and pass nothing on.`;
}

function revealRows({ entry, alias }: Pick<RevealNotice, 'entry' | 'alias'>): readonly Row[] {
  return rowsOf(
    row(say`Topic`, topicOf(entry.category, entry.announced !== true)),
    row(say`Received`, moment(entry.receivedAt)),
    row(say`Account`, alias?.accountName, 100),
    codeRow(say`Account id`, entry.accountId ?? alias?.accountId),
    codeRow(say`Alias`, alias?.address),
    row(say`Owner`, alias?.owner?.name ?? alias?.owner?.mail, 100),
  );
}

/** Teams takes 28 KB; this leaves room for the card around the text. */
const TEXT_BYTES_MOST = 20_000;
/** What the card adds to each line. */
const LINE_BYTES = 110;
const LINES_MOST = 120;

/** As much of the text as a message may hold, by its size as JSON. */
function fitting(text: string): { readonly lines: readonly CardText[]; readonly isCut: boolean } {
  const all = plainLines(text, TEXT_BYTES_MOST, LINES_MOST);
  const lines: CardText[] = [];
  let left = TEXT_BYTES_MOST;
  for (const line of all) {
    const bytes = bytesInMessage(line) + LINE_BYTES;
    if (bytes > left) {
      const part = beginningOf(line, left - LINE_BYTES);
      return { lines: part === '' ? lines : [...lines, part], isCut: true };
    }
    lines.push(line);
    left -= bytes;
  }
  return { lines, isCut: text.length > TEXT_BYTES_MOST };
}
