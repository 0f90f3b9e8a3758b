import type { Authorship } from '../genuine/authorship.ts';
import { bareCodes, type BareCodes } from './bare-codes.ts';
import type { Classified } from '../classify/classify.ts';
import { isKeyLink, isOddLink } from './key-links.ts';
import { tokenOf } from '../classify/kinds/kind.ts';
import { clean } from '../parse/look-through.ts';
import { hasLooseCode, mayHaveLooseCode, readForCodes, type CodeReading } from './secrets.ts';
import { isMassMail, type Sight } from '../parse/sight.ts';
import { CATEGORIES, type Category } from '../../channels/mail-topics.ts';
import type { Mail } from '../analysis.ts';
import type { CodeLook, Doubt, SecretReason } from '../evidence.ts';

export interface FoundTokens {
  readonly link: boolean;
  readonly code: FoundCode | undefined;
  readonly bare: BareCodes;
  readonly reading: CodeReading;
  /** A file, a picture to scan or a link of unknown shape may hold one that nothing finds. */
  readonly mayHide: boolean;
}

interface FoundCode {
  readonly what: CodeLook;
  /** False: only its look speaks for it, nothing that the mail says. */
  readonly means: boolean;
  /** Topics of mail that has such numbers too, so that it counts in no mail that is clearly about one of them. */
  readonly butIn: readonly Category[];
}

/** Senders whose trade is codes (docs.aws.amazon.com/signin, troubleshooting). */
const CODE_SENDERS = /@(?:[a-z-]+\.)?(?:signin|signup)\.aws$|@login\.awsapps\.com$/i;
/** A link can be a picture to scan. */
const TO_SCAN = /\bqr\b|\bscan|einscann|escane|digitalize a|スキャン|読み取|扫/i;
/** Topics of mail with columns of numbers, which have a line to themselves too. */
const COUNTING: readonly Category[] = ['billing', 'service-health'];
/** Topics of mail with codes of products, cost centres, errors and discounts. */
const WITH_CODES: readonly Category[] = [...COUNTING, 'marketing'];
/** Senders that only advertise: what they call a code is for a discount or a seat. */
const ADVERTISERS = /^[^@]*(?:marketing|newsletter)[^@]*@|@(?:[a-z]+\.)?awscloud\.com$/i;

/** @param lines the text without the numbers of a company's lines */
export function tokensIn(seen: Sight, lines: string, mail: Mail): FoundTokens {
  const words = `${clean(mail.from?.name ?? '')}\n\n${seen.subject}\n\n${lines}`;
  const reading = readForCodes(words);
  const bare = bareCodes(
    seen.subject,
    lines,
    seen.setOff.filter((word) => lines.includes(word)),
  );
  const link = seen.links.some(isKeyLink);
  const mayHide = mail.sealed || !mail.readable || TO_SCAN.test(words) || seen.links.some(isOddLink);
  return { link, code: codeIn(words, reading, bare, mail), bare, reading, mayHide };
}

function codeIn(words: string, reading: CodeReading, bare: BareCodes, { from }: Mail): FoundCode | undefined {
  const found = { means: true, butIn: [] } as const;
  if (reading.gives()) return { ...found, what: 'code', butIn: reading.givesSurely() ? [] : WITH_CODES };
  if (bare.asked()) return { ...found, what: 'asked-for' };
  if (hasLooseCode(words)) return { ...found, what: 'six-digits', butIn: COUNTING };
  const fromCodeSender = CODE_SENDERS.test(from?.address ?? '');
  if (fromCodeSender && (bare.alone() || mayHaveLooseCode(words) || reading.mayGive()))
    return { ...found, what: 'perhaps-code' };
  if (!bare.alone()) return undefined;
  return { what: 'letters-and-digits', means: false, butIn: CATEGORIES };
}

/** Why the mail must be withheld; undefined where it need not be. A stranger's lure holds no secret of ours. */
export function secretIn(
  found: FoundTokens,
  classified: Classified,
  { genuine, mayHoldSecret }: Authorship,
  mail: Mail,
): SecretReason | undefined {
  const { kind, certain, recognised } = classified;
  if (genuine === 'no' && mayHoldSecret !== true) return undefined;
  if (found.link) return 'link';
  if (genuine === 'no') return undefined;
  const advertises = isMassMail(mail) || ADVERTISERS.test(mail.from?.address ?? '');
  if (kind.category === 'marketing' && genuine === 'yes' && advertises) return undefined;
  const isNumber = genuine === 'yes' && isHarmless(classified) && found.code?.butIn.includes(kind.category);
  if (found.code !== undefined && isNumber !== true) return found.code.what;
  const fromCodeSender = CODE_SENDERS.test(mail.from?.address ?? '');
  const mayHoldToken = (): boolean =>
    kind.carriesToken === 'code' || fromCodeSender || found.mayHide || found.reading.mayGive();
  if (tokenOf(kind) !== undefined && (certain || fromCodeSender) && mayHoldToken()) return 'kind-carries-one';
  if ((kind.carriesToken === 'code' || !recognised) && found.reading.announces()) return 'speaks-of-a-code';
  return mail.readable ? undefined : 'not-searched';
}

/** What speaks for a kind of which the text is shown: more than one passing word about its topic. */
const CLEAR = 1.5;

/** It is clear what the mail is, and such a mail never carries a secret. */
function isHarmless({ kind, recognised, score }: Classified): boolean {
  return recognised && score >= CLEAR && kind.carriesToken === 'never';
}

/**
 * Why nobody can be certain that a mail in which no secret was found holds none; undefined where its text may be shown.
 *
 * @param excerpt what would be shown of it
 */
export function doubtAbout(
  { code, bare, reading }: FoundTokens,
  excerpt: string,
  classified: Classified,
  { genuine }: Authorship,
  { sealed }: Mail,
): Doubt | undefined {
  if (genuine !== 'yes') return 'unverified';
  if (!classified.recognised) return 'unclear-kind';
  if (classified.kind.carriesToken !== 'never') return 'kind-may-carry-one';
  if (!isHarmless(classified)) return 'unclear-kind';
  if (sealed) return 'sealed';
  const isMarketing = classified.kind.category === 'marketing';
  if (isMarketing ? code !== undefined : code?.means === false || reading.hints())
    return 'something-may-be-a-code';
  if (!isMarketing && bare.possible()) return 'a-word-may-be-a-code';
  // Searched as it was taken apart, and once more as it would be read.
  const shown = readForCodes(excerpt).gives() || bareCodes('', excerpt, []).asked();
  return shown ? 'text-may-hold-a-code' : undefined;
}
