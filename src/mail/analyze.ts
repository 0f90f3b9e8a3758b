import { accountIdsIn, concernedAccount } from './parse/account-id.ts';
import { authorship, type Authorship } from './genuine/authorship.ts';
import { classify, type Classified } from './classify/classify.ts';
import { withoutCompanyLines } from './classify/company-lines.ts';
import { doubtAbout, secretIn, tokensIn } from './secrets/disclosure.ts';
import { kindOfLink } from './secrets/key-links.ts';
import { knownWords } from './classify/known-words.ts';
import { blank, blankNumbers, cut, plainText } from './excerpt/plain-text.ts';
import { resolveAliases } from './parse/resolve.ts';
import type { MailRules, KnownAliases } from './rules.ts';
import { readForCodes } from './secrets/secrets.ts';
import { isMassMail, look } from './parse/sight.ts';
import type { Category, Severity } from '../channels/mail-topics.ts';
import type { Mail, Analysis } from './analysis.ts';
import { verify, type Verification } from './genuine/verify.ts';

/**
 * What a mail is, whom it reached and whether it may be shown.
 *
 * Pure but for the questions to the register; never throws for what is in a mail, only when the register fails.
 */
export async function analyze(mail: Mail, register: KnownAliases, rules: MailRules): Promise<Analysis> {
  const resolved = await resolveAliases(mail, register, rules);
  const verification = verify(mail, rules);
  const seen = look(mail);
  const ids = accountIdsIn({ ...seen, notificationArns: notificationArns(mail) });
  const own = withoutCompanyLines(seen.text);
  const found = tokensIn(seen, own.mayHoldCode, mail);
  const classified = classify({
    subject: seen.subject,
    text: own.topic,
    from: mail.from?.address.toLowerCase() ?? '',
    receivedAt: mail.receivedAt,
    carries: { code: found.code?.means === true, link: found.link },
    linkKinds: new Set(seen.links.flatMap((link) => kindOfLink(link) ?? [])),
    massMail: isMassMail(mail),
    leadsNowhere: !found.link && !found.mayHide,
  });
  const ownAccounts = resolved.known.flatMap(({ accountId }) => (accountId === undefined ? [] : [accountId]));
  const accountId = concernedAccount(ids, ownAccounts, resolved.addresses);
  const aliases = resolved.addresses;
  const accountIds = [...new Set(ids.map(({ id }) => id))];
  const facts = {
    mail,
    seen,
    verification,
    classified,
    accountIds,
    own: ownAccounts,
    aliases,
    register,
    rules,
  };
  const author = await authorship(facts);

  const { genuine } = author;
  const { category, severity } = label(classified, author, verification);
  const secret = secretIn(found, classified, author, mail);
  const mayGoByAccount = resolved.addresses.length === 0 && genuine === 'yes' && accountId !== undefined;
  const byAccount = mayGoByAccount ? await register.byAccount(accountId) : undefined;
  // Nobody sees one of any other mail.
  const excerpt = genuine === 'yes' && secret === undefined ? cut(blank(plainText(mail))) : '';
  const doubt = secret === undefined ? doubtAbout(found, excerpt, classified, author, mail) : undefined;
  const announced = genuine !== 'no' && doubt !== undefined;
  const shown = genuine === 'yes' && secret === undefined && !announced;
  const subject = shown
    ? blank(seen.subject)
    : genuine === 'no' && secret === undefined
      ? blankNumbers(seen.subject)
      : hiddenSubject(seen.subject, accountId);
  return {
    aliases,
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
    recognised: genuine === 'no' || classified.recognised,
    excerpt: shown ? excerpt : '',
    safeSubject: cut(subject, 250),
    evidence: {
      aliasHeader: resolved.header,
      fromDomain: verification.fromDomain,
      dmarc: verification.dmarc,
      senderFaults: verification.faults,
      author: author.reason,
      lureHost: author.lureHost,
      nearest: { kind: classified.kind.name, score: classified.score, others: classified.others },
      isRecognised: classified.recognised,
      secret,
      doubt: announced ? doubt : undefined,
      isReadable: mail.readable,
    },
  };
}

function notificationArns(mail: Mail): readonly string[] {
  return [...mail.transportHeaders, ...mail.internetHeaders]
    .filter(({ name }) => name.toLowerCase().startsWith('x-notifications-'))
    .map(({ value }) => value);
}

function label(
  { kind, severity, recognised, asksNothing }: Classified,
  { genuine, phishing }: Authorship,
  verification: Verification,
): { readonly category: Category; readonly severity: Severity } {
  if (genuine === 'no') return { category: 'non-aws', severity: phishing === true ? 'notice' : 'info' };
  // What a stranger says through AWS raises no alarm; what AWS itself asks because of them stays as it is.
  const lured =
    genuine === 'suspicious' && verification.fromDomain === 'sns.amazonaws.com' && kind.carriesWords !== true;
  // A wrong notice costs a moment, an urgent mail that nobody reads costs an account.
  const unclear = !recognised && !asksNothing && genuine === 'yes' && severity !== 'urgent';
  return { category: kind.category, severity: lured ? 'notice' : unclear ? 'action' : severity };
}

/** Words that give a code in a subject: whatever follows them may be it. */
const GIVES_CODE =
  /(?:code|kode|c[oó]digo|codice|コード|码|碼|코드|pin|otp|passwor[dt])\S{0,3}\s*(?:[:：=]|\b(?:is|ist|lautet|est|es|è)\b|は)/i;

/** The subject of a mail whose text is not shown: nothing in it can be a code or a link. Empty where nothing is left of it. */
function hiddenSubject(subject: string, accountId: string | undefined): string {
  if (GIVES_CODE.test(subject) || readForCodes(subject).gives()) return '';
  const { text, kept, missing } = knownWords(subject, accountId === undefined ? [] : [accountId]);
  return kept > missing ? text : '';
}
