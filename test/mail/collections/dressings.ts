import type { Mail, MailPart } from '../../../src/mail/analysis.ts';
import { domainOf } from '../../../src/mail/parse/addresses.ts';
import { AUTH } from './mail-maker.ts';

const encoded = encodeURIComponent;
/** Percent-encoding of everything but letters, digits and the dot, as gateways like it. */
const thoroughly = (link: string): string =>
  link.replace(/[^\w.]/g, (char) => `%${(char.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`);

/** How gateways rewrite a link that can be read through; shapes of public mail archives. */
export const WRAPPERS: Readonly<Record<string, (link: string) => string>> = {
  'Safe Links': (link) =>
    `https://eur05.safelinks.protection.outlook.com/?url=${encoded(link)}&data=05%7C02%7Cx%40company.com%7C1&sdata=Zx%3D&reserved=0`,
  'Safe Links in Safe Links': (link) => WRAPPERS['Safe Links']?.(WRAPPERS['Safe Links']?.(link) ?? '') ?? '',
  'Proofpoint 1': (link) => `https://urldefense.proofpoint.com/v1/url?u=${encoded(link)}&k=abc&r=def`,
  'Proofpoint 2': (link) =>
    `https://urldefense.proofpoint.com/v2/url?u=${link
      .replace(/[^\w./]/g, (char) => `-${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()}`)
      .replaceAll('/', '_')}&d=DwMFaQ&c=euGZstcaTDllvimEN8b7jXrwqOf&e=`,
  'Proofpoint 3': (link) => `https://urldefense.com/v3/__${link.replaceAll('%', '*')}__;!!Ab3!XyZ$`,
  Barracuda: (link) => `https://linkprotect.cudasvc.com/url?a=${thoroughly(link)}&c=E,1,Zk3&typo=1`,
  Cisco: (link) => `http://secure-web.cisco.com/1a2B3c4D5e6F-_x/${encoded(link)}`,
  Mimecast: (link) =>
    `https://protect-eu.mimecast.com/s/4fGhC7LmQ8xYz1aT2bUcV?domain=${new URL(link).hostname}`,
  'Mimecast, newer': (link) =>
    `https://url.uk.m.mimecastprotect.com/s/YP9XCWQRPfDXo1N?domain=${new URL(link).hostname}`,
  Sophos: (link) =>
    `https://eu-central-1.protection.sophos.com?d=${new URL(link).hostname}&u=${encoded(Buffer.from(link).toString('base64'))}&i=NWY&t=QkN&h=1f`,
  'Trend Micro': (link) =>
    `https://imsva91-ctp.trendmicro.com:443/wis/clicktime/v1/query?url=${thoroughly(link)}&umid=1A2B&auth=9f`,
  'Check Point': (link) => `https://protect.checkpoint.com/v2/___${link}___.YXA6Y29tcGFueTpjOm86MWEyYjM`,
  'Check Point, by region': (link) =>
    `https://protect.checkpoint.com/v2/r01/___${link.replace('://', '%3A//')}___.YzJ1Omxh`,
  Avanan: (link) => `https://url.avanan.click/v2/r01/___${link}___.YXAzOmNvbXBhbnk`,
  FortiMail: (link) =>
    `https://fortimail.company.com/fmlurlsvc/?fewReq=:B:JVE3PD49Nyt7MD8&url=${thoroughly(link)}`,
  Symantec: (link) => `https://clicktime.symantec.com/3AbcDEFghiJKL?u=${encoded(link)}`,
  Trellix: (link) => `https://protect2.fireeye.com/v1/url?k=84f6-e57d&q=1&e=6739&u=${encoded(link)}`,
  Trustwave: (link) => `https://scanmail.trustwave.com/?c=20988&d=n8HL4&u=${thoroughly(link)}`,
  Libraesva: (link) => `https://urlsand.esvalabs.com/?u=${encoded(link)}&e=ed7a&h=4565&f=y&p=y`,
  Inky: (link) => `https://shared.outlook.inky.com/link?domain=${new URL(link).hostname}&t=h.eJxVj01`,
  'Amazon SES': (link) =>
    `https://6q7prkrx.r.us-east-1.awstrack.me/L0/${link.replace(/[/?&=]/g, (char) => (char === '/' ? '%2F' : char === '?' ? '%3F' : char))}/1/010001943873d212-f9cd/7eI91=407`,
  'Amazon SES in Proofpoint 3': (link) =>
    WRAPPERS['Proofpoint 3']?.(WRAPPERS['Amazon SES']?.(link) ?? '') ?? '',
  'Barracuda in Safe Links': (link) => WRAPPERS['Safe Links']?.(WRAPPERS['Barracuda']?.(link) ?? '') ?? '',
};

/** Those of which only the gateway knows where they lead. */
export const OPAQUE: Readonly<Record<string, (link: string) => string>> = {
  Intermedia: () => 'https://url.emailprotection.link/?bQ2xvdWQgYW5kIHNvbWV0aGluZyBvcGFxdWU~',
  'Mimecast without a host': () => 'https://protect-us.mimecast.com/s/0wSdCVON0gczLDq1tGaO_q/',
  Cisco: () =>
    'https://secure-web.cisco.com/1vbkhrbOYdyg8pdI2OZVAva3Rtys7VjtoozwIpPR_L-sx5j0w5e3xKgx_8X3cMONXiaG',
  'FortiMail of somebody': (link) =>
    `https://fortimail.hoster.example/fmlurlsvc/?fewReq=:B:JVE3PD49&url=${thoroughly(link)}`,
  'Check Point, encrypted': () => 'https://protect.checkpoint.com/v2/r06/___myyux://xnlsnsfbx.frfets___.YXA6',
};

/** What may stand in a mail and says nothing about who wrote it; the text form is for parts without markup. */
export const DRESSINGS: Readonly<Record<string, { readonly html: string; readonly text?: string }>> = {
  'AWS’s logo': { html: '<img src="https://d1.awsstatic.com/logos/aws.png" alt="AWS">' },
  'Amazon’s pictures': {
    html: '<img src="https://m.media-amazon.com/images/G/01/aws.png"><img src="https://images-na.ssl-images-amazon.com/images/x.gif">',
  },
  'a counting pixel': {
    html: '<img width="1" height="1" src="https://6q7prkrx.r.us-east-1.awstrack.me/I0/010001943873d212/abc=407">',
  },
  'somebody’s pixel': { html: '<img src="https://tracker.elsewhere.example/p.gif?m=1">' },
  'a background': {
    html: '<table background="https://cdn.elsewhere.example/bg.png"><tr><td style="background:url(https://cdn.elsewhere.example/b.png)"> </td></tr></table>',
  },
  'a font': {
    html: '<link rel="stylesheet" href="https://fonts.googleapis.com/css?family=Ember"><style>@import url(https://fonts.elsewhere.example/x.css);</style>',
  },
  'a namespace': {
    html: '<div xmlns:v="urn:schemas-microsoft-com:vml" xmlns="http://www.w3.org/1999/xhtml"></div>',
  },
  'AWS’s profiles': {
    html: '<p><a href="https://twitter.com/awscloud">Twitter</a> <a href="https://x.com/awscloud">X</a> <a href="https://www.facebook.com/amazonwebservices/"><img src="https://d1.awsstatic.com/f.png"></a> <a href="https://www.linkedin.com/company/amazon-web-services/">LinkedIn</a> <a href="https://www.youtube.com/user/AmazonWebServices">YouTube</a> <a href="https://www.twitch.tv/aws">Twitch</a> <a href="https://www.instagram.com/amazonwebservices/">Instagram</a></p>',
    text: 'Follow us: https://twitter.com/awscloud https://www.linkedin.com/company/amazon-web-services/',
  },
  'the first-contact tip': {
    html: '<table><tr><td><div>You don\'t often get email from no-reply@amazonaws.com. <a href="https://aka.ms/LearnAboutSenderIdentification">Learn why this is important</a></div></td></tr></table>',
    text: "You don't often get email from no-reply@amazonaws.com. Learn why this is important<https://aka.ms/LearnAboutSenderIdentification>",
  },
  'the company’s banner': {
    html: '<div>[EXTERNAL] Be careful with this message. <a href="https://intranet.company.com/security/phishing">How to spot phishing</a>, <a href="mailto:security@elsewhere.example">report it</a> or call <a href="tel:+4930123456">+49 30 123456</a></div>',
    text: '[EXTERNAL] Be careful: https://intranet.company.com/security/phishing',
  },
  'the company’s footer': {
    html: '<p>Company AG, Hauptstr. 1, Berlin, <a href="https://www.company.com/imprint">Imprint</a> <a href="https://www.linkedin.com/company/company-ag">LinkedIn</a></p>',
    text: 'Company AG, Berlin, https://www.company.com/imprint, +49 30 123456, info@elsewhere.example',
  },
  'a gateway’s mark': {
    html: '<p>Scanned by <a href="https://www.mimecast.com/">Mimecast</a></p>',
    text: 'Scanned by https://www.barracuda.com',
  },
};

/** Stamps with which Exchange says that it could not tell. */
export const UNANSWERED: Readonly<Record<string, ((domain: string) => string) | undefined>> = {
  temperror: AUTH.temperror,
  permerror: (domain) =>
    `spf=permerror (sender IP is 54.240.9.15) smtp.mailfrom=amazonses.com; dkim=permerror (key not found) header.d=${domain};dmarc=permerror action=none header.from=${domain};compauth=none reason=405`,
  'a DKIM time-out': (domain) =>
    `spf=none smtp.mailfrom=amazonses.com; dkim=timeout (key query timeout) header.d=${domain};dkim=pass (signature was verified) header.d=amazonses.com;dmarc=temperror action=none header.from=${domain};compauth=none reason=405`,
  bestguesspass: AUTH.bestguess,
  none: AUTH.none,
  'no domain': () => 'spf=pass smtp.mailfrom=amazonses.com; dmarc=pass action=none;compauth=pass reason=100',
  nothing: undefined,
};

/** The mail with another stamp, its links rewritten and whatever its parts are dressed in. */
export function redressed(
  mail: Mail,
  change: {
    readonly stamp?: ((domain: string) => string) | undefined;
    readonly keepStamp?: boolean;
    readonly wrap?: ((link: string) => string) | undefined;
    readonly above?: readonly string[];
    readonly below?: readonly string[];
  },
): Mail {
  const domain = domainOf(mail.from?.address ?? '');
  const others = mail.transportHeaders.filter(({ name }) => name.toLowerCase() !== 'authentication-results');
  const stamped =
    change.stamp === undefined
      ? others
      : [{ name: 'Authentication-Results', value: change.stamp(domain) }, ...others];
  const dress = (names: readonly string[], kind: MailPart['kind']): string =>
    names.map((name) => (kind === 'html' ? DRESSINGS[name]?.html : DRESSINGS[name]?.text) ?? '').join('\n');
  return {
    ...mail,
    transportHeaders: change.keepStamp === true ? mail.transportHeaders : stamped,
    parts: mail.parts.map((part) => ({
      ...part,
      content:
        part.kind === 'attachment' || part.depth > 0
          ? part.content
          : `${dress(change.above ?? [], part.kind)}\n${wrapped(part, change.wrap)}\n${dress(change.below ?? [], part.kind)}\n`,
    })),
  };
}

/** Gateways rewrite what is linked, never pictures. */
function wrapped({ kind, content }: MailPart, wrap: ((link: string) => string) | undefined): string {
  if (wrap === undefined) return content;
  const safely = (link: string): string => (URL.canParse(link) ? wrap(link) : link);
  if (kind === 'text') return content.replace(/https?:\/\/[^\s<>")\]]+/g, safely);
  return content.replace(
    /(<a\b[^>]*\bhref=")(https?:[^"]+)(")/gi,
    (_, before: string, link: string, after: string) =>
      before + safely(link.replaceAll('&amp;', '&')).replaceAll('&', '&amp;') + after,
  );
}
