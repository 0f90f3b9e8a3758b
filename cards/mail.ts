import { ownerOfMail } from '../src/aliases/ownership.ts';
import { isSeen } from '../src/mail/cases/acknowledge.ts';
import { openReveal } from '../src/mail/cases/handling.ts';
import type { Genuine } from '../src/mail/analysis.ts';
import type { MailNotice } from '../src/mail/notices.ts';
import { drawing, type Drawn } from './draw.ts';
import { bannerFields, type Problem } from './parts/banner.ts';
import { mentionsOf, mentionWords, type Mention } from './parts/mentions.ts';
import { codeRow, row, rowsOf, timeRow, type Row } from './parts/row.ts';
import { withNextSteps, type NextStep } from './parts/next-steps.ts';
import { stepsOf } from './parts/steps.ts';
import { accountWords, SEVERITY_STYLES, topicOf, type Style } from './parts/words.ts';
import template from './templates/mail.json' with { type: 'json' };
import { exactly, joined, plain, plainLines, say, type CardText, type Words } from './text.ts';
import { triageWords } from './triage-words.ts';
import { summaryTitle, summaryWords } from './texts/mail-kinds.ts';
import type { Texts } from './texts/languages.ts';

const EXCERPT_MOST = 2000;
const EXCERPT_LINES = 30;
const ADDRESSES_MOST = 8;
const ALIASES_MOST = 15;
const LINK_MOST = 1500;

const draw = drawing(template);

/** A root mail. Only triage gets the link to Outlook, because owning teams cannot open the central mailbox. */
export function mailCard(texts: Texts, mail: MailNotice, problem?: Problem): Drawn {
  const isForged = mail.genuine === 'no';
  const topic = isForged ? texts.mail.forged.title : topicOf(texts, mail.category, mail.recognised);
  const doubt = doubtOf(texts, mail.genuine);
  const triageReason = mail.triageReason === undefined ? say`` : triageWords(texts, mail.triageReason);
  // Not shown means not shown here as well, whatever the rules handed over.
  const hiding = hidingOf(texts, mail);
  const excerpt = hiding !== undefined ? [] : plainLines(mail.excerpt, EXCERPT_MOST, EXCERPT_LINES);
  const inBrief = inBriefOf(texts, mail, hiding !== undefined);
  const webLink = triageReason === '' ? say`` : outlookLink(mail.webLink);
  const offered = plain(mail.offeredAccountId ?? '', 12);
  const inTriage = triageReason !== '';
  const handlings = [mail, ...(mail.others ?? [])].map(({ handling }) => handling);
  const steps = stepsOf(texts, handlings);
  const isRevealing = handlings.every((handling) => openReveal(handling) !== undefined);
  const isUrgent = mail.severity === 'urgent';
  const card = draw(texts, {
    title: topic,
    ...lookOf(texts, mail),
    ...ringFields(texts, mail, inTriage),
    ...bannerFields(problem),
    ledgerId: exactly(mail.ledgerId),
    mayBeRepeat: mail.mayBeRepeat,
    isLate: mail.isLate === true,
    isDoubtful: doubt !== undefined,
    doubtStyle: doubt?.style ?? 'default',
    // The title of the card says that AWS did not send it.
    doubtTitle: isForged ? say`` : (doubt?.title ?? say``),
    doubtText: doubt?.text ?? say``,
    isGenuine: mail.genuine === 'yes',
    saysWhyHere: inTriage && !(isForged && mail.triageReason?.code === 'not-from-aws'),
    triageReason: triageReason || say`-`,
    subject: plain(mail.subject, 300) || subjectFor(texts, mail),
    summary: inBrief === triageReason ? say`` : inBrief,
    rows: mailRows(texts, mail),
    isHidden: hiding !== undefined,
    hiddenTitle: hiding?.title ?? say``,
    hiddenText: joined([hiding?.text, howToRead(texts, mail, isRevealing)], ' '),
    canReveal: mail.canReveal === true && hiding !== undefined && !isRevealing,
    revealTitle: hiding?.button ?? say``,
    canAcknowledge: asksForHands(mail) && handlings.some((handling) => handling?.acknowledged === undefined),
    acknowledgeStyle: isUrgent ? say`positive` : say`default`,
    revealStyle: isUrgent ? say`default` : say`positive`,
    offersAccount: offered !== '',
    topic: exactly(mail.category),
    canHaveFewer: !inTriage && canBeQuiet(mail),
    confirmTitle: texts.mail.accountIsRight({ account: offered || say`-` }),
    canTriage: inTriage && mail.canTriage === true,
    canAssign: !isForged,
    canReplay: inTriage && handlings.some((handling) => handling?.deadSince !== undefined),
    hasSteps: steps.length > 0,
    steps,
    hasExcerpt: excerpt.length > 0,
    excerpt: excerpt.map((text) => ({ text })),
    hasLink: webLink !== '',
    webLink: webLink || say`https://outlook.office.com/`,
  });
  const { alias } = mail;
  const account = accountWords(texts, alias?.accountName, mail.accountId, alias?.address);
  const summary = texts.mail.summary({ severity: lookOf(texts, mail).badge, topic, account });
  // In triage, who owns the alias may be somebody whom people there need not know.
  const next: readonly NextStep[] =
    inTriage || alias === undefined ? [] : [{ kind: 'alias', aliasId: alias.id }];
  return withNextSteps(texts, { card, summary }, next);
}

/**
 * How soon somebody must look: of what AWS did not send nobody says that it is good to know, nor of what nobody owns that there is
 * nothing to do.
 */
function lookOf(texts: Texts, mail: MailNotice): { badge: Words; style: Style } {
  if (mail.genuine === 'no') return { badge: texts.mail.forgedBadge, style: 'attention' };
  const severity = asksForHands(mail) && mail.severity !== 'urgent' ? 'action' : mail.severity;
  return { badge: texts.severities[severity], style: SEVERITY_STYLES[severity] };
}

/** Somebody has to do something, so that somebody should say that they do. */
function asksForHands({ severity, genuine, triageReason, handling }: MailNotice): boolean {
  if (genuine === 'no' || handling?.triaged !== undefined) return false;
  return severity === 'urgent' || severity === 'action' || triageReason !== undefined;
}

/** Whether a channel can have mail of this sort later, or not at all; see `muteWay`. */
function canBeQuiet({ severity, genuine, withheld, announced }: MailNotice): boolean {
  return severity !== 'urgent' && genuine === 'yes' && !withheld && announced !== true;
}

/** Rings the owners of an urgent mail where it is posted to their channel, as long as nobody looks after it. */
function ringFields(
  texts: Texts,
  mail: MailNotice,
  inTriage: boolean,
): { readonly mentions: readonly Mention[]; readonly rings: boolean; readonly ringWords: Words } {
  const { severity, receivedAt, others = [] } = mail;
  const rings = severity === 'urgent' && !inTriage;
  const owners = (rings ? [mail, ...others] : [])
    .filter(({ handling }) => handling === undefined || !isSeen(handling))
    .flatMap(({ alias }) => ownerOfMail(alias, receivedAt) ?? [])
    .map(({ id = '', name = '', mail: address }) => ({ id, name, mail: address }));
  const mentions = mentionsOf(texts, owners);
  const ringWords = texts.mail.rings({ people: mentionWords(mentions) });
  return { mentions, rings: mentions.length > 0, ringWords };
}

/**
 * What the mail is about, in a sentence or two; no more than the title and the boxes do not say: of what was not recognised, who wrote
 * it, and that its text is not shown.
 */
function inBriefOf(texts: Texts, { summary, genuine }: MailNotice, isHidden: boolean): CardText {
  const isSaid = genuine === 'no' || (isHidden && summary?.recognised === false);
  if (summary === undefined || (isSaid && !summary.byAccount)) return say``;
  return summaryWords(texts, { ...summary, secret: false, genuine: 'yes' });
}

/** How a card says that the mail's text is not on it, and what can be done about that. */
function hidingOf({ mail: words }: Texts, { withheld, announced }: MailNotice) {
  if (withheld) return words.withheld;
  return announced === true ? words.announced : undefined;
}

/** Where it is read; once somebody asked for it, the steps say how that goes on. */
function howToRead(
  { mail: words }: Texts,
  { canReveal }: MailNotice,
  isRevealing: boolean,
): Words | undefined {
  if (canReveal !== true) return words.readElsewhere;
  return isRevealing ? undefined : words.ownerReads;
}

/** What is in the place of a subject. */
function subjectFor(texts: Texts, { missing, summary, withheld, announced }: MailNotice): Words {
  if (missing !== undefined) return missing === 'gone' ? texts.names.mailGone : texts.names.mailUnreadable;
  const isHidden = withheld || announced === true;
  return isHidden && summary !== undefined ? summaryTitle(texts, summary) : texts.names.noSubject;
}

function doubtOf({ mail: words }: Texts, genuine: Genuine) {
  switch (genuine) {
    case 'yes':
      return undefined;
    case 'suspicious':
      return { ...words.suspicious, style: 'warning' } as const;
    case 'no':
      return { ...words.forged, style: 'attention' } as const;
  }
}

function mailRows(texts: Texts, mail: MailNotice): readonly Row[] {
  const more = mail.addresses.length - ADDRESSES_MOST;
  const { labels } = texts;
  const addresses = plain(mail.addresses.slice(0, ADDRESSES_MOST).join(', '), 600);
  const aliases = [mail.alias, ...(mail.others ?? []).map(({ alias }) => alias)].filter(
    (alias) => alias !== undefined,
  );
  const unshown = aliases.length - ALIASES_MOST;
  const saved = savedOtherwise(mail);
  const sentTo = more > 0 ? texts.mail.addressesAndMore({ addresses, more }) : addresses;
  return rowsOf(
    row(labels.from, mail.sender, 200),
    row(labels.verifiedDomain, mail.verifiedDomain, 253),
    timeRow(texts, labels.received, mail.receivedAt),
    row(labels.account, listed(aliases.map(({ accountName }) => accountName)), 200),
    codeRow(
      saved === undefined ? labels.accountId : labels.accountIdInMail,
      mail.accountId ?? mail.alias?.accountId,
    ),
    codeRow(labels.accountIdSaved, saved),
    ...aliases.slice(0, ALIASES_MOST).map(({ address }) => codeRow(labels.alias, address)),
    row(labels.moreAliases, unshown > 0 ? String(unshown) : ''),
    mail.alias === undefined ? row(labels.sentTo, sentTo) : undefined,
    row(labels.owner, listed(aliases.map(({ owner }) => owner?.name ?? owner?.mail)), 200),
  );
}

/** What is bound to the alias, where the mail names another account. */
function savedOtherwise({ accountId, alias, others = [] }: MailNotice): string | undefined {
  if (accountId === undefined || others.length > 0 || alias?.accountId === accountId) return undefined;
  return alias?.accountId;
}

/** Each once, what is unknown left out. */
function listed(names: readonly (string | undefined)[]): string {
  return [...new Set(names.filter((name) => name !== undefined && name !== ''))].join(', ');
}

/** Graph's link, when it is one that a browser may open. */
function outlookLink(link: string | undefined): CardText {
  if (link === undefined || link.length > LINK_MOST || !URL.canParse(link)) return say``;
  const url = new URL(link);
  return exactly(url.protocol === 'https:' && url.username === '' ? url.href : '', LINK_MOST);
}
