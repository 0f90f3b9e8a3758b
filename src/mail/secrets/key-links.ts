import { isAwsHost, knownHost } from '../parse/hosts.ts';
import { parametersOf, pathOf, type Link } from '../parse/links.ts';

/** Parameters that let a link work by itself, and how long their value must at least be. */
const TOKEN_PARAMETERS: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:[a-z]*token|x-amz-signature|x-amz-security-token|signature|sig|ticket|challenge|otp|passcode|secret)$/,
    6,
  ],
  [
    /^(?:confirmation|activation|verification|auth|invite|invitation|access|one[_-]?time)[_-]?(?:code|id|key)$/,
    4,
  ],
  [/^(?:code|approvalcode|verify)$/, 4],
  [/^key$/, 12],
];
/** Paths of links that work by themselves; a token may have been cut off by a line break. */
const KEY_PATHS =
  /\/(?:resetpassword|reset-password|passwordreset|nomfa|mfarecovery|resyncmfa|confirmation\.html|approvals|confirm(?:ation)?|verify(?:email|-email)?|activate|accept(?:-invitation|invitation)?)(?:\/|$)/;
/** Where AWS asks for a login first, or only counts clicks: no parameter makes such a link a key. */
const DULL_HOSTS =
  /^[a-z]+\.awscloud\.com$|^aws\.amazon\.com$|(?:^|\.)docs\.aws\.amazon\.com$|^(?:repost|community|builder|workshops|catalog\.workshops)\.aws$|^builder\.aws\.com$|^(?:www\.)?aws\.training$|^(?:www\.)?amazon\.com$|^skillbuilder\.aws$/;
const OPAQUE = /\/[\w~.-]{32,}(?:\/|$)/;
/** Hosts on which every link proves that somebody reads the mail: of Route 53's registrar and its partners. */
const PROVING_HOSTS =
  /^(?:[a-z0-9-]+\.)*(?:registrar\.amazon(?:\.com)?|domainnameverification\.net|emailverification\.info)$/;

/**
 * Known links that open something without any other login, and the kind of mail (kinds.ts) they come in. Sources: the guides
 * of IAM, SES, SNS and ACM, and mail seen.
 */
const KEY_LINKS: readonly (readonly [host: RegExp, path: RegExp, kind: string])[] = [
  [/(?:^|\.)amazon\.com$|\.aws$/, /\/resetpassword(?:\/|$)/, 'password-reset-link'],
  [/(?:^|\.)amazon\.com$|\.aws$/, /\/nomfa(?:\/|$)/, 'mfa-recovery'],
  [/(?:^|\.)amazon\.com$|\.aws$/, /\/resyncmfa(?:\/|$)|\/mfa\/resync/, 'mfa-resync-link'],
  [/^email-verification\./, /^/, 'ses-verification'],
  [/^sns\./, /\/confirmation\.html$/, 'sns-subscription'],
  [/(?:^|\.)(?:acm-certificates|certificates)\.amazon\.com$/, /^\/approvals/, 'acm-validation'],
];

export function kindOfLink(link: Link): string | undefined {
  if (!isAwsHost(link.host)) return undefined;
  const path = pathOf(link);
  return KEY_LINKS.find(([host, opens]) => host.test(link.host) && opens.test(path))?.[2];
}

/** A link that opens something without any other login, for which only AWS can have made it. */
export function isKeyLink(link: Link): boolean {
  if (isRewritten(link)) return true;
  if (!isAwsHost(link.host)) return false;
  if (kindOfLink(link) !== undefined) return true;
  if (DULL_HOSTS.test(link.host)) return false;
  if (hasToken(link) || (KEY_PATHS.test(pathOf(link)) && OPAQUE.test(link.rest))) return true;
  if (PROVING_HOSTS.test(link.host)) return piecesOf(link).some((piece) => isRandom(piece, 8));
  return !PAGES.test(link.host) && piecesOf(link).some((piece) => isRandom(piece, 16));
}

/** Hosts whose links open something in most mails that hold one. */
const KEY_HOSTS =
  /^(?:signin\.aws\.amazon\.com|(?:[a-z0-9-]+\.)*signin\.aws|sns\.[a-z0-9-]+\.amazonaws\.com|email-verification\.[a-z0-9-]+\.amazonaws\.com|(?:[a-z0-9-]+\.)*(?:acm-)?certificates\.amazon\.com)$/;

function isRewritten({ host, rest }: Link): boolean {
  if (!host.includes('mimecast')) return false;
  return parametersOf({ host, rest }).some(([name, value]) => name === 'domain' && KEY_HOSTS.test(value));
}

function piecesOf({ rest }: Link): readonly string[] {
  return rest.split(/[/?&#;=]/).slice(0, 200);
}

/** No word and no number: letters of both cases mixed with digits, or digits and letters without a rule. */
function isRandom(piece: string, least: number): boolean {
  if (piece.length < least || !/^[\w~.-]+$/.test(piece)) return false;
  if (!/\d/.test(piece) || !/[a-z]/i.test(piece)) return false;
  return least < 16 || (/[a-z]/.test(piece) && /[A-Z]/.test(piece) && !/^arn[:-]/i.test(piece));
}

const PAGES = /(?:^|\.)(?:console|health|support)\.aws\.amazon\.com$|^w{3}\.w3\.org$/;

/** A link of a shape that nobody knows: it may open something, or it may not. AWS's logo and its profiles open nothing. */
export function isOddLink({ host, rest }: Link): boolean {
  if (host === '' || DULL_HOSTS.test(host) || PAGES.test(host)) return false;
  const role = knownHost(host, rest)?.role;
  return role !== 'asset' && role !== 'social';
}

function hasToken(link: Link): boolean {
  return parametersOf(link).some(([name, value]) =>
    TOKEN_PARAMETERS.some(
      ([pattern, length]) => value.length >= length && pattern.test(name) && !/\s/.test(value),
    ),
  );
}
