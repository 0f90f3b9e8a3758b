import type { Classified } from '../classify/classify.ts';
import { domainOf, parseAddresses } from '../parse/addresses.ts';
import { headerValues } from '../parse/headers.ts';
import { leadsIn, type Lead } from './leads.ts';
import { parametersOf } from '../parse/links.ts';
import { tokenOf } from '../classify/kinds/kind.ts';
import { isAwsDomain, type MailRules, type KnownAliases } from '../rules.ts';
import { isKeyLink } from '../secrets/key-links.ts';
import { readForCodes } from '../secrets/secrets.ts';
import type { Genuine, Mail } from '../analysis.ts';
import type { AuthorReason } from '../evidence.ts';
import type { Sight } from '../parse/sight.ts';
import type { Verification } from './verify.ts';

export interface AuthorFacts {
  readonly mail: Mail;
  readonly seen: Sight;
  readonly verification: Verification;
  readonly classified: Classified;
  readonly accountIds: readonly string[];
  readonly own: readonly string[];
  readonly aliases: readonly string[];
  readonly register: KnownAliases;
  readonly rules: MailRules;
}

export interface Authorship {
  readonly genuine: Genuine;
  /** Not AWS wrote it, but somebody who may have quoted what AWS wrote. */
  readonly mayHoldSecret?: boolean;
  /** Written by somebody else who wants to pass for AWS. */
  readonly phishing?: boolean;
  readonly reason: AuthorReason;
  /** Where a mail of a sender that is not verified leads, when that is why it is not AWS's. */
  readonly lureHost?: string;
}

const SHOP_DOMAINS: ReadonlySet<string> = new Set(['amazon.com', 'email.amazon.com']);
const SHOP =
  /^(?:account-update|auto-confirm|order-update|shipment-tracking|ship-confirm|digital-no-reply|store-news|vfe-campaign-response|payments-messages|prime|returns|cust\.service\d*|marketplace-messages|no-reply-?(?:kindle|music|video)?|delivers|rewards|review-appeals|customer-reviews-messages|alexa|kindle)@/;
/** Addresses of registrar partners: they speak for Route 53, but their domains are not Amazon's. */
const REGISTRAR_PARTNERS = ['domainnameverification.net', 'emailverification.info'];
/** A quoted or nested message of AWS's: its sender line, in the languages of mail clients. */
const QUOTED_SENDER =
  /(?<![\p{L}\p{N}])(?:from|von|de|da|van|差出人|送信者|发件人|寄件者|보낸 사람|发送人|mittente|remetente|afzender)\*?\s{0,3}[:：]\*?[^\n@]{0,200}@([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4})/giu;
const AUTOMATIC_SUBJECT =
  /^(?:undeliverable|unzustellbar|nicht zustellbar|non remis|no se puede entregar|delivery status notification|mail delivery|returned mail|failure notice|automatic reply|automatische antwort|out of office|abwesen|réponse automatique|respuesta automática|自動応答|配信不能)/i;

const aws = (reason: AuthorReason): Authorship => ({ genuine: 'yes', reason });
const perhaps = (reason: AuthorReason): Authorship => ({ genuine: 'suspicious', reason });
const somebodyElse = (reason: AuthorReason): Authorship => ({ genuine: 'no', reason });

/** Who wrote the mail: AWS beyond doubt, perhaps AWS, or somebody else. */
export async function authorship(facts: AuthorFacts): Promise<Authorship> {
  const author = await writtenBy(facts);
  return author.genuine === 'no' ? { ...author, phishing: pretends(facts) } : author;
}

async function writtenBy(facts: AuthorFacts): Promise<Authorship> {
  const { claimsAws, contradicts, answer } = facts.verification;
  if (!claimsAws) return otherSender(facts);
  if (contradicts) return somebodyElse('several-senders');
  return answer === 'passed' ? verifiedSender(facts) : unverifiedSender(facts);
}

/** AWS's or Amazon's name where a sender's own belongs, or AWS's imprint under a stranger's text. */
function pretends({ mail, seen, verification }: AuthorFacts): boolean {
  const isTheShop = verification.answer === 'passed' && SHOP_DOMAINS.has(verification.fromDomain ?? '');
  if (verification.internal || isAutomatic(mail) || isTheShop) return false;
  if (verification.claimsAws) return true;
  // Hosts of Amazon's customers bear Amazon's name because Amazon gave it to them.
  const given = verification.fromDomain?.endsWith('.amazonaws.com') === true;
  const address = mail.from?.address ?? '';
  const sender = `${mail.from?.name ?? ''} ${given ? address.slice(0, address.lastIndexOf('@')) : address}`;
  const name = sender
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9\s@.-]/g, '');
  if (/(?:^|[^a-z])aws(?:[^a-z]|$)|amazon|amaz0n|arnazon|xn--/.test(name)) return true;
  return /410 terry|amazon web services,? inc|the amazon web services team|your aws account(?!s)/i.test(
    seen.text.slice(0, 20_000),
  );
}

async function verifiedSender(facts: AuthorFacts): Promise<Authorship> {
  if (isShop(facts)) return somebodyElse('shop');
  // Whether a customer of AWS chose words of the mail.
  const carriesWords =
    facts.verification.fromDomain === 'sns.amazonaws.com' || facts.classified.kind.carriesWords === true;
  if (!carriesWords) return aws('aws-sender');
  const writers = writersOf(facts);
  const owners = await Promise.all(
    writers.map(async (id) => facts.own.includes(id) || (await facts.register.byAccount(id)) !== undefined),
  );
  return owners.length > 0 && owners.every(Boolean)
    ? aws('words-of-our-account')
    : perhaps('words-of-another-account');
}

/**
 * The accounts whose words the mail may carry. Only what AWS itself puts there counts, and all of it: the words may
 * name an account of ours to look familiar.
 */
function writersOf({ seen, accountIds, own, verification, classified }: AuthorFacts): readonly string[] {
  if (verification.fromDomain === 'sns.amazonaws.com') {
    const links = seen.links.filter(({ host }) => /^sns\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$/.test(host));
    // Without a link to unsubscribe, AWS's own words below the last line of dashes name the topic.
    const footer = seen.text.slice(seen.text.lastIndexOf('\n--'));
    return (links.length > 0 ? links.map(({ rest }) => rest) : [footer]).flatMap(idsInArns);
  }
  if (classified.kind.name === 'ses-verification') {
    return seen.links
      .filter(({ host }) => host.startsWith('email-verification.'))
      .flatMap((link) => parametersOf(link).flatMap(([name, value]) => (name === 'context' ? [value] : [])));
  }
  return accountIds.filter((id) => !own.includes(id));
}

function idsInArns(text: string): readonly string[] {
  return [...text.matchAll(/arn:aws[a-z-]{0,10}:sns:[a-z0-9-]{1,30}:(\d{12}):/g)].map(
    (match) => match[1] ?? '',
  );
}

/** amazon.com is the shop's domain too. */
function isShop({ mail, seen, verification }: AuthorFacts): boolean {
  if (!SHOP_DOMAINS.has(verification.fromDomain ?? '')) return false;
  const local = mail.from?.address.toLowerCase() ?? '';
  if (/aws|ec2/.test(local)) return false;
  if (SHOP.test(local) && !/\baws\b|amazon web services/i.test(seen.subject)) return true;
  return !/\baws\b|amazon web services/i.test(`${seen.subject}\n${seen.text.slice(0, 20_000)}`);
}

function unverifiedSender(facts: AuthorFacts): Authorship {
  if (isShop(facts)) return somebodyElse('shop-unverified');
  const { verification, seen } = facts;
  const lure = lureIn(facts);
  if (lure !== undefined) return { ...somebodyElse('lure'), lureHost: lure.host };
  // A forger wants a click or a call: a mail that only leads to AWS lost its signature on the way.
  const harmless = seen.links.some(isKeyLink);
  if (verification.answer === 'failed' && !harmless) {
    return somebodyElse('forged');
  }
  return perhaps('unverified');
}

/** Words in an address that asks for a password or money; addresses are English in mail of every language. */
const ASKS =
  /sign-?in|log-?[io]n|verif|secur|account|konto|billing|invoice|passw|credential|mfa|suspen|restor|recover|reset|confirm|update|unlock|auth|pay|refund|token/;
const PASSES_FOR_AWS = /aws|amazon|amzn|arnazon|amaz0n|console|xn--/;
/** Senders that quote others: alarms with links of their owners', reports of what stood on a host of ours. */
const QUOTES_OTHERS =
  /^(?:no-reply@sns\.amazonaws\.com|ec2-abuse@amazon\.com|trustandsafety@support\.aws\.com)$/i;

/**
 * A link to somewhere else for which the mail may have been written.
 *
 * Where DMARC failed, any is: a forger can add a broken signature to look like the work of a gateway. That nobody answered is
 * not in a sender's hands, so that mail may mention other places, openly and beside a way to AWS, as alarms and notices do.
 */
function lureIn(facts: AuthorFacts): Lead | undefined {
  const leads = leadsIn(facts.mail, companyHosts(facts));
  const elsewhere = leads.filter(({ role }) => role === 'elsewhere');
  if (facts.verification.answer !== 'unanswered') return elsewhere[0];
  const leadsToAws = leads.some(({ role }) => role === 'aws' || role === 'unknown');
  const quotes = QUOTES_OTHERS.test(facts.mail.from?.address ?? '');
  return elsewhere.find(
    ({ isOpen, host, target }) =>
      !isOpen || !leadsToAws || PASSES_FOR_AWS.test(host) || (ASKS.test(target) && !quotes),
  );
}

/** Domains of the company; where none are set, those of the aliases that the mail was sent to. */
function companyDomains({ rules, aliases }: AuthorFacts): readonly string[] {
  return rules.domains.length > 0 ? rules.domains : aliases.map(domainOf);
}

function companyHosts(facts: AuthorFacts): readonly string[] {
  return [...facts.rules.companyHosts, ...companyDomains(facts)];
}

function otherSender(facts: AuthorFacts): Authorship {
  const { mail, seen, verification, rules } = facts;
  const domain = verification.fromDomain ?? '';
  if (verification.answer === 'passed' && REGISTRAR_PARTNERS.includes(domain)) {
    return perhaps('registrar-partner');
  }
  // Exchange could not always say whether the company's own domain is forged; the mail leads nobody astray then.
  const isUnproven = (): boolean => verification.answer === 'unanswered' && !leadsElsewhere(facts);
  const colleague =
    verification.internal ||
    (companyDomains(facts).includes(domain) && (verification.answer === 'passed' || isUnproven()));
  const quotes = quotesAws(seen, rules) || isPassedOn(mail, rules);
  const passesSecretOn = seen.links.some(isKeyLink) || passesCodeOn(facts);
  if (colleague && isAutomatic(mail)) return { genuine: 'no', mayHoldSecret: quotes, reason: 'own-machine' };
  if (colleague) {
    return quotes || passesSecretOn
      ? perhaps('forwarded-by-colleague')
      : { genuine: 'no', mayHoldSecret: true, reason: 'colleague' };
  }
  // Somebody outside passes a live link on: no lure, as it leads to AWS and nowhere else.
  const passedOn =
    quotes && verification.answer === 'passed' && seen.links.some(isKeyLink) && !leadsElsewhere(facts);
  return passedOn ? perhaps('forwarded-by-outsider') : somebodyElse('not-aws');
}

function leadsElsewhere(facts: AuthorFacts): boolean {
  return leadsIn(facts.mail, companyHosts(facts)).some(({ role }) => role === 'elsewhere');
}

function passesCodeOn({ seen, classified }: AuthorFacts): boolean {
  const { kind, score } = classified;
  const words = `${seen.subject}\n\n${seen.text.slice(0, 20_000)}`;
  const isOfAws = tokenOf(kind) !== undefined && score >= 1 && /\baws\b|\bamazon\b/i.test(words);
  return isOfAws && readForCodes(words).gives();
}

/** Bounces and out-of-office replies may quote AWS, but nobody forwarded anything. */
function isAutomatic(mail: Mail): boolean {
  const headers = mail.transportHeaders.length > 0 ? mail.transportHeaders : mail.internetHeaders;
  const auto = headerValues(headers, 'Auto-Submitted').some((value) => !/^no\b/i.test(value));
  return auto || AUTOMATIC_SUBJECT.test(mail.subject.trim());
}

/** A group or mailing list wrote its own address into From, and AWS's elsewhere. */
function isPassedOn(mail: Mail, rules: MailRules): boolean {
  const headers = mail.transportHeaders.length > 0 ? mail.transportHeaders : mail.internetHeaders;
  return ['X-Original-From', 'X-Original-Sender', 'Reply-To']
    .flatMap((name) => headerValues(headers, name).flatMap(parseAddresses))
    .some(({ address }) => isAwsDomain(domainOf(address), rules.awsSenders));
}

function quotesAws(seen: Sight, rules: MailRules): boolean {
  return [...seen.text.slice(0, 200_000).matchAll(QUOTED_SENDER)].some((match) =>
    isAwsDomain(match[1] ?? '', rules.awsSenders),
  );
}
