import { english } from '../../../cards/texts/languages.ts';
import { summaryTitle, summaryWords } from '../../../cards/texts/mail-kinds.ts';
import { summaryOf } from '../analysis.ts';
import type { MailAddress } from '../mailbox.ts';
import type { Mail, Analysis } from '../analysis.ts';
import { listed } from '../parse/addresses.ts';
import { isKnownWords } from '../classify/known-words.ts';
import { clean } from '../parse/look-through.ts';
import { blank } from './plain-text.ts';

/** Every word that a channel sees of a mail, as plain text: nothing in it is markup. */
export interface ChannelText {
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** The mail's words; empty where they are withheld or not trusted. */
  readonly excerpt: string;
}

export type MailFacts = Pick<Mail, 'from' | 'receivedAt' | 'readable'>;

const GENUINE = {
  yes: 'yes, verified',
  suspicious: 'could not be verified: do not follow it before you have asked',
  no: 'no, AWS did not write it',
} as const;

/** The words of the card. The only place that decides what a channel may read. */
export function channelText(analysis: Analysis, facts: MailFacts): ChannelText {
  const { accountId, aliases, ownerByAccount, verifiedDomain } = analysis;
  const byAccount = ownerByAccount?.address ?? 'no alias in its headers';
  const received = facts.receivedAt?.toISOString().slice(0, 16).replace('T', ' ');
  const rows: (readonly [string, string])[] = [
    ['From', shownSender(facts.from, analysis.secret || analysis.announced)],
    ...(verifiedDomain === undefined ? [] : [['Verified domain', verifiedDomain] as const]),
    ['To', aliases.length > 0 ? listed(aliases, ALIASES_MOST) : byAccount],
    ['AWS account', accountId ?? 'not named'],
    ['Received', received === undefined ? 'unknown' : `${received} UTC`],
    ['Category', analysis.category],
    ['Severity', analysis.severity],
    ['From AWS', GENUINE[analysis.genuine]],
  ];
  if (ownerByAccount !== undefined) rows.push(['Owner', 'by the account id that the mail names']);
  const isHidden = analysis.secret || analysis.announced;
  const summary = summaryOf(analysis);
  rows.push(['What', summaryWords(english, { ...summary, byAccount: false })]);
  if (!facts.readable) rows.push(['Note', 'It could not be read; open it in Outlook.']);
  return {
    title: analysis.safeSubject || (isHidden ? summaryTitle(english, summary) : '(no subject)'),
    facts: rows,
    excerpt: analysis.excerpt,
  };
}

/** Most aliases that are spelled out: a card has a limit, a header has none. */
const ALIASES_MOST = 8;

/**
 * Name and address of the sender as a channel may read them: links and what could be a code blanked. Of a mail whose text is not
 * shown, a name or local part of other than known words is left out, so that the domain alone may remain.
 */
export function shownSender(from: MailAddress | undefined, hidden: boolean): string {
  if (from === undefined) return '';
  const { name, address } = from;
  if (!hidden) return senderLine(blank(name), blank(address));
  const at = address.lastIndexOf('@');
  const place = isKnownWords(address.slice(0, Math.max(at, 0))) ? address : address.slice(at + 1);
  return senderLine(isKnownWords(name) ? clean(name) : '', blank(place));
}

function senderLine(name: string, address: string): string {
  return name === '' ? address : `${name} <${address}>`;
}

export function channelLines({ title, facts, excerpt }: ChannelText): string {
  return [title, ...facts.map(([name, value]) => `${name}: ${value}`), excerpt]
    .filter((line) => line !== '')
    .join('\n');
}
