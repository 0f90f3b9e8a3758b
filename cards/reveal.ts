import type { RevealEndedNotice, RevealedNotice, RevealNotice } from '../src/mail/notices.ts';
import { drawing, type Drawn } from './draw.ts';
import { noteCard } from './note.ts';
import { bannerFields, type Problem } from './parts/banner.ts';
import { deciderFields } from './parts/mentions.ts';
import { codeRow, row, rowsOf, timeRow, type Row } from './parts/row.ts';
import { revealSteps } from './parts/steps.ts';
import { accountWords, nameOf, SEVERITY_STYLES, topicOf, whoWords, type Style } from './parts/words.ts';
import revealTemplate from './templates/reveal.json' with { type: 'json' };
import revealedTemplate from './templates/revealed.json' with { type: 'json' };
import { beginningOf, bytesInMessage, exactly, plainLines, type CardText, type Words } from './text.ts';
import type { Texts } from './texts/languages.ts';
import { momentWords } from './parts/moment.ts';

const drawReveal = drawing(revealTemplate);
const drawRevealed = drawing(revealedTemplate);

const STYLES: Readonly<Record<RevealNotice['reveal']['state'], Style>> = {
  wanted: 'attention',
  agreed: 'good',
  denied: 'attention',
  shown: 'good',
  over: 'emphasis',
};

/** The approvers' card: who wants to read what; with Agree and Refuse while nobody answered. Never words of the mail. */
export function revealCard(texts: Texts, notice: RevealNotice, problem?: Problem): Drawn {
  const { entry, reveal } = notice;
  const { title, lead, summary } = texts.reveal;
  const who = whoWords(texts, reveal.wanted.by);
  const steps = revealSteps(texts, reveal);
  const card = drawReveal(texts, {
    badge: texts.revealStates[reveal.state],
    style: STYLES[reveal.state],
    ...bannerFields(problem),
    title,
    ledgerId: exactly(entry.id),
    revealId: exactly(reveal.id),
    lead: lead({ who: nameOf(texts, reveal.wanted.by) }),
    rows: [
      row(texts.labels.topic, topicOf(texts, entry.category, entry.announced !== true)),
      timeRow(texts, texts.labels.asked, reveal.wanted.at),
      ...revealRows(texts, notice),
    ].filter((each) => each !== undefined),
    ...deciderFields(texts, reveal.state === 'wanted' ? notice.deciders : undefined),
    canAnswer: reveal.state === 'wanted',
    hasSteps: steps.length > 0,
    steps,
  });
  return { card, summary: summary({ who, ...aboutMail(texts, notice) }) };
}

/** Topic and account, for notifications. */
function aboutMail(
  texts: Texts,
  { entry, alias }: Pick<RevealNotice, 'entry' | 'alias'>,
): { readonly topic: Words; readonly account: Words } {
  return {
    topic: topicOf(texts, entry.category, entry.announced !== true),
    account: accountWords(texts, alias?.accountName, entry.accountId ?? alias?.accountId, alias?.address),
  };
}

/** Why the owner does not get to read it. */
export function revealEndedCard(texts: Texts, { entry, reveal }: RevealEndedNotice): Drawn {
  const { stays, staysLead, notShown, notShownBecause } = texts.reveal;
  const topic = topicOf(texts, entry.category, entry.announced !== true);
  if (reveal.state === 'denied') {
    const by = reveal.answered === undefined ? texts.names.anApprover : nameOf(texts, reveal.answered.by);
    return noteCard(texts, stays, staysLead({ topic, by }), []);
  }
  return noteCard(texts, notShown, notShownBecause[reveal.ended?.because ?? 'unknown']({ topic }), []);
}

/** The card in the owner's own chat: before, while the text is there, and afterwards. */
export function revealedCard(texts: Texts, notice: RevealedNotice): Drawn {
  const { entry, shown, stage } = notice;
  const { labels, revealed } = texts;
  const { lines, isCut } = fitting(shown?.text ?? '');
  const card = drawRevealed(texts, {
    title: topicOf(texts, entry.category, entry.announced !== true),
    badge: revealed.stages[stage],
    style: stage === 'shown' ? SEVERITY_STYLES[entry.severity] : 'emphasis',
    mayBeRepeat: notice.mayBeRepeat && stage === 'opening',
    lead: leadOf(texts, notice),
    isDoubtful: entry.genuine !== 'yes' && stage === 'shown',
    rows: rowsOf(
      row(labels.subject, shown?.subject, 300),
      row(labels.from, shown?.sender, 200),
      ...revealRows(texts, notice),
    ),
    hasText: lines.length > 0,
    lines: lines.map((text) => ({ text })),
    isCut,
  });
  return { card, summary: revealed.summary(aboutMail(texts, notice)) };
}

function leadOf(texts: Texts, { stage, shown }: RevealedNotice): Words {
  const { revealed } = texts;
  if (stage === 'opening') return revealed.opening;
  if (stage === 'over' || shown === undefined) return revealed.over;
  return revealed.shown({ until: momentWords(texts, shown.until) });
}

function revealRows(texts: Texts, { entry, alias }: Pick<RevealNotice, 'entry' | 'alias'>): readonly Row[] {
  const { labels } = texts;
  return rowsOf(
    timeRow(texts, labels.received, entry.receivedAt),
    row(labels.account, alias?.accountName, 100),
    codeRow(labels.accountId, entry.accountId ?? alias?.accountId),
    codeRow(labels.alias, alias?.address),
    row(labels.owner, alias?.owner?.name ?? alias?.owner?.mail, 100),
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
