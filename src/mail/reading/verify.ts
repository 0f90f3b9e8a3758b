import { headerValues, parseAddresses } from './headers.ts';
import { isAwsDomain, type MailRules } from './rules.ts';
import type { Mail } from '../understanding.ts';

/** What Exchange's own check says about a mail's From domain. */
export interface Verification {
  /** The only From address's domain, lower case; undefined where there is none or more than one. */
  readonly fromDomain: string | undefined;
  /** The From domain is on the list of AWS's senders. */
  readonly claimsAws: boolean;
  /** DMARC passed for exactly that domain, by the company's own Exchange. */
  readonly passed: boolean;
  /** `dmarc=` as Exchange wrote it; `missing`, or `ambiguous` where there is more than one answer. */
  readonly dmarc: string;
  /** A DKIM signature of that domain was there and did not verify: the way a gateway that rewrites mail looks. */
  readonly brokenSignature: boolean;
  /** Sent between mailboxes of the company. */
  readonly internal: boolean;
  readonly reasons: readonly string[];
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
  const fromDomain = soleFromDomain(headerValues(headers, 'From'), mail);
  const claimsAws = fromDomain !== undefined && isAwsDomain(fromDomain, rules.awsSenders);
  const authSources = headerValues(headers, 'X-MS-Exchange-Organization-AuthSource');
  const authAs = headerValues(headers, 'X-MS-Exchange-Organization-AuthAs').map((value) =>
    value.toLowerCase(),
  );
  const ownTenant =
    authSources.length === 1 &&
    rules.authSources.some((end) => authSources[0]?.toLowerCase().endsWith(end) === true) &&
    authAs.length <= 1;
  const results = headerValues(headers, 'Authentication-Results').filter((value) =>
    EXCHANGE_SHAPE.test(value),
  );
  const stamp = results.length === 1 ? readStamp(results[0] ?? '') : undefined;
  const dmarc = stamp?.dmarc ?? (results.length === 0 ? 'missing' : 'ambiguous');
  const internal = ownTenant && authAs[0] === 'internal';

  const faults = [
    ownTenant ? '' : 'no AuthSource of the own Exchange',
    internal ? 'sent inside the company' : '',
    fromDomain === undefined ? 'no single From address' : '',
    dmarc === 'pass' ? '' : `dmarc is ${dmarc}`,
    stamp !== undefined && stamp.headerFrom !== fromDomain ? 'dmarc is about another domain' : '',
  ].filter((fault) => fault !== '');

  return {
    fromDomain,
    claimsAws,
    passed: faults.length === 0,
    dmarc: results.some((value) => /\bdmarc\s*=\s*fail\b/i.test(value)) ? 'fail' : dmarc,
    brokenSignature: fromDomain !== undefined && stamp?.brokenSignatures.includes(fromDomain) === true,
    internal,
    reasons: faults.length === 0 ? [`dmarc=pass for ${fromDomain ?? ''}, checked by Exchange`] : faults,
  };
}

interface Stamp {
  readonly dmarc: string;
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
    headerFrom: froms.length === 1 && sole !== undefined ? word(sole, 'header.from') : undefined,
    brokenSignatures: entries
      .filter((entry) => /^dkim\s*=\s*(?:fail|timeout|temperror|permerror)/.test(entry))
      .map((entry) => word(entry, 'header.d')),
  };
}

/** `name=word` of an entry, the word up to the next blank. */
function word(entry: string, name: string): string {
  const at = entry.indexOf(`${name}=`);
  if (at < 0) return '';
  return entry.slice(at + name.length + 1).split(/\s/, 1)[0] ?? '';
}

/** One From line with one plain ASCII address, or nothing: several senders are nobody's. */
function soleFromDomain(lines: readonly string[], mail: Mail): string | undefined {
  const addresses =
    lines.length > 0 ? lines.flatMap(parseAddresses) : mail.from === undefined ? [] : [mail.from];
  if (lines.length > 1 || addresses.length !== 1) return undefined;
  const address = addresses[0]?.address ?? '';
  const domain = /^[\w.+=-]+@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i.exec(address.slice(0, 320))?.[1];
  return domain?.toLowerCase();
}
