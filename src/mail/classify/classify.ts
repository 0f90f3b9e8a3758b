import { datesIn } from './dates.ts';
import { MARKS, RULES, type Rule } from './kinds/evidence.ts';
import type { Kind } from './kinds/kind.ts';
import { KINDS } from './kinds/kinds.ts';
import { sentencesOf, type Sentence } from './sentences.ts';
import type { Severity } from '../../channels/mail-topics.ts';

export interface Wording {
  readonly subject: string;
  /** Visible and hidden text, markup and the company's lines gone; the beginning counts more than the rest. */
  readonly text: string;
  readonly from: string;
  readonly massMail: boolean;
  readonly receivedAt: Date | undefined;
  /** What it was found to carry; links that work by themselves and codes say more than words. */
  readonly carries: { readonly code: boolean; readonly link: boolean };
  /** Nothing in it can be a link that works by itself, or hide one. */
  readonly leadsNowhere: boolean;
  /** Names of the kinds that its links give away. */
  readonly linkKinds: ReadonlySet<string>;
}

export interface Classified extends Scored {
  /** The kind's, or what a call to act in the subject makes of it. */
  readonly severity: Severity;
  /**
   * Enough speaks for the kind, and clearly more than for a kind of another category. Where this is false the kind is the best
   * guess: good for a filter, nothing to be told to people as a fact.
   */
  readonly recognised: boolean;
  /** It says itself that nobody has to do anything. */
  readonly asksNothing: boolean;
  readonly others: readonly string[];
}

const IMPLIED = [
  [/@(?:registrar\.amazon(?:\.com)?|domainnameverification\.net|emailverification\.info)$/, 'domain'],
  [/^(?:trustandsafety|ec2-abuse)@/, 'abuse'],
  [/^health@/, 'health'],
] as const;
/** What a rule counts by where its sentence is. */
const PLACE = { subject: 1, head: 0.5, rest: 0.2 } as const;
/** What is asked or supposed, or is in a sentence that denies something, may still be the topic. */
const SUPPOSED = 0.3;
const DENIED = 0.4;
/** Something that may be is not what the mail tells: "otherwise some services may fail". */
const POSSIBLE = 0.75;
/** What is denied itself speaks against it: "your account was not suspended". */
const REFUTED = -0.5;
/** Each further point of a kind adds less than the one before: synonyms are not evidence. */
const DIMINISH = [1, 0.5, 0.3, 0.2] as const;
/** Most senders write about more than one thing: without a word about it that is little. */
const ALONE = 0.6;
/** So much at least words must say before a code or a link beside them counts. */
const HINT = 0.7;
/** What is left of a kind that carries a link, in a mail that has none. */
const LINKLESS = 0.6;
/** Taken from a kind that asks for action in a mail that says that none is needed. */
const NEEDLESS = 1;
/** What is left of a kind that gives way. */
const YIELDED = 0.3;
const HEARD = 0.3;
/** What it takes to be recognised: evidence of its own, and so many times that of the next kind that is not like it. */
const ENOUGH = 1.2;
const MARGIN = 1.25;
/** A mark or a rule of at least this weight names the kind by itself. */
const STRONG = 2.5;

export function classify(wording: Wording): Classified {
  // What a sender writes about need not be named in every sentence.
  const implied = IMPLIED.filter(([senders]) => senders.test(wording.from)).map(([, concept]) => concept);
  const sentences = sentencesOf(wording.subject, wording.text, implied);
  const points = pointsOf(sentences, wording);
  const asksNothing = sentences.some(
    ({ concepts, supposes }) => concepts.has('needless') && !supposes && !concepts.has('if'),
  );
  const scored = yielding(
    KINDS.flatMap((kind) => scoreOf(kind, points.get(kind) ?? [], wording, asksNothing) ?? []),
    CASE.test(wording.subject),
  )
    .filter(({ score: value }) => value >= HEARD)
    .toSorted((one, other) => other.score - one.score);
  const best = scored[0] ?? { kind: fallback(wording), score: 0, certain: false };
  const next = scored.find(({ kind }) => !isLike(kind, best.kind));
  return {
    ...best,
    severity: asksNothing ? best.kind.severity : severityOf(best.kind, sentences),
    asksNothing,
    recognised: best.score >= ENOUGH && best.score >= MARGIN * (next?.score ?? 0),
    others: scored.slice(1).map(({ kind }) => kind.name),
  };
}

interface Scored {
  readonly kind: Kind;
  readonly score: number;
  /** The subject or the sender itself says so, or the text asks to type what only such a mail gives. */
  readonly certain: boolean;
}

/** A support case about anything stays one, except about the account's safety or end, or where it brings what was asked for. */
function yielding(scored: readonly Scored[], isCase: boolean): readonly Scored[] {
  const isGrave = scored.some(
    ({ kind: { category, severity }, score: value }) =>
      value >= ENOUGH &&
      severity === 'urgent' &&
      (category === 'security-alert' || category === 'account-closure'),
  );
  const isPassing = ({ yields, settles, severity, carriesToken }: Kind): boolean =>
    yields !== true && settles !== true && severity !== 'urgent' && carriesToken === 'never';
  return scored.map((each) => {
    const givesWay = isGrave ? each.kind.yields === true : isCase && isPassing(each.kind);
    return givesWay ? { ...each, score: each.score * YIELDED } : each;
  });
}

function isLike(one: Kind, other: Kind): boolean {
  return (
    one.category === other.category && (one.carriesToken === 'never') === (other.carriesToken === 'never')
  );
}

interface Point {
  readonly value: number;
  /** By itself it names the kind: in the subject, or as something to type. */
  readonly names: boolean;
}

function pointsOf(sentences: readonly Sentence[], wording: Wording): ReadonlyMap<Kind, readonly Point[]> {
  const points = new Map<Kind, readonly Point[]>();
  for (const sentence of sentences) {
    for (const concept of sentence.concepts) {
      for (const rule of RULES.get(concept) ?? []) {
        if (!rule.concepts.every((each) => sentence.concepts.has(each))) continue;
        if (rule.date && !namesADayAhead(sentence, wording)) continue;
        const value = rule.weight * PLACE[sentence.place] * said(rule, sentence);
        const names =
          value >= STRONG * PLACE.head &&
          (sentence.place === 'subject' ? value >= STRONG : rule.concepts.includes('typeIn'));
        points.set(rule.kind, [...(points.get(rule.kind) ?? []), { value, names }]);
      }
    }
  }
  return points;
}

function said(rule: Rule, { concepts, supposes, asks, deniesUnknown, denied }: Sentence): number {
  const mayBeDenied = !rule.concepts.includes('not') && !rule.concepts.includes('needless');
  // "If we get no payment by then, the account is suspended on ...": a day that is named is no supposition.
  if (rule.date) return 1;
  const waits = rule.concepts.includes('waiting');
  // "Write to us if you have further questions" waits for nothing; a question to the reader, and "could you", wait for an answer.
  const isCondition = supposes || (waits && concepts.has('if'));
  const supposed = isCondition && !rule.concepts.includes('if') && !(asks && waits);
  // What is urgent is often said in no other way: "a third party may have used your account".
  const isPossible =
    concepts.has('may') && !rule.concepts.includes('may') && !waits && rule.kind.severity !== 'urgent';
  const isDenied = mayBeDenied && rule.concepts.some((concept) => denied.has(concept));
  // "Do not share the code" is said in mails that have one, and so is "you may use it".
  const isToken = rule.kind.carriesToken !== 'never';
  const isRefuted = isDenied && !isToken;
  if (isRefuted && (supposed || rule.weight < 0)) return 0;
  if (isRefuted) return REFUTED;
  const perhaps = (supposed ? SUPPOSED : 1) * (isPossible && !isToken ? POSSIBLE : 1);
  return perhaps * (mayBeDenied && (deniesUnknown || isDenied) ? DENIED : 1);
}

/** Undefined where nothing speaks for the kind. */
function scoreOf(
  kind: Kind,
  points: readonly Point[],
  wording: Wording,
  asksNothing: boolean,
): Scored | undefined {
  const marks = (MARKS.get(kind) ?? []).filter(({ key }) => bears(key, kind, wording));
  if (points.length === 0 && marks.length === 0) return undefined;
  const values = points.map(({ value }) => value);
  const best = values.filter((value) => value > 0).toSorted((one, other) => other - one);
  const words = best
    .slice(0, DIMINISH.length)
    .reduce((sum, value, at) => sum + value * (DIMINISH[at] ?? 0), 0);
  const against = Math.min(0, ...values);
  const sender = marks.filter(({ key }) => key.startsWith('from:') || key === 'link');
  const sure = sender.some(({ weight }) => weight >= STRONG);
  // What a mail carries or looks like says nothing by itself: a code near any word is not one to sign in.
  const counted = words >= HINT || sender.length > 0 ? marks : marks.filter(({ key }) => key === 'form:case');
  const marked = counted.reduce((sum, { weight }) => sum + weight, 0);
  const isCase = counted.some(({ key }) => key === 'form:case');
  const isNeedless = asksNothing && kind.severity === 'action' && kind.carriesToken === 'never';
  const all =
    words + against - (isNeedless ? NEEDLESS : 0) + (words > 0 || sure || isCase ? marked : marked * ALONE);
  return {
    kind,
    score: all * (kind.carriesToken === 'link' && wording.leadsNowhere ? LINKLESS : 1),
    certain: sure || points.some(({ names }) => names),
  };
}

/** A support case has its number in the subject, whatever the case is about. */
const CASE =
  /(?<![\d-])\d{15}(?![\d-])|\b(?:case|fall|cas|caso|kasus|zaak|sprawa|vaka)\b\D{0,12}\d{6,}|(?:ケース|案例|工单|工單|个案|個案|사례|케이스)\D{0,6}\d{6,}/i;

function bears(mark: string, kind: Kind, { subject, from, massMail, carries, linkKinds }: Wording): boolean {
  if (mark.startsWith('from:')) {
    const piece = mark.slice('from:'.length);
    return piece.indexOf('@') > 0 ? from.startsWith(piece) : from.includes(piece);
  }
  if (mark === 'form:case') return CASE.test(subject);
  if (mark === 'form:mass-mail') return massMail;
  if (mark === 'form:key-link') return carries.link;
  if (mark === 'link') return linkKinds.has(kind.name);
  return carries.code;
}

/** "[Action Required]" asks for action, however far the day is; advertisers and finished matters ask for none. */
function severityOf(kind: Kind, sentences: readonly Sentence[]): Severity {
  const subject = sentences.find(({ place }) => place === 'subject');
  const asks = subject?.concepts.has('required') === true && !subject.denied.has('required');
  if (!asks || kind.category === 'marketing' || kind.settles === true) return kind.severity;
  return kind.severity === 'notice' || kind.severity === 'info' ? 'action' : kind.severity;
}

function namesADayAhead({ raw }: Sentence, { receivedAt }: Wording): boolean {
  return receivedAt !== undefined && datesIn(raw, receivedAt).some((date) => date > receivedAt);
}

/** Nothing speaks for any kind: a message of AWS's, to be read by somebody. */
function fallback({ from }: Wording): Kind {
  const category = /@(?:sns\.amazonaws|aws)\.com$/.test(from) ? 'service-health' : 'account-admin';
  return { name: 'unrecognised', category, severity: 'notice' };
}
