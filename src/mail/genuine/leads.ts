import { insideOf, knownHost, ownGateway, type HostRole } from '../parse/hosts.ts';
import { parseLink, percentDecode } from '../parse/links.ts';
import { decodeEntities, walkHtml } from '../parse/look-through.ts';
import type { Mail, MailPart } from '../analysis.ts';

/** Where a person ends up who follows a link of a mail, the rewriting of gateways taken off. */
export interface Lead {
  /** `unknown`: only a gateway knows. */
  readonly role: HostRole | 'company' | 'unknown' | 'elsewhere';
  readonly host: string;
  readonly target: string;
  /** The reader sees the host: no words and no button are over it. */
  readonly isOpen: boolean;
}

interface Written {
  readonly url: string;
  readonly shown: string;
}

/**
 * What a person could follow: links, forms, and addresses in the visible text; not pictures, styles, scripts and what else a mail
 * program fetches or ignores.
 *
 * @param companyHosts hosts of the company's own, those below them too
 */
export function leadsIn(mail: Mail, companyHosts: readonly string[]): readonly Lead[] {
  const written = [...mail.parts.flatMap(writtenIn), ...inText(mail.subject)];
  const distinct = new Map(written.map((link) => [`${link.url} ${link.shown}`, link]));
  return [...distinct.values()].flatMap((link) => leadOf(link, companyHosts) ?? []);
}

function writtenIn({ kind, content }: MailPart): readonly Written[] {
  if (kind === 'text') return inText(content);
  if (kind === 'html') return inHtml(content);
  // A page as a file is opened like a link, and AWS attaches none that runs. Other files name hosts by the dozen that nobody follows.
  if (/<script(?![^>]{0,2000}(?:\bsrc\s*=|json))[\s>]/i.test(content))
    return [{ url: 'javascript:', shown: '' }];
  return /<(?:html|body|form|a)\b/i.test(content.slice(0, 20_000)) ? inHtml(content) : [];
}

/** Sentences in Chinese, Japanese and Korean go on behind a link without a blank. */
const IN_TEXT =
  /(?:https?:\/{1,2}|\bwww\.[a-z0-9.-]{1,250}\/)[^\s<>"'`|\\^{}\])\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7af\uff00-\uffef]+/gi;

function inText(text: string): readonly Written[] {
  return [...new Set(text.match(IN_TEXT))].map((url) => ({ url, shown: url }));
}

const FRAMES = new Set(['iframe', 'frame', 'embed', 'object']);

function inHtml(html: string, isComment = false): readonly Written[] {
  const found: Written[] = [];
  let visible = '';
  let anchor: { readonly url: string; shown: string } | undefined;
  const close = (): void => {
    if (anchor !== undefined) found.push({ url: anchor.url, shown: decodeEntities(anchor.shown) });
    anchor = undefined;
  };
  const rest = walkHtml(html, (before, { name: tag, attributes }, inside) => {
    if (anchor === undefined) visible += `${before} `;
    else anchor.shown += before;
    if (tag === '!--' && !isComment && inside.startsWith('[if')) {
      // Outlook shows what is in such a comment.
      for (const link of inHtml(inside.slice(inside.indexOf('>') + 1), true)) found.push(link);
    }
    if (tag === 'a') close();
    for (const [name, value] of attributes) {
      const url = leadingUrl(tag, name, value);
      if (url === undefined) continue;
      // Of doubles the first counts.
      if (tag === 'a') anchor ??= { url, shown: '' };
      else found.push({ url, shown: '' });
    }
  });
  close();
  return [...found, ...inText(decodeEntities(visible + rest))];
}

/** The address in an attribute that a person or a program follows as a page. */
function leadingUrl(tag: string, name: string, value: string): string | undefined {
  const leads =
    ((name === 'href' || name === 'xlink:href') && tag !== 'link') ||
    name === 'action' ||
    name === 'formaction' ||
    (FRAMES.has(tag) && (name === 'src' || name === 'data'));
  const refreshes = tag === 'meta' && name === 'content' ? /url=(.*)$/is.exec(value)?.[1] : undefined;
  const url = leads ? value : (refreshes ?? '');
  return url === '' ? undefined : decodeEntities(url);
}

const NO_PAGE =
  /^(?:mailto|tel|sms|callto|cid|xmpp|sip|skype|msteams|x-apple|x-msg|about|ms-outlook):|^[#?]/i;
const OWN_PAGE = /^(?:data|javascript|vbscript|blob|file):/i;

function leadOf({ url, shown }: Written, companyHosts: readonly string[]): Lead | undefined {
  // What browsers leave out or read as a slash.
  const plain = url
    .replace(/[\s\p{Cc}]/gu, '')
    .replaceAll('\\', '/')
    .replaceAll(/[\u3002\uff0e\uff61]/g, '.')
    .normalize('NFKC')
    .slice(0, MOST);
  if (OWN_PAGE.test(plain))
    return { role: 'elsewhere', host: 'a page of its own', target: '', isOpen: false };
  if (NO_PAGE.test(plain)) return undefined;
  const whole = plain.replace(/^\/\//, 'https://').replace(/^www\./i, 'https://$&');
  if (!/^[a-z]+:\//i.test(whole)) return undefined;
  const { role, host, rest } = destination(whole, companyHosts);
  return { role, host, target: (host + rest).toLowerCase(), isOpen: isShown(host, shown, companyHosts) };
}

/** The first link or name in the words is the one that they lead to: they pretend no other. */
function isShown(host: string, shown: string, companyHosts: readonly string[]): boolean {
  const [link] = shown.match(IN_TEXT) ?? [];
  if (link !== undefined) return destination(link, companyHosts).host === host;
  return shown.trim().toLowerCase().startsWith(host);
}

const MOST = 16_000;
/** Gateways around gateways around the link. */
const MOST_WRAPPINGS = 6;

type Destination = Pick<Lead, 'role' | 'host'> & { readonly rest: string };

function destination(url: string, companyHosts: readonly string[]): Destination {
  let current = url;
  for (let round = 0; round < MOST_WRAPPINGS; round++) {
    const { host, rest } = parseLink(current);
    const isOurs = companyHosts.some((own) => host === own || host.endsWith(`.${own}`));
    const known = knownHost(host, rest) ?? (isOurs ? ownGateway(rest) : undefined);
    if (known === undefined || (isOurs && known.role !== 'wrapper')) {
      // Somebody's own gateway, perhaps ours: it cannot be told whose.
      const isGateway = host.startsWith('fortimail') && ownGateway(rest) !== undefined;
      return { role: isOurs ? 'company' : isGateway ? 'unknown' : 'elsewhere', host, rest };
    }
    if (known.role !== 'wrapper') return { role: known.role, host, rest };
    const inside = schemed(insideOf(known, rest) ?? '');
    if (inside === undefined) return { role: 'unknown', host, rest };
    current = inside;
  }
  return { role: 'unknown', host: '', rest: '' };
}

function schemed(inside: string): string | undefined {
  let current = inside;
  for (let round = 0; round < MOST_WRAPPINGS && !/^https?:\//i.test(current); round++) {
    current = percentDecode(current);
  }
  return /^https?:\/+[^/]/i.test(current) ? current : undefined;
}
