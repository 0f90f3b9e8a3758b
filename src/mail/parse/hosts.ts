import { AWS_SENDERS } from '../rules.ts';

/** What a host means to the question who wrote a mail, where it is not simply somewhere else. */
export type HostRole =
  /** Pages of AWS and of whom it has speak for it: they lead nobody astray. */
  | 'aws'
  | 'asset'
  /** A gateway's or a click counter's: what counts is the link inside. */
  | 'wrapper'
  /** What mail programs and gateways add of themselves: safety tips, "scanned by". */
  | 'platform'
  | 'social'
  /** What technical mail refers to: projects, advisories, registries. */
  | 'reference';

export interface KnownHost {
  readonly role: HostRole;
  /** Names, apart by blanks; those below them too. */
  readonly hosts: string;
  readonly shape?: RegExp;
  readonly path?: RegExp;
  /** Where in path and query a wrapper's link inside is (first group); left out: only the gateway knows. */
  readonly inside?: RegExp;
  /** What makes a link of what is there, apart from percent-decoding. */
  readonly decode?: (inside: string) => string;
  /** Companies run this gateway on hosts of their own. */
  readonly ownHosts?: true;
}

function knownAs(role: HostRole, hosts: string, more: Partial<KnownHost> = {}): KnownHost {
  return { ...more, role, hosts };
}

/** A wrapper that has its link in a parameter. */
function wrapper(hosts: string, parameter: string, more: Partial<KnownHost> = {}): KnownHost {
  return knownAs('wrapper', hosts, { inside: new RegExp(`[?&]${parameter}=([^&#]+)`, 'i'), ...more });
}

const asHost = (host: string): string => `https://${host}/`;
const asBase64 = (text: string): string =>
  Buffer.from(text.replace(/%3d/gi, '='), 'base64').toString('latin1');
const PROOFPOINT = 'urldefense.com urldefense.proofpoint.com urldefense.us';
const SOCIAL = 'twitter.com x.com linkedin.com facebook.com instagram.com twitch.tv youtube.com xing.com';
const CUSTOMERS = AWS_SENDERS.customerDomains.map((name) => name.replaceAll('.', '\\.')).join('|');

/**
 * Every host that is known; the longest name decides, and its first row that fits. Rewritten links have the shapes of those in public
 * mail archives and repositories. A row that is wrong costs little: whatever it says, only DMARC makes a mail genuine.
 */
const HOSTS: readonly KnownHost[] = [
  // Microsoft Safe Links, with the names of its national clouds.
  ...['outlook.com', 'office365.us', 'partner.outlook.cn'].map((cloud) =>
    wrapper(`safelinks.protection.${cloud}`, 'url'),
  ),
  // Proofpoint: `-3A` or `*3A` instead of `%3A`.
  knownAs('wrapper', PROOFPOINT, {
    path: /^\/v3\//,
    inside: /^\/v3\/__(.+?)(?:__;|$)/,
    decode: (text) => text.replace(/\*(?=[2-7][0-9a-f])/gi, '%'),
  }),
  wrapper(PROOFPOINT, 'u', {
    decode: (text) => text.replace(/-(?=[2-7][0-9a-f])/gi, '%').replaceAll('_', '/'),
  }),
  wrapper('linkprotect.cudasvc.com', 'a'),
  knownAs('wrapper', 'secure-web.cisco.com', { inside: /\/(https?(?::|%3a).+)$/i }),
  // Mimecast tells the host of the link inside and no more; Inky likewise.
  wrapper('mimecast.com mimecastprotect.com', 'domain', { shape: /protect/, decode: asHost }),
  wrapper('shared.outlook.inky.com', 'domain', { decode: asHost }),
  wrapper('protection.sophos.com', 'u', { decode: asBase64 }),
  wrapper('trendmicro.com', 'url', { shape: /ctp|urlprotect|check/ }),
  knownAs('wrapper', 'protect.checkpoint.com url.avanan.click url-protection.com', {
    inside: /___(https?.+?)(?:___|$)/i,
  }),
  wrapper('fortimail.com fortimailcloud.com', 'url', { path: /^\/fmlurlsvc\//i, ownHosts: true }),
  // Symantec, Trellix, Trustwave, Libraesva, Hornetsecurity.
  wrapper('clicktime.symantec.com protect.fireeye.com protect2.fireeye.com scanmail.trustwave.com', 'u'),
  wrapper('urlsand.esvalabs.com atpscan.global.hornetsecurity.com', 'u'),
  // Intermedia, Darktrace, EdgePilot, Cyren: opaque.
  knownAs('wrapper', 'url.emailprotection.link l.antigena.com link.edgepilot.com urlisolation.com'),
  // Amazon SES counts the clicks of everybody who sends with it.
  knownAs('wrapper', 'awstrack.me', { inside: /\/C?L\d\/(https?.+)$/i }),

  knownAs('asset', 'awsstatic.com media-amazon.com ssl-images-amazon.com images-amazon.com'),

  // Below these names customers have hosts too: AWS's own are a service, perhaps a region, and the name.
  knownAs('aws', 'amazonaws.com amazonaws.com.cn amazonaws.eu', {
    shape: /^(?!s3[.-])(?:[a-z0-9-]+\.)?(?:[a-z]+(?:-[a-z]+)+-\d\.)?amazonaws\.(?:com|com\.cn|eu)$/,
  }),
  knownAs('aws', 'aws', { shape: new RegExp(`^(?!(?:.*\\.)?(?:${CUSTOMERS})$)`) }),
  knownAs('aws', 'amazon.com aws.com awsapps.com awscloud.com awsevents.com aws.training registrar.amazon'),
  knownAs('aws', 'amazonaws.cn aws.eu amazonaws-eusc.eu'),
  // Amazon's own services, such as prod.signin.aws.a2z.com.
  knownAs('aws', 'a2z.com'),
  // Route 53's registrar partners: their links prove control of an address like AWS's own.
  knownAs('aws', 'domainnameverification.net emailverification.info'),

  knownAs('platform', 'aka.ms go.microsoft.com learn.microsoft.com support.microsoft.com'),
  knownAs('platform', 'mimecast.com proofpoint.com barracuda.com sophos.com avast.com hornetsecurity.com'),
  knownAs('social', SOCIAL, {
    // A profile or a video, never a page that leads on.
    path: /^\/?(?:(?:company|pages|showcase|school|in|user|c|channel)\/)?@?[\w.%-]*\/?(?:\?(?!.*(?:http|%2f|\/\/)).*)?$/i,
  }),
  knownAs('reference', 'github.com gitlab.com bitbucket.org cve.org cve.mitre.org nvd.nist.gov cisa.gov'),
  knownAs('reference', 'ietf.org w3.org kernel.org kubernetes.io apache.org openssl.org python.org'),
  knownAs('reference', 'nodejs.org icann.org postgresql.org mysql.com mariadb.org'),
  // Marketo sends AWS's marketing, Gandi keeps domains for Route 53.
  knownAs('reference', 'mktomail.com gandi.net'),
];

const ROWS = Map.groupBy(
  HOSTS.flatMap((row) => row.hosts.split(' ').map((host) => ({ host, row }))),
  ({ host }) => host,
);

/**
 * What is known of a link's host; undefined: it is somewhere else.
 * @param rest path and query as written
 */
export function knownHost(host: string, rest: string): KnownHost | undefined {
  const fits = ({ shape, path }: KnownHost): boolean =>
    (shape?.test(host) ?? true) && (path?.test(rest) ?? true);
  const labels = host.split('.');
  for (let at = Math.max(0, labels.length - MOST_LABELS); at < labels.length; at++) {
    const found = ROWS.get(labels.slice(at).join('.'))?.find(({ row }) => fits(row));
    if (found !== undefined) return found.row;
  }
  return undefined;
}

const MOST_LABELS = 6;

export function ownGateway(rest: string): KnownHost | undefined {
  return HOSTS.find(({ ownHosts, path }) => ownHosts === true && path?.test(rest) === true);
}

/** What is inside a rewritten link, percent-encoding still on it; undefined where nobody but the gateway can tell. */
export function insideOf({ inside, decode }: KnownHost, rest: string): string | undefined {
  const found = inside?.exec(rest)?.[1];
  return found === undefined || decode === undefined ? found : decode(found);
}

/** Hosts of AWS itself; those of its customers below its names, and what only carries pictures or counts clicks, are left out. */
export function isAwsHost(host: string): boolean {
  return knownHost(host, '')?.role === 'aws';
}
