import { accountIdsIn, concernedAccount } from './account-id.ts';
import { authorship, type Authorship } from './authorship.ts';
import { classify, titleOf, UNRECOGNISED_TITLE, type Classified } from './classify.ts';
import { withoutCompanyNumbers } from './company-lines.ts';
import { withDecoded } from './decodings.ts';
import { headerValues } from './headers.ts';
import { isKeyLink, isOddLink, kindOfLink } from './key-links.ts';
import { tokenOf } from './kinds/kind.ts';
import { linksIn, percentDecode, type Link } from './links.ts';
import { clean, lookThrough } from './look-through.ts';
import { knownWords } from './known-words.ts';
import { blank, blankNumbers, cut, plainText } from './plain-text.ts';
import { resolveAliases } from './resolve.ts';
import type { KnownAlias, MailRules, Register } from './rules.ts';
import { looseCode, readForCodes, type CodeReading } from './secrets.ts';
import type { Category, Genuine, Mail, Severity, Understanding } from '../understanding.ts';
import { verify, type Verification } from './verify.ts';

/** Everything a secret could hide in, disguises off. */
export interface Sight {
  readonly subject: string;
  /** The mail's own text, the nested and attached ones behind it. */
  readonly text: string;
  readonly links: readonly Link[];
}

/**
 * What a mail is, whom it reached and whether it may be shown.
 *
 * Pure but for the questions to the register; never throws for what stands in a mail, only when the register fails.
 */
export async function understand(mail: Mail, register: Register, rules: MailRules): Promise<Understanding> {
  const resolved = await resolveAliases(mail, register, rules);
  const verification = verify(mail, rules);
  const seen = look(mail);
  const ids = accountIdsIn({ ...seen, notificationArns: notificationArns(mail) });
  const found = tokensIn(seen, mail);
  const classified = classify({
    subject: seen.subject,
    text: seen.text,
    from: mail.from?.address.toLowerCase() ?? '',
    receivedAt: mail.receivedAt,
    carries: new Set([
      ...(found.code === undefined ? [] : (['code'] as const)),
      ...(found.link ? (['link'] as const) : []),
    ]),
    linkKinds: new Set(seen.links.flatMap((link) => kindOfLink(link) ?? [])),
    massMail: isMassMail(mail),
  });
  const own = resolved.known.flatMap(({ accountId }) => (accountId === undefined ? [] : [accountId]));
  const accountId = concernedAccount(ids, own, resolved.addresses);
  const author = await authorship({
    mail,
    seen,
    verification,
    classified,
    accountIds: [...new Set(ids.map(({ id }) => id))],
    own,
    register,
    rules,
    aliases: resolved.addresses,
  });

  const { genuine } = author;
  const { category, severity } = label(classified, author, verification);
  const secret = findSecret(found, seen, classified, author, mail);
  const byAccount = await ownerByAccount(resolved.addresses, genuine, accountId, register);
  const excerpt = cut(blank(plainText(mail)));
  const doubt = secret === undefined ? doubtOf(classified, author, mail) : undefined;
  const announced = genuine !== 'no' && doubt !== undefined;
  const shown = genuine === 'yes' && secret === undefined && !announced;
  const title = titleOf(classified);
  const subject = shown
    ? blank(seen.subject)
    : genuine === 'no' && secret === undefined
      ? blankNumbers(seen.subject)
      : hiddenSubject(seen.subject, title, accountId);
  return {
    aliases: resolved.addresses,
    known: resolved.known,
    aliasSource: byAccount === undefined ? resolved.source : 'account-id',
    ownerByAccount: byAccount,
    accountId,
    category,
    severity,
    secret: secret !== undefined,
    announced,
    genuine,
    ...(verification.contradicts &&
      verification.verifiedDomain !== undefined && { verifiedDomain: verification.verifiedDomain }),
    kind: genuine === 'no' ? 'non-aws' : classified.kind.name,
    summary: summary(classified, genuine, secret !== undefined),
    excerpt: shown ? excerpt : '',
    safeSubject: cut(subject, 250),
    reasons: [
      byAccount === undefined
        ? `alias: ${resolved.header}`
        : `alias: none; owner by account ${accountId ?? ''} named in the text`,
      ...verification.reasons.map((reason) => `sender: ${reason}`),
      ...author.reasons.map((reason) => `author: ${reason}`),
      `kind: ${classified.recognised ? '' : 'not recognised, nearest '}${classified.kind.name} (${classified.score.toFixed(1)})${classified.others.length > 0 ? `, before ${classified.others.slice(0, 3).join(', ')}` : ''}`,
      ...(secret === undefined ? [] : [`secret: ${secret}`]),
      ...(announced ? [`announced: ${doubt}`] : []),
      ...(mail.readable ? [] : ['the mail could not be taken apart']),
    ],
  };
}

function look(mail: Mail): Sight {
  const texts: string[] = [];
  const holdLinks: string[] = [];
  for (const part of mail.parts.flatMap(withDecoded)) {
    const { text, attributes } = lookThrough(part);
    texts.push(text);
    holdLinks.push(text, attributes.join('"'));
    const words = attributes
      .filter((value) => !value.includes('://'))
      .map(percentDecode)
      .join('\n');
    if (words !== '') texts.push(words);
  }
  const subject = clean(mail.subject);
  // No link goes on behind a quotation mark.
  const links = linksIn([...holdLinks, subject].join('"'));
  return { subject, text: texts.join('\n'), links };
}

function isMassMail({ transportHeaders, internetHeaders }: Mail): boolean {
  return headerValues([...transportHeaders, ...internetHeaders], 'List-Unsubscribe').length > 0;
}

function notificationArns(mail: Mail): readonly string[] {
  return [...mail.transportHeaders, ...mail.internetHeaders]
    .filter(({ name }) => name.toLowerCase().startsWith('x-notifications-'))
    .map(({ value }) => value);
}

function label(
  { kind, severity, recognised }: Classified,
  { genuine, phishing }: Authorship,
  verification: Verification,
): { readonly category: Category; readonly severity: Severity } {
  if (genuine === 'no') return { category: 'non-aws', severity: phishing === true ? 'notice' : 'info' };
  // What a stranger says through AWS raises no alarm; what AWS itself asks because of them stays as it is.
  const lured =
    genuine === 'suspicious' && verification.fromDomain === 'sns.amazonaws.com' && kind.carriesWords !== true;
  // A wrong notice costs a moment, an urgent mail that nobody reads costs an account.
  const unclear = !recognised && genuine === 'yes' && severity !== 'urgent';
  return { category: kind.category, severity: lured ? 'notice' : unclear ? 'action' : severity };
}

/** Senders whose trade is codes (docs.aws.amazon.com/signin, troubleshooting). */
const CODE_SENDERS = /@(?:[a-z-]+\.)?(?:signin|signup)\.aws$|@login\.awsapps\.com$/i;

/** A link can be a picture to scan. */
const TO_SCAN = /\bqr\b|\bscan|einscann|escane|digitalize a|スキャン|読み取|扫/i;

/** What was found in a mail that may open something. */
interface FoundTokens {
  readonly link: boolean;
  /** In words for the reasons. */
  readonly code: string | undefined;
  /** No word gives the code away, only the place where it stands. */
  readonly loose: boolean;
  readonly reading: CodeReading;
}

function tokensIn({ links, subject, text }: Sight, { from }: Mail): FoundTokens {
  const words = `${clean(from?.name ?? '')}\n\n${subject}\n\n${withoutCompanyNumbers(text)}`;
  const reading = readForCodes(words);
  const code = codeIn(words, reading, CODE_SENDERS.test(from?.address ?? ''));
  return { link: links.some(isKeyLink), code, loose: code === LOOSE, reading };
}

const LOOSE = 'six digits by themselves';
/** Topics of mail with columns of numbers, which have a line to themselves too. */
const COUNTING: readonly Category[] = ['billing', 'service-health'];

function codeIn(words: string, reading: CodeReading, fromCodeSender: boolean): string | undefined {
  if (reading.gives()) return 'a code';
  const loose = looseCode(words);
  if (loose === 'sure') return LOOSE;
  const may = fromCodeSender && (loose === 'maybe' || reading.mayGive());
  return may ? 'what may be a code' : undefined;
}

/** Why the mail must be withheld; undefined where it need not be. A stranger's lure holds no secret of ours. */
function findSecret(
  found: FoundTokens,
  seen: Sight,
  { kind, certain, recognised, score }: Classified,
  { genuine, mayHoldSecret }: Authorship,
  mail: Mail,
): string | undefined {
  if (genuine === 'no' && mayHoldSecret !== true) return undefined;
  if (found.link) return 'a link that works by itself';
  if (genuine === 'no') return undefined;
  // Advertisers hand out promotional codes; AWS's have a sender of their own.
  if (kind.category === 'marketing' && genuine === 'yes' && isMassMail(mail)) return undefined;
  const counts = found.loose && genuine === 'yes' && score >= 1 && COUNTING.includes(kind.category);
  if (found.code !== undefined && !counts) return found.code;
  const fromCodeSender = CODE_SENDERS.test(mail.from?.address ?? '');
  const mayHoldToken = (): boolean =>
    kind.carriesToken === 'code' ||
    fromCodeSender ||
    mail.sealed ||
    TO_SCAN.test(seen.subject) ||
    TO_SCAN.test(seen.text) ||
    seen.links.some(isOddLink) ||
    found.reading.mayGive();
  if (tokenOf(kind) !== undefined && (certain || fromCodeSender || mail.sealed) && mayHoldToken())
    return 'a mail of this kind carries a code or link';
  const announced = (kind.carriesToken === 'code' || !recognised || mail.sealed) && found.reading.announces();
  if (announced) return 'it speaks of a code, which may be written so that nothing finds it';
  return mail.readable ? undefined : 'it could not be searched';
}

async function ownerByAccount(
  aliases: readonly string[],
  genuine: Genuine,
  accountId: string | undefined,
  register: Register,
): Promise<KnownAlias | undefined> {
  if (aliases.length > 0 || genuine !== 'yes' || accountId === undefined) return undefined;
  return register.byAccount(accountId);
}

/** Words that give a code in a subject: whatever follows them may be it. */
const GIVES_CODE =
  /(?:code|kode|c[oó]digo|codice|コード|码|碼|코드|pin|otp|passwor[dt])\S{0,3}\s*(?:[:：=]|\b(?:is|ist|lautet|est|es|è)\b|は)/i;

/** Why nobody can be certain that a mail in which no secret was found holds none; undefined where its text may be shown. */
function doubtOf({ kind, recognised }: Classified, { genuine }: Authorship, mail: Mail): string | undefined {
  if (genuine !== 'yes') return 'it could not be verified that AWS wrote it';
  if (!recognised) return 'its kind is not clear';
  if (kind.carriesToken !== 'never') return 'a mail of this kind may carry a code or link';
  return mail.sealed ? 'a file is attached that nobody can look into' : undefined;
}

/** The subject of a mail whose text is not shown: nothing in it can be a code or a link. */
function hiddenSubject(subject: string, title: string, accountId: string | undefined): string {
  if (GIVES_CODE.test(subject) || readForCodes(subject).gives()) return title;
  const { text, kept, missing } = knownWords(subject, accountId === undefined ? [] : [accountId]);
  return kept > missing ? text : title;
}

function summary({ kind, recognised }: Classified, genuine: Genuine, secret: boolean): string {
  if (genuine === 'no') return 'AWS did not write this mail.';
  const what = recognised ? `${kind.title}.` : `${UNRECOGNISED_TITLE}; what it is about is not clear.`;
  const doubt = genuine === 'suspicious' ? ' It could not be verified that AWS wrote it.' : '';
  return secret
    ? `${what} It is withheld, because whoever has its code or link needs no other login.${doubt}`
    : what + doubt;
}
