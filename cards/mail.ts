import { openReveal } from '../src/mail/cases/handling.ts';
import type { Genuine } from '../src/mail/analysis.ts';
import type { MailNotice } from '../src/mail/notices.ts';
import { drawing, type Drawn } from './draw.ts';
import { stepsOf, type Step } from './mail-steps.ts';
import { bannerFields, type Problem } from './problem.ts';
import { codeRow, row, rowsOf, type Row } from './row.ts';
import { exactly, plain, plainLines, say, type CardText, type Words } from './text.ts';
import { moment } from './time.ts';
import { triageWords } from './triage-words.ts';
import { topicOf, SEVERITY_WORDS, type Style } from './words.ts';
import template from './mail.json' with { type: 'json' };

const EXCERPT_MOST = 2000;
const EXCERPT_LINES = 30;
const ADDRESSES_MOST = 8;
const ALIASES_MOST = 15;
const STEPS_MOST = 20;
const LINK_MOST = 1500;

const draw = drawing(template);

/** A root mail. Only triage gets the link to Outlook, because owning teams cannot open the central mailbox. */
export function mailCard(mail: MailNotice, problem?: Problem): Drawn {
  const severity = SEVERITY_WORDS[mail.severity];
  const topic = topicOf(mail.category, mail.recognised);
  const doubt = DOUBTS[mail.genuine];
  const triageReason = plain(mail.triageReason === undefined ? '' : triageWords(mail.triageReason), 500);
  // Not shown means not shown here as well, whatever the rules handed over.
  const hiding = hidingOf(mail);
  const excerpt = hiding !== undefined ? [] : plainLines(mail.excerpt, EXCERPT_MOST, EXCERPT_LINES);
  const summary = plain(mail.summary, 400);
  const webLink = triageReason === '' ? say`` : outlookLink(mail.webLink);
  const offered = plain(mail.offeredAccountId ?? '', 12);
  const inTriage = triageReason !== '';
  const handlings = [mail, ...(mail.others ?? [])].map(({ handling }) => handling);
  const steps = distinct(handlings.flatMap(stepsOf)).slice(-STEPS_MOST);
  const card = draw({
    title: topic,
    badge: severity.text,
    style: severity.style,
    ...bannerFields(problem),
    ledgerId: exactly(mail.ledgerId),
    mayBeRepeat: mail.mayBeRepeat,
    isLate: mail.isLate === true,
    isDoubtful: doubt !== undefined,
    doubtStyle: doubt?.style ?? 'default',
    doubtTitle: doubt?.title ?? say``,
    doubtText: doubt?.text ?? say``,
    isGenuine: mail.genuine === 'yes',
    inTriage,
    triageReason: triageReason || say`-`,
    subject: plain(mail.subject, 300) || say`(no subject)`,
    summary: summary === triageReason ? say`` : summary,
    rows: mailRows(mail),
    isHidden: hiding !== undefined,
    hiddenTitle: hiding?.title ?? say``,
    hiddenText: say`${hiding?.text ?? say``} ${mail.canReveal === true ? WHO_READS : ELSEWHERE}`,
    canReveal:
      mail.canReveal === true &&
      hiding !== undefined &&
      handlings.some((handling) => openReveal(handling) === undefined),
    revealTitle: hiding?.button ?? say``,
    canAcknowledge: handlings.some((handling) => handling?.acknowledged === undefined),
    offersAccount: offered !== '',
    confirmTitle: say`Account ${offered || say`-`} is right`,
    canTriage: inTriage && mail.canTriage === true,
    canReplay: inTriage && handlings.some((handling) => handling?.deadSince !== undefined),
    hasSteps: steps.length > 0,
    steps,
    hasExcerpt: excerpt.length > 0,
    excerpt: excerpt.map((text) => ({ text })),
    hasLink: webLink !== '',
    webLink: webLink || say`https://outlook.office.com/`,
  });
  return { card, summary: say`${topic}: mail from an AWS root alias.` };
}

/** How a card says that the mail's text is not on it, and what can be done about that. */
interface Hiding {
  readonly title: Words;
  readonly text: Words;
  readonly button: Words;
}

const WITHHELD: Hiding = {
  title: say`Text withheld`,
  text: say`This mail holds a code or link that opens the account, so its text is not shown in the channel. If nobody in your team asked for it, tell your security team now.`,
  button: say`Show it to the owner`,
};
const ANNOUNCED: Hiding = {
  title: say`Text not shown here`,
  text: say`Nothing secret was found in this mail, but it could not be recognised for certain, so its text is not shown in the channel. Somebody should read it.`,
  button: say`Show the text`,
};

function hidingOf({ withheld, announced }: MailNotice): Hiding | undefined {
  if (withheld) return WITHHELD;
  return announced === true ? ANNOUNCED : undefined;
}

const WHO_READS = say`The owner of the alias can have it shown in their own chat; the channel is told.`;
const ELSEWHERE = say`People with access to the central mailbox can read it there.`;

const DOUBTS: Readonly<
  Record<Genuine, { readonly title: Words; readonly text: Words; readonly style: Style } | undefined>
> = {
  yes: undefined,
  suspicious: {
    title: say`It may not be from AWS`,
    text: say`It looks like AWS, but the sender could not be verified. Do not follow its links and do not enter codes; sign in to AWS on your own instead.`,
    style: 'warning',
  },
  no: {
    title: say`AWS did not send this`,
    text: say`Do not reply, and do not follow its links. If it claims to be AWS, report it to your security team.`,
    style: 'attention',
  },
};

function mailRows(mail: MailNotice): readonly Row[] {
  const more = mail.addresses.length - ADDRESSES_MOST;
  const addresses = mail.addresses.slice(0, ADDRESSES_MOST).join(', ');
  const aliases = [mail.alias, ...(mail.others ?? []).map(({ alias }) => alias)].filter(
    (alias) => alias !== undefined,
  );
  const unshown = aliases.length - ALIASES_MOST;
  const sentTo = more > 0 ? `${addresses} and ${more} more` : addresses;
  return rowsOf(
    row(say`From`, mail.sender, 200),
    row(say`Verified domain`, mail.verifiedDomain, 253),
    row(say`Received`, moment(mail.receivedAt)),
    row(say`Account`, listed(aliases.map(({ accountName }) => accountName)), 200),
    codeRow(say`Account id`, mail.accountId ?? mail.alias?.accountId),
    ...aliases.slice(0, ALIASES_MOST).map(({ address }) => codeRow(say`Alias`, address)),
    row(say`More aliases`, unshown > 0 ? String(unshown) : ''),
    mail.alias === undefined ? row(say`Sent to`, sentTo) : undefined,
    row(say`Owner`, listed(aliases.map(({ owner }) => owner?.name ?? owner?.mail)), 200),
  );
}

/** Each once, what is unknown left out. */
function listed(names: readonly (string | undefined)[]): string {
  return [...new Set(names.filter((name) => name !== undefined && name !== ''))].join(', ');
}

/** What was done for several aliases at once is told once. */
function distinct(steps: readonly Step[]): readonly Step[] {
  return [...new Map(steps.map((step) => [JSON.stringify(step), step])).values()];
}

/** Graph's link, when it is one that a browser may open. */
function outlookLink(link: string | undefined): CardText {
  if (link === undefined || link.length > LINK_MOST || !URL.canParse(link)) return say``;
  const url = new URL(link);
  return exactly(url.protocol === 'https:' && url.username === '' ? url.href : '', LINK_MOST);
}
