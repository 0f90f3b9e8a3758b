import { insideOf, knownHost } from './hosts.ts';

/**
 * Links as they really lead somewhere: rewritten ones (Safe Links, Proofpoint and others) opened, percent-encoding removed.
 */
export interface Link {
  /** Lower case, without user name and port; empty for a link without a host. */
  readonly host: string;
  /** Path, query and fragment, percent-decoded. */
  readonly rest: string;
}

/** Longest link that is taken whole; real ones stay below 4 KB. */
const LINK_MOST = 16_000;
/** How often a link is decoded again: Safe Links around Safe Links around the link. */
const WRAPPINGS_MOST = 6;
/** Ends of host names that make a scheme-less word a link worth a look. */
const AWS_MARKS = /(?:amazon(?:aws)?\.com|\.aws|\.amazon|awsapps\.com)\//g;

/** Every link in a text or an attribute value, with those hidden inside others; the same link a thousand times is one link. */
export function linksIn(text: string): readonly Link[] {
  const opened = new Set<string>();
  // Links made harmless for the eye (`hxxps://signin[.]aws`) are made links again.
  const armed = text.replaceAll('[.]', '.').replace(/hxxp/gi, 'http');
  for (const word of new Set(linkWords(armed))) unwrap(word, opened);
  return Array.from(opened, parseLink);
}

function linkWords(text: string): readonly string[] {
  const words: string[] = [];
  for (const match of text.matchAll(/https?(?::|%(?:25){0,5}3a|-3a)[^\s<>"'`|\\^{}\]]+/gi)) {
    const word = match[0].slice(0, LINK_MOST).replaceAll('。', '.');
    words.push(word);
    const joined = withNextLines(text, match.index + match[0].length, word);
    if (joined !== word) words.push(joined);
  }
  // How far the words with each mark have been taken.
  const taken = new Map<string, number>();
  for (const { 0: mark, index } of text.matchAll(AWS_MARKS)) {
    if (index < (taken.get(mark) ?? 0)) continue;
    const host = hostBefore(text, index);
    REST_OF_WORD.lastIndex = index;
    const [rest = ''] = REST_OF_WORD.exec(text) ?? [];
    taken.set(mark, index + rest.length);
    words.push(`https://${host}${rest}`);
  }
  return words;
}

/** Lines that a link may be broken over. */
const BROKEN_LINES_MOST = 4;
/** What is between the halves of a link that some program broke: a line end and the marks of a quotation. */
const LINE_END = /[ \t]{0,2}\r?\n[ \t>]{0,10}/y;
const REST_OF_LINK = /(?!https?:\/)[\w%&?=/#.~+:;@!$*,-]+/iy;
const REST_OF_WORD = new RegExp(`[^\\s<>"'\`]{1,${LINK_MOST}}`, 'y');

const HOST_MOST = 254;
/** In `%2Faws.amazon.com` it is no part of the host. */
const ESCAPE = /^(?:25)*[0-9a-f]{2}/i;

/** The host that ends there, letter by letter: an expression would look for its beginning from every letter of a megabyte. */
function hostBefore(text: string, end: number): string {
  let start = end;
  while (end - start < HOST_MOST && isHostLetter(text.charCodeAt(start - 1))) start -= 1;
  const host = text.slice(start, end);
  return text[start - 1] === '%' ? host.replace(ESCAPE, '') : host;
}

/** ASCII letters, digits, `.`, `-` and `_`. */
function isHostLetter(code: number): boolean {
  const letter = code | 32;
  return (
    (letter >= 97 && letter <= 122) || (code >= 48 && code <= 57) || code === 45 || code === 46 || code === 95
  );
}

/** The link with what may be its rest on the next lines, where it reaches to the end of its line. */
function withNextLines(text: string, end: number, word: string): string {
  LINE_END.lastIndex = end;
  // A host alone is never broken.
  if (!LINE_END.test(text) || !/^[^/?#]{5,9}\/\/?[^/]+\/./.test(word)) return word;
  let joined = word;
  let at = end;
  for (let line = 0; line < BROKEN_LINES_MOST && joined.length < LINK_MOST; line++) {
    LINE_END.lastIndex = at;
    const broken = LINE_END.exec(text);
    if (broken === null) break;
    REST_OF_LINK.lastIndex = at + broken[0].length;
    const rest = REST_OF_LINK.exec(text)?.[0];
    if (rest === undefined) break;
    joined += rest.slice(0, LINK_MOST);
    at += broken[0].length + rest.length;
  }
  return joined;
}

function unwrap(word: string, found: Set<string>): void {
  let current = [word];
  for (let round = 0; round < WRAPPINGS_MOST && current.length > 0; round++) {
    const decoded = new Set<string>();
    for (const link of current) {
      for (const piece of splitAtSchemes(link)) found.add(piece);
      for (const inside of decodedInside(link)) decoded.add(inside);
      if (link.includes('aHR0c')) for (const piece of encodedIn(link)) found.add(piece);
      const plain = percentDecode(link);
      if (plain !== link) decoded.add(plain);
    }
    current = [...decoded];
  }
}

/** What gateways that have an encoding of their own wrote into the link, or into links inside it. */
function decodedInside(link: string): readonly string[] {
  const starts = Array.from(link.matchAll(/https?:\//gi), ({ index }) => index).slice(0, WRAPPINGS_MOST);
  return starts.flatMap((start) => {
    const { host, rest } = parseLink(link.slice(start));
    const gateway = knownHost(host, rest);
    return gateway?.decode === undefined ? [] : (insideOf(gateway, rest) ?? []);
  });
}

function encodedIn(link: string): readonly string[] {
  return [...link.matchAll(/aHR0c[\w+/-]{12,}/g)].flatMap(([encoded]) =>
    splitAtSchemes(Buffer.from(encoded, 'base64').toString('latin1')),
  );
}

function splitAtSchemes(text: string): readonly string[] {
  if (!/.https?:\//is.test(text)) return /^https?:\//i.test(text) ? [text] : [];
  const starts = Array.from(text.matchAll(/https?:\//gi), ({ index }) => index);
  return starts.map((start, at) => text.slice(start, starts[at + 1]));
}

export function percentDecode(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Host and rest of a link that begins with its scheme, as written. */
export function parseLink(link: string): Link {
  const start = link.indexOf('/') + 1;
  const authority = link.slice(start).replace(/^[/\\]+/, '');
  const end = authority.search(/[/?#\\]/);
  const host = (end < 0 ? authority : authority.slice(0, end)).slice(0, 300);
  const bare = host
    .slice(host.lastIndexOf('@') + 1)
    .replace(/:\d*$/, '')
    .replace(/[.,;)]+$/, '');
  return { host: bare.toLowerCase(), rest: end < 0 ? '' : authority.slice(end) };
}

export function parametersOf(link: Link): readonly (readonly [string, string])[] {
  if (!link.rest.includes('=')) return [];
  return link.rest
    .split(/[?&#;]/)
    .slice(1, 200)
    .flatMap((pair) => {
      const equals = pair.indexOf('=');
      return equals <= 0 ? [] : [[pair.slice(0, equals).toLowerCase(), pair.slice(equals + 1)] as const];
    });
}

export function pathOf(link: Link): string {
  const end = link.rest.search(/[?#]/);
  return (end < 0 ? link.rest : link.rest.slice(0, end)).toLowerCase();
}
