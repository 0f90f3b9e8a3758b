import { headerValues } from '../parse/headers.ts';
import { isAwsDomain, type MailRules } from '../rules.ts';
import type { HeaderLine } from '../mailbox.ts';
import type { Mail } from '../analysis.ts';
import { SENDER_FAULTS, type SenderFault } from '../evidence.ts';

/**
 * What became of DMARC for the From domain. `failed` and `unanswered` are far apart: the one says that somebody else sent it, or
 * that it was changed on the way, the other says nothing.
 */
export type Answer =
  /** By the company's own Exchange, for exactly the domain that the mail shows. */
  | 'passed'
  /** Failed, but a DKIM signature of AWS's was there and did not verify: the way a gateway that rewrites mail looks. */
  | 'broken'
  | 'failed'
  /** temperror, permerror, none, bestguesspass, more than one answer, or none at all. */
  | 'unanswered';

export interface Verification {
  /** The only sender's domain, lower case; undefined where there is none or more than one, or one that no program agrees on. */
  readonly fromDomain: string | undefined;
  readonly claimsAws: boolean;
  readonly answer: Answer;
  /** It names several senders, or Exchange's answer is about another domain than the one it shows. */
  readonly contradicts: boolean;
  /** The domain for which DMARC passed, whatever the mail shows. */
  readonly verifiedDomain: string | undefined;
  readonly internal: boolean;
  /** What Exchange said of DMARC, `missing` or `ambiguous` where it said nothing of use. */
  readonly dmarc: string;
  /** Why the mail is not verified; none where it is. */
  readonly faults: readonly SenderFault[];
}

/** Methods with which Exchange Online begins its header; others begin with a host name (RFC 8601 authserv-id). */
const EXCHANGE_SHAPE = /^\s*(?:spf|dkim|dmarc|compauth|arc)\s*=/i;

/**
 * Reads Exchange's own Authentication-Results and nothing else.
 *
 * Exchange writes it without an authserv-id and renames foreign ones, so a header that begins with a host name never
 * counts, and two that look like Exchange's cannot be told apart: unverified. It counts only in a block that carries
 * the organization headers, which Exchange strips from outside mail
 * (learn.microsoft.com/defender-office-365/message-headers-eop-mdo). compauth and ARC are not asked: both can pass
 * for mail that DMARC refused. Only `pass` is a pass; `bestguesspass` and `none` are not.
 */
export function verify(mail: Mail, rules: MailRules): Verification {
  const headers = mail.transportHeaders.length > 0 ? mail.transportHeaders : mail.internetHeaders;
  const domains = mail.senders.map(({ address }) => plainDomain(address));
  const fromDomain = domains.length === 1 ? domains[0] : undefined;
  const { ownTenant, internal } = organization(headers, rules);
  const stamps = headerValues(headers, 'Authentication-Results')
    .filter((value) => EXCHANGE_SHAPE.test(value))
    .map(readStamp);
  const [stamp] = stamps;
  const dmarc =
    stamps.length === 1 ? (stamp?.dmarc ?? 'missing') : stamps.length === 0 ? 'missing' : 'ambiguous';
  const isElsewhere = stamps.some(({ headerFrom }) => headerFrom !== undefined && headerFrom !== fromDomain);
  const isVerified = ownTenant && !internal && dmarc === 'pass' && stamp?.headerFrom !== undefined;

  const isFault: Readonly<Record<SenderFault, boolean>> = {
    'no-own-auth-source': !ownTenant,
    internal,
    'several-senders': domains.length > 1,
    'no-plain-from': fromDomain === undefined && domains.length <= 1,
    'dmarc-not-passed': dmarc !== 'pass',
    'dmarc-of-another-domain': isElsewhere,
    'dmarc-names-no-domain': dmarc === 'pass' && stamp?.headerFrom === undefined,
  };
  const faults = SENDER_FAULTS.filter((fault) => isFault[fault]);
  const failed = stamps.some((each) => each.failed);
  const isBroken = stamps
    .flatMap(({ brokenSignatures }) => brokenSignatures)
    .some((domain) => domain === 'amazonses.com' || isAwsDomain(domain, rules.awsSenders));

  return {
    fromDomain,
    claimsAws: domains.some((domain) => domain !== undefined && isAwsDomain(domain, rules.awsSenders)),
    answer: faults.length === 0 ? 'passed' : failed ? (isBroken ? 'broken' : 'failed') : 'unanswered',
    contradicts: domains.length > 1 || isElsewhere,
    verifiedDomain: isVerified ? stamp.headerFrom : undefined,
    internal,
    dmarc,
    faults,
  };
}

/** What only the company's own Exchange writes: it strips these from outside mail. */
function organization(
  headers: readonly HeaderLine[],
  rules: MailRules,
): { readonly ownTenant: boolean; readonly internal: boolean } {
  const [source, ...sources] = headerValues(headers, 'X-MS-Exchange-Organization-AuthSource');
  const authAs = headerValues(headers, 'X-MS-Exchange-Organization-AuthAs');
  const ownTenant =
    source !== undefined &&
    sources.length === 0 &&
    rules.authSources.some((end) => source.toLowerCase().endsWith(end)) &&
    authAs.length <= 1;
  return { ownTenant, internal: ownTenant && authAs[0]?.toLowerCase() === 'internal' };
}

interface Stamp {
  readonly dmarc: string;
  /** Any of its answers is a failure, even where they contradict each other. */
  readonly failed: boolean;
  readonly headerFrom: string | undefined;
  readonly brokenSignatures: readonly string[];
}

/**
 * The answers of one header. Comments go first, as a sender can choose part of them; a second `dmarc=` anywhere, for
 * one inside an envelope address, makes the whole header worthless.
 */
function readStamp(value: string): Stamp {
  const text = value.slice(0, 10_000).replace(/\([^()]*\)/g, ' ');
  const dmarcs = [...text.matchAll(/dmarc\s*=/gi)];
  const entries = text.split(';').map((entry) => entry.trim().toLowerCase());
  const dmarcEntry = entries.filter((entry) => /^dmarc\s*=/.test(entry));
  const sole =
    dmarcs.length === 1 && dmarcEntry.length === 1 && !text.includes('"') ? dmarcEntry[0] : undefined;
  const froms = sole?.match(/\bheader\.from=\S+/g) ?? [];
  return {
    dmarc: sole === undefined ? (dmarcs.length === 0 ? 'missing' : 'ambiguous') : word(sole, 'dmarc'),
    failed: /\bdmarc\s*=\s*fail\b/i.test(value),
    headerFrom:
      froms.length === 1 && sole !== undefined ? word(sole, 'header.from').slice(0, 253) : undefined,
    brokenSignatures: entries
      .filter((entry) => /^dkim\s*=\s*(?:fail|timeout|temperror|permerror)/.test(entry))
      .map((entry) => word(entry, 'header.d')),
  };
}

function word(entry: string, name: string): string {
  const at = entry.indexOf(`${name}=`);
  if (at < 0) return '';
  return entry.slice(at + name.length + 1).split(/\s/, 1)[0] ?? '';
}

/** The domain of a plain ASCII address that every program reads alike; of any other nobody knows whose it is. */
function plainDomain(address: string): string | undefined {
  return /^[\w.+=-]+@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i.exec(address.slice(0, 320))?.[1]?.toLowerCase();
}
