import type { Classified } from './classify.ts';
import { headerValues } from './headers.ts';
import { isAwsHost } from './links.ts';
import { isAwsDomain, type MailRules, type Register } from './rules.ts';
import type { Genuine, Mail } from './understanding.ts';
import type { Sight } from './understand.ts';
import type { Verification } from './verify.ts';

export interface AuthorFacts {
  readonly mail: Mail;
  readonly seen: Sight;
  readonly verification: Verification;
  readonly classified: Classified;
  /** Every account id in the mail. */
  readonly accountIds: readonly string[];
  /** Account ids of the aliases it reached. */
  readonly own: readonly string[];
  readonly aliases: readonly string[];
  readonly register: Register;
  readonly rules: MailRules;
}

export interface Authorship {
  readonly genuine: Genuine;
  /** Written by somebody else who wants to pass for AWS. */
  readonly phishing?: boolean;
  readonly reasons: readonly string[];
}

/** Local parts at amazon.com with which the shop writes, not AWS. */
const SHOP =
  /^(?:account-update|auto-confirm|order-update|shipment-tracking|ship-confirm|digital-no-reply|store-news|vfe-campaign-response|payments-messages|prime|returns|cust\.service\d*|marketplace-messages|no-reply-?(?:kindle|music|video)?|delivers|rewards|review-appeals|customer-reviews-messages|alexa|kindle)@/;
/** Addresses of registrar partners: they speak for Route 53, but their domains are not Amazon's. */
const REGISTRAR_PARTNERS = ['domainnameverification.net', 'emailverification.info'];
/** A quoted or nested message of AWS's: its sender line, in the languages of mail clients. */
const QUOTED_SENDER =
  /(?:^|\n)[>\s*]{0,20}(?:from|von|de|da|van|差出人|送信者|发件人|寄件者|보낸 사람)\s{0,3}[:：]\*?[^\n]{0,200}?@([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4})/gi;
const AUTOMATIC_SUBJECT =
  /^(?:undeliverable|unzustellbar|nicht zustellbar|non remis|no se puede entregar|delivery status notification|mail delivery|returned mail|failure notice|automatic reply|automatische antwort|out of office|abwesen|réponse automatique|respuesta automática|自動応答|配信不能)/i;

/** Who wrote the mail: AWS beyond doubt, perhaps AWS, or somebody else. */
export async function authorship(facts: AuthorFacts): Promise<Authorship> {
  const { verification } = facts;
  const author =
    verification.passed && verification.claimsAws
      ? await verifiedSender(facts)
      : verification.claimsAws
        ? unverifiedSender(facts)
        : otherSender(facts);
  return author.genuine === 'no' ? { ...author, phishing: pretends(facts) } : author;
}

/** AWS's or Amazon's name where a sender's own belongs, or AWS's imprint under a stranger's text. */
function pretends({ mail, seen, verification }: AuthorFacts): boolean {
  if (verification.internal || isAutomatic(mail) || verification.fromDomain === 'amazon.com') return false;
  if (verification.claimsAws) return true;
  const sender = `${mail.from?.name ?? ''} ${mail.from?.address ?? ''}`;
  const name = sender
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9\s@.-]/g, '');
  if (/(?:^|[^a-z])aws(?:[^a-z]|$)|amazon|amaz0n|arnazon|xn--/.test(name)) return true;
  return /410 terry|amazon web services,? inc|the amazon web services team|your aws account/i.test(
    seen.text.slice(0, 20_000),
  );
}

async function verifiedSender(facts: AuthorFacts): Promise<Authorship> {
  if (isShop(facts)) return { genuine: 'no', reasons: ['Amazon’s shop wrote it, not AWS'] };
  if (facts.classified.kind.carriesWords === true || facts.verification.fromDomain === 'sns.amazonaws.com') {
    const owners = await Promise.all(facts.accountIds.map(async (id) => facts.register.byAccount(id)));
    const ours =
      owners.some((owner) => owner !== undefined) || facts.accountIds.some((id) => facts.own.includes(id));
    if (!ours)
      return {
        genuine: 'suspicious',
        reasons: ['AWS carried it, but its words are of an account that is not ours'],
      };
    return { genuine: 'yes', reasons: ['AWS carried it for an account of ours'] };
  }
  return { genuine: 'yes', reasons: ['a sender of AWS'] };
}

/** amazon.com is the shop's domain too. */
function isShop({ mail, seen, verification }: AuthorFacts): boolean {
  if (verification.fromDomain !== 'amazon.com') return false;
  const local = mail.from?.address.toLowerCase() ?? '';
  if (/aws|ec2/.test(local)) return false;
  if (SHOP.test(local) && !/\baws\b|amazon web services/i.test(seen.subject)) return true;
  return !/\baws\b|amazon web services/i.test(`${seen.subject}\n${seen.text.slice(0, 20_000)}`);
}

/** It says it is from AWS, and Exchange could not confirm that. */
function unverifiedSender({ verification, seen }: AuthorFacts): Authorship {
  const foreign = seen.links.find(({ host }) => host !== '' && isForeign(host));
  if (foreign !== undefined)
    return { genuine: 'no', reasons: ['an unverified sender with links to somewhere else'] };
  if (verification.dmarc === 'fail' && !verification.brokenSignature) {
    return {
      genuine: 'no',
      reasons: ['the sender is forged: DMARC failed and there is no signature of AWS'],
    };
  }
  return { genuine: 'suspicious', reasons: ['it says AWS, which could not be verified'] };
}

function isForeign(host: string): boolean {
  if (isAwsHost(host)) return false;
  return !/(?:^|\.)(?:w3\.org|safelinks\.protection\.outlook\.com|urldefense\.com|urldefense\.proofpoint\.com|microsoft\.com|schemas\.openxmlformats\.org)$/.test(
    host,
  );
}

function otherSender({ mail, seen, verification, rules, aliases }: AuthorFacts): Authorship {
  const domain = verification.fromDomain ?? '';
  if (verification.passed && REGISTRAR_PARTNERS.includes(domain)) {
    return { genuine: 'suspicious', reasons: ['a registrar partner of Route 53 wrote it'] };
  }
  const company =
    rules.domains.length > 0
      ? rules.domains
      : aliases.map((alias) => alias.slice(alias.lastIndexOf('@') + 1));
  const colleague = verification.internal || (verification.passed && company.includes(domain));
  if (!colleague || isAutomatic(mail)) return { genuine: 'no', reasons: ['AWS did not write it'] };
  if (quotesAws(seen, rules))
    return { genuine: 'suspicious', reasons: ['a colleague forwarded what looks like AWS’s mail'] };
  return { genuine: 'no', reasons: ['a colleague wrote it'] };
}

/** Bounces and out-of-office replies may quote AWS, but nobody forwarded anything. */
function isAutomatic(mail: Mail): boolean {
  const headers = mail.transportHeaders.length > 0 ? mail.transportHeaders : mail.internetHeaders;
  const auto = headerValues(headers, 'Auto-Submitted').some((value) => !/^no\b/i.test(value));
  return auto || AUTOMATIC_SUBJECT.test(mail.subject.trim());
}

function quotesAws(seen: Sight, rules: MailRules): boolean {
  return [...seen.text.slice(0, 200_000).matchAll(QUOTED_SENDER)].some((match) =>
    isAwsDomain(match[1] ?? '', rules.awsSenders),
  );
}
