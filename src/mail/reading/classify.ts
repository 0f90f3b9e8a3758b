import { datesIn } from './dates.ts';
import { tokenOf, type Kind } from './kinds/kind.ts';
import { KINDS } from './kinds/kinds.ts';
import { fold, phraseBook } from './phrases.ts';
import { SEVERITIES, type Severity } from '../understanding.ts';

/** What a mail says, as the table of kinds reads it. */
export interface Wording {
  readonly subject: string;
  /** Visible and hidden text, markup gone; the beginning counts more than the rest. */
  readonly text: string;
  /** Sender's address, lower case. */
  readonly from: string;
  /** It carries List-Unsubscribe, as mass mail does. */
  readonly massMail: boolean;
  readonly receivedAt: Date | undefined;
  /** What it was found to carry; links that work by themselves and codes say more than words. */
  readonly carries: ReadonlySet<'code' | 'link'>;
  /** Names of the kinds that its links give away. */
  readonly linkKinds: ReadonlySet<string>;
}

/** All that can be said of a mail whose kind is not clear. */
export const UNRECOGNISED_TITLE = 'A message of AWS';

/** What the mail is, in words for people. */
export function titleOf({ kind, recognised }: Classified): string {
  return recognised ? kind.title : UNRECOGNISED_TITLE;
}

/** The kind that fits best, and how well. */
export interface Classified {
  readonly kind: Kind;
  /** The kind's, or what a date or a call to act in the subject makes of it. */
  readonly severity: Severity;
  readonly score: number;
  /**
   * Enough speaks for the kind, and clearly more than for a kind of another category. Where this is false the kind is the best
   * guess: good for a filter, nothing to be told to people as a fact.
   */
  readonly recognised: boolean;
  /** The subject or the sender itself says so. */
  readonly certain: boolean;
  /** Names of other kinds that fit, best first. */
  readonly others: readonly string[];
}

/** How far into the text the words of a mail are read for its topic. */
const READ = 12_000;
const HEAD = 600;

/** What a phrase weighs by where it stands. */
const WEIGHT = { subject: 3, head: 1.2, rest: 0.5 } as const;
/** What a hint is worth beside a phrase that names the kind. */
const HINT = 0.5;
/** The second and third phrase of a kind add less than the first: synonyms are not evidence. */
const DIMINISH = [1, 0.4, 0.2] as const;
const SENDER = 1.5;
/** Senders that write about one thing only. */
const ONLY_SENDER = 4;
/** Most senders write about more than one thing: without a word about it that is little. */
const SENDER_ALONE = 0.8;
const MARKETING_SENDER = 4;
const MASS_MAIL = 1;
/** A link says more than words, and the same in every language. */
const LINK = 5;
/** What a kind that gives way is worth beside others. */
const YIELD = 0.45;
/** A code or link was found: the kinds that carry one are likelier. */
const TOKEN = 2;
const DAY = 24 * 60 * 60 * 1000;
/** A date less than this many days ahead asks for action. */
const SOON = 90;
/** Below this nothing speaks for a kind. */
const HEARD = 0.5;
/** What it takes to be recognised: evidence of its own, and so many times that of the next category. */
const ENOUGH = 1;
const MARGIN = 1.25;

interface Key {
  readonly kind: Kind;
  readonly weight: number;
}

const BOOK = phraseBook(
  KINDS.flatMap((kind) => [
    ...kind.says.map((phrase) => [{ kind, weight: 1 } satisfies Key, phrase] as const),
    ...(kind.hints ?? []).map((phrase) => [{ kind, weight: HINT } satisfies Key, phrase] as const),
  ]),
);

const TOPICS = phraseBook(KINDS.flatMap((kind) => (kind.topic ?? []).map((word) => [kind, word] as const)));

/** Kinds by how well they fit the words, best first. */
export function classify(wording: Wording): Classified {
  const places = readable(wording);
  const points = new Map<Kind, number[]>();
  const inSubject = new Set<Kind>();
  for (const [place, text] of Object.entries(places)) {
    for (const key of BOOK.find(text)) {
      const weight =
        key.weight * (place === 'subject' ? WEIGHT.subject : place === 'head' ? WEIGHT.head : WEIGHT.rest);
      const known = points.get(key.kind);
      if (known === undefined) points.set(key.kind, [weight]);
      else known.push(weight);
      if (place === 'subject' && key.weight === 1) inSubject.add(key.kind);
    }
  }
  const scored = KINDS.map((kind) => ({ kind, score: score(kind, points.get(kind) ?? [], wording) }))
    .filter(({ score: value }) => value >= HEARD)
    .toSorted((one, other) => other.score - one.score);
  const best = overrule(scored, inSubject, wording) ?? {
    kind: byTopic(places) ?? fallback(wording),
    score: 0,
  };
  return {
    ...best,
    severity: severityOf(best.kind, inSubject, wording),
    recognised: isRecognised(best, scored),
    certain: inSubject.has(best.kind) || isOnlyFrom(best.kind, wording),
    others: scored.filter(({ kind }) => kind !== best.kind).map(({ kind }) => kind.name),
  };
}

interface Scored {
  readonly kind: Kind;
  readonly score: number;
}

function isRecognised({ kind, score: value }: Scored, scored: readonly Scored[]): boolean {
  const next = scored.find((other) => other.kind.category !== kind.category);
  return value >= ENOUGH && value >= MARGIN * (next?.score ?? 0);
}

/** What the number of matching words cannot know. */
function overrule(
  scored: readonly Scored[],
  inSubject: ReadonlySet<Kind>,
  wording: Wording,
): Scored | undefined {
  const best = aboutCase(scored, inSubject) ?? scored[0];
  if (best === undefined) return undefined;
  const siblings = scored.filter(({ kind }) => kind.category === best.kind.category && inSubject.has(kind));
  // "Maintenance cancelled" is about maintenance too; that it is over is the news.
  const over = siblings.find(({ kind }) => kind.settles === true);
  if (over !== undefined) return over;
  // A reminder that names the day of the suspension announces the suspension.
  const suspension = scored.find(({ kind }) => kind.name === 'account-suspended');
  if (best.kind.name === 'payment-failed' && suspension !== undefined && daysAhead(wording).length > 0)
    return suspension;
  // "The payment of your invoice failed" is about an invoice too: what asks for more is the news.
  const [urgent] = siblings.toSorted((one, other) => rank(one.kind) - rank(other.kind));
  return urgent !== undefined && rank(urgent.kind) < rank(best.kind) ? urgent : best;
}

function rank(kind: Kind): number {
  return SEVERITIES.indexOf(kind.severity);
}

/** A support case about anything stays one, except about the account's safety or end: then the topic decides. */
function aboutCase(scored: readonly Scored[], inSubject: ReadonlySet<Kind>): Scored | undefined {
  const cases = scored.filter(({ kind }) => kind.category === 'support-case');
  const named = cases.find(({ kind }) => inSubject.has(kind));
  if (named === undefined) return undefined;
  const graver = scored.find(
    ({ kind, score: value }) =>
      (kind.category === 'security-alert' && kind.severity === 'urgent' && value > 1) ||
      (kind.category === 'account-closure' && inSubject.has(kind)),
  );
  const waiting = cases.find(({ kind }) => kind.name === 'case-waiting');
  const open = named.kind.severity === 'notice' && waiting !== undefined ? waiting : named;
  return graver ?? open;
}

/** "[Action Required]" asks for action, unless the day is still far; advertisers and finished matters ask for none. */
function severityOf(kind: Kind, inSubject: ReadonlySet<Kind>, wording: Wording): Severity {
  const asks = [...inSubject].some(({ name }) => name === 'health-action');
  if (!asks || kind.category === 'marketing' || kind.settles === true) return kind.severity;
  if (kind.severity !== 'notice' && kind.severity !== 'info') return kind.severity;
  const days = daysAhead(wording);
  return days.length === 0 || days.some((day) => day <= SOON) ? 'action' : kind.severity;
}

/** How many days ahead of the mail the dates in it are; those that are past are left out. */
function daysAhead({ subject, text, receivedAt }: Wording): readonly number[] {
  const now = receivedAt?.getTime();
  if (now === undefined) return [];
  return datesIn(`${subject}\n${text}`)
    .map((date) => (date.getTime() - now) / DAY)
    .filter((days) => days > 0);
}

function score(kind: Kind, points: readonly number[], wording: Wording): number {
  const best = points.toSorted((one, other) => other - one).slice(0, DIMINISH.length);
  const words = best.reduce((sum, point, at) => sum + point * (DIMINISH[at] ?? 0), 0);
  const isMarketing = kind.category === 'marketing';
  const known = isMarketing ? MARKETING_SENDER : words > 0 ? SENDER : SENDER_ALONE;
  const sender = isOnlyFrom(kind, wording) ? ONLY_SENDER : isFrom(kind, wording) ? known : 0;
  return (
    (words +
      sender +
      (wording.linkKinds.has(kind.name) ? LINK : 0) +
      (words + sender > 0 && carriesItsToken(kind, wording) ? TOKEN : 0) +
      (isMarketing && wording.massMail ? MASS_MAIL : 0)) *
    (kind.yields === true ? YIELD : 1)
  );
}

function carriesItsToken(kind: Kind, { carries }: Wording): boolean {
  const token = tokenOf(kind);
  return token !== undefined && carries.has(token);
}

function isFrom(kind: Kind, { from }: Wording): boolean {
  return kind.from?.some((part) => from.includes(part)) === true;
}

function isOnlyFrom(kind: Kind, { from }: Wording): boolean {
  return kind.onlyFrom?.some((part) => from.includes(part)) === true;
}

/** The kind of which the subject has a word, else the beginning of the text; the more dangerous one first. */
function byTopic({ subject, head }: Readonly<Record<keyof typeof WEIGHT, string>>): Kind | undefined {
  for (const text of [subject, head]) {
    const found = TOPICS.find(text);
    const kind = KINDS.find((each) => found.has(each));
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** Nothing speaks for any kind: a message of AWS's, to be read by somebody. */
const UNRECOGNISED: Kind = {
  name: 'unrecognised',
  title: UNRECOGNISED_TITLE,
  category: 'account-admin',
  severity: 'notice',
  says: [],
};
const UNRECOGNISED_NOTIFICATION: Kind = { ...UNRECOGNISED, category: 'service-health' };

function fallback({ from, carries }: Wording): Kind {
  // Whatever it is about: a code is to sign in, a link to prove who reads the mail.
  const likely = carries.has('code')
    ? 'sign-in-code'
    : carries.has('link')
      ? 'address-verification'
      : undefined;
  const token = KINDS.find(({ name }) => name === likely);
  if (token !== undefined) return token;
  return from.endsWith('@aws.com') || from.endsWith('@sns.amazonaws.com')
    ? UNRECOGNISED_NOTIFICATION
    : UNRECOGNISED;
}

/** Links, addresses and numbers out: they stand between the words of a phrase. */
function readable({ subject, text }: Wording): Readonly<Record<keyof typeof WEIGHT, string>> {
  const body = fold(withoutTokens(text.slice(0, READ)));
  return {
    subject: fold(withoutTokens(subject.slice(0, 1_000))),
    head: body.slice(0, HEAD),
    rest: body.slice(HEAD),
  };
}

function withoutTokens(text: string): string {
  return text
    .replace(/\S+/g, (word) => (word.includes('@') || word.includes('://') ? ' ' : word))
    .replace(/\b\d[\d,.'’-]{3,40}/g, ' ')
    .replace(/[([]\s*[)\]]/g, ' ');
}
