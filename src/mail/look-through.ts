import type { MailPart } from './understanding.ts';

/**
 * A part as somebody who looks for a secret sees it: every disguise of the markup taken off.
 *
 * Not for people: hidden text, comments and attributes are in it on purpose.
 */
export interface LookedThrough {
  /** Text with inline markup closed up (`4<b>8</b>` is `48`), cells apart by a blank, blocks by a line break. */
  readonly text: string;
  /** Attribute values: link targets, but also alternative texts and form values. */
  readonly attributes: readonly string[];
}

/** Tags that separate words for the eye; all others are closed up. */
const BLOCK = new Set(
  'address article blockquote body br center dd div dl dt footer form h1 h2 h3 h4 h5 h6 head header hr html li main ol option p pre section table tbody tfoot thead title tr ul'.split(
    ' ',
  ),
);
const CELL = new Set(['td', 'th', 'img', 'input', 'button']);
/** Attributes that nobody reads and no link hides in. */
const DULL = new Set(
  'style class width height align valign bgcolor border cellpadding cellspacing lang xmlns'.split(' '),
);

/** Attributes whose value a reader sees or hears in place of the element. */
const SPOKEN = new Set(['alt', 'value', 'title', 'aria-label', 'placeholder', 'label', 'summary']);

/** Looks through a part of any kind in linear time. */
export function lookThrough(part: MailPart): LookedThrough {
  const { content } = part;
  if (
    part.kind === 'html' ||
    (part.kind === 'attachment' &&
      /<(?:!doctype|html|head|body|div|p|table|tr|td|a|br|span|b|strong|h[1-6]|font)\b/i.test(content))
  )
    return throughHtml(content);
  return { text: clean(decodeEntitiesIn(content)), attributes: [] };
}

/** Text entities appear in plain parts only when a converter was sloppy; a code behind one is a code all the same. */
function decodeEntitiesIn(text: string): string {
  return text.includes('&') ? decodeEntities(text) : text;
}

function throughHtml(html: string, inComment = false): LookedThrough {
  const pieces: string[] = [];
  const attributes: string[] = [];
  // What Outlook alone shows stands in comments (`<!--[if mso]>`): read like the rest, but behind it.
  const comments: string[] = [];
  // Elements without an end are looked for once, not again from every place.
  const endless = new Set<string>();
  const opening = /<(?=[a-z!/?])/gi;
  let at = 0;
  while (at < html.length) {
    opening.lastIndex = at;
    const open = opening.exec(html)?.index;
    if (open === undefined) break;
    pieces.push(html.slice(at, open));
    if (html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4);
      comments.push(html.slice(open + 4, close < 0 ? html.length : close));
      at = close < 0 ? html.length : close + 3;
      continue;
    }
    const tag = readTag(html, open);
    if (tag === undefined) {
      pieces.push('<');
      at = open + 1;
      continue;
    }
    pieces.push(BLOCK.has(tag.name) ? '\n' : CELL.has(tag.name) ? ' ' : '');
    for (const [name, value] of tag.attributes) {
      if (SPOKEN.has(name) && !value.includes('://')) pieces.push(` ${value} `);
      else if (!DULL.has(name) && value.length > 2) {
        attributes.push(clean(decodeEntitiesIn(value.replace(/[\t\r\n]/g, ''))));
      }
    }
    at = tag.end;
    if ((tag.name === 'style' || tag.name === 'script') && !endless.has(tag.name)) {
      const close = indexOfIgnoringCase(html, `</${tag.name}`, at);
      if (close < 0) endless.add(tag.name);
      else at = close;
    }
  }
  pieces.push(html.slice(at));
  const text = clean(decodeEntitiesIn(pieces.join('')));
  if (comments.length === 0 || inComment) return { text, attributes };
  const behind = throughHtml(comments.join('\n'), true);
  return { text: `${text}\n${behind.text}`, attributes: [...attributes, ...behind.attributes] };
}

function indexOfIgnoringCase(text: string, lower: string, from: number): number {
  const pattern = new RegExp(lower, 'gi');
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? -1;
}

interface Tag {
  /** Lower case, without the slash of an end tag. */
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly end: number;
}

/** One tag from its `<`; undefined where the bracket is only a bracket. An unclosed tag reaches to the end. */
function readTag(html: string, open: number): Tag | undefined {
  let at = open + 1;
  if (html[at] === '/' || html[at] === '!' || html[at] === '?') at++;
  const nameStart = at;
  while (at < html.length && isNameChar(html.charCodeAt(at))) at++;
  if (at === nameStart) return undefined;
  const name = html.slice(nameStart, at).toLowerCase();
  const attributes: [string, string][] = [];
  while (at < html.length) {
    const char = html[at];
    if (char === '>') return { name, attributes, end: at + 1 };
    if (char === '=') {
      const key = attributeName(html, at);
      const [value, end] = attributeValue(html, at + 1);
      attributes.push([key, value]);
      at = end;
    } else at++;
  }
  return { name, attributes, end: html.length };
}

function isNameChar(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x3a);
}

function attributeName(html: string, equals: number): string {
  const before = html.slice(Math.max(0, equals - 40), equals).trimEnd();
  return before
    .slice(Math.max(...[' ', '\t', '\n', '"', "'", '/'].map((sep) => before.lastIndexOf(sep))) + 1)
    .toLowerCase();
}

function attributeValue(html: string, from: number): readonly [string, number] {
  let at = from;
  while (at < html.length && isBlank(html.charCodeAt(at))) at++;
  const quote = html[at];
  if (quote === '"' || quote === "'") {
    const end = html.indexOf(quote, at + 1);
    return end < 0 ? [html.slice(at + 1), html.length] : [html.slice(at + 1, end), end + 1];
  }
  const start = at;
  while (at < html.length && !isBlank(html.charCodeAt(at)) && html[at] !== '>') at++;
  return [html.slice(start, at), at];
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** Named characters of HTML that can stand in a code or a link; all others are left as they are. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  hairsp: ' ',
  numsp: ' ',
  puncsp: ' ',
  tab: ' ',
  newline: '\n',
  shy: '',
  zwnj: '',
  zwj: '',
  lrm: '',
  rlm: '',
  nobreak: '',
  colon: ':',
  sol: '/',
  quest: '?',
  equals: '=',
  period: '.',
  lowbar: '_',
  commat: '@',
  percnt: '%',
  hyphen: '-',
  dash: '-',
  num: '#',
  plus: '+',
  semi: ';',
  comma: ',',
  excl: '!',
  copy: '©',
  reg: '®',
  middot: '·',
  ndash: '–',
  mdash: '—',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  ccedil: 'ç',
  oacute: 'ó',
  iacute: 'í',
  aacute: 'á',
  uacute: 'ú',
  ntilde: 'ñ',
  ocirc: 'ô',
  rsquo: '’',
};

/** HTML character references, numeric ones and those of NAMED. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|([a-z]{2,10}));?/gi,
    (whole: string, hex?: string, dec?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? NAMED[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number.parseInt(dec ?? '', 10) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}

/** Characters without a width, and those that only turn the direction or the look of others. */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Me}\p{Default_Ignorable_Code_Point}]/gu;

/** Plain characters: full-width and styled ones made ordinary, digits of all scripts made 0–9, invisible ones removed. */
export function clean(text: string): string {
  if (/^[\t\n\r\u0020-\u007e]*$/.test(text)) return text;
  const plain = text.replace(INVISIBLE, '').normalize('NFKC').replace(INVISIBLE, '');
  return plain.replace(/(?![0-9])\p{Nd}/gu, decimal);
}

/** Decimal digits of every script come in runs of ten that begin at the zero (Unicode, 4.6). */
function decimal(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}
