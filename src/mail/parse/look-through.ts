import type { MailPart } from '../analysis.ts';

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
const DULL = new Set(
  'style class width height align valign bgcolor border cellpadding cellspacing lang xmlns'.split(' '),
);

/** Attributes whose value a reader sees or hears in place of the element. */
const SPOKEN = new Set(['alt', 'value', 'title', 'aria-label', 'placeholder', 'label', 'summary']);

export function lookThrough(part: MailPart): LookedThrough {
  const { content } = part;
  const isMarkup =
    part.kind === 'html' ||
    (part.kind === 'attachment' &&
      /<(?:!doctype|html|head|body|div|p|table|tr|td|a|br|span|b|strong|h[1-6]|font|svg|img|\?xml)\b/i.test(
        content,
      ));
  if (isMarkup) return throughHtml(content);
  return { text: clean(decodeEntitiesIn(content)), attributes: [] };
}

/** Text entities appear in plain parts only when a converter was sloppy; a code behind one is a code all the same. */
function decodeEntitiesIn(text: string): string {
  if (!text.includes('&')) return text;
  const decoded = decodeEntities(text);
  return /&#[x\d]/i.test(decoded) ? decodeEntities(decoded) : decoded;
}

function throughHtml(html: string, inComment = false): LookedThrough {
  // The same target a thousand times is one link.
  const attributes = new Set<string>();
  // What Outlook alone shows is in comments (`<!--[if mso]>`) and is read in its place, other comments behind.
  const comments: string[] = [];
  let text = '';
  const rest = walkHtml(html, (before, tag, inside) => {
    text += before;
    if (tag.name === '!--') {
      if (inComment || !inside.startsWith('[if')) comments.push(inside);
      else {
        const shown = throughHtml(inside.slice(inside.indexOf('>') + 1), true);
        text += shown.text;
        for (const value of shown.attributes) attributes.add(value);
      }
      return;
    }
    text += BLOCK.has(tag.name) ? '\n' : CELL.has(tag.name) ? '\t' : '';
    for (const [name, value] of tag.attributes) {
      if (SPOKEN.has(name) && !value.includes('://')) text += `\t${value}\t`;
      else if ((!DULL.has(name) || value.includes('://')) && value.length > 2) {
        attributes.add(/^\s*https?:\\/i.test(value) ? value.replaceAll('\\', '/') : value);
      }
    }
    if (!inComment && tag.name === 'script') comments.push(inside);
  });
  text = clean(decodeEntitiesIn(text + rest));
  const values = Array.from(attributes, (value) => clean(decodeEntitiesIn(value.replace(/[\t\r\n]/g, ''))));
  if (comments.length === 0 || inComment) return { text, attributes: values };
  const behind = throughHtml(comments.join('\n'), true);
  return { text: `${text}\n${behind.text}`, attributes: [...values, ...behind.attributes] };
}

/**
 * Goes from tag to tag, each with the text before it and what is inside a comment, style sheet or script.
 * @returns the text behind the last tag
 */
export function walkHtml(html: string, visit: (before: string, tag: Tag, inside: string) => void): string {
  // Elements without an end are looked for once, not again from every place; their text is read.
  const endless = new Set<string>();
  let taken = 0;
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', Math.max(open + 1, taken))) {
    const tag = readTag(html, open);
    if (tag === undefined) continue;
    const before = html.slice(taken, open);
    taken = tag.end;
    let inside = '';
    if (tag.name === '!--') inside = html.slice(open + 4, taken).replace(/-->$/, '');
    else if (
      (tag.name === 'style' || tag.name === 'script') &&
      html[open + 1] !== '/' &&
      !endless.has(tag.name)
    ) {
      const end = new RegExp(`</${tag.name}`, 'gi');
      end.lastIndex = taken;
      const close = end.exec(html)?.index;
      if (close === undefined) endless.add(tag.name);
      inside = html.slice(taken, close ?? taken);
      taken += inside.length;
    }
    visit(before, tag, inside);
  }
  return html.slice(taken);
}

interface Tag {
  /** Lower case, without the slash of an end tag; `!--` for a comment, `!` for a declaration. */
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly end: number;
}
const TAG = /<\/?[a-z0-9:]+/iy;
/** The end of a tag, or an attribute with its value in either quotes or none; a value may lack its closing quote. */
const ATTRIBUTE = />|(?:(?<![\w:-])([\w:-]{1,40})\s*)?=\s*(?:"([^"]*)"?|'([^']*)'?|([^\s>]*))/g;

/** One tag from its `<`; undefined where the bracket is only a bracket. An unclosed tag reaches to the end. */
function readTag(html: string, open: number): Tag | undefined {
  if (html[open + 1] === '!' || html[open + 1] === '?') return readDeclaration(html, open);
  TAG.lastIndex = open;
  if (!TAG.test(html)) return undefined;
  const name = html.slice(open + (html[open + 1] === '/' ? 2 : 1), TAG.lastIndex).toLowerCase();
  if (html[TAG.lastIndex] === '>') return { name, attributes: [], end: TAG.lastIndex + 1 };
  const attributes: (readonly [string, string])[] = [];
  ATTRIBUTE.lastIndex = TAG.lastIndex;
  for (let found = ATTRIBUTE.exec(html); found !== null; found = ATTRIBUTE.exec(html)) {
    const { 0: whole, 1: key = '', 2: double, 3: single, 4: bare = '' } = found;
    if (whole === '>') return { name, attributes, end: ATTRIBUTE.lastIndex };
    attributes.push([key.toLowerCase(), double ?? single ?? bare]);
  }
  return { name, attributes, end: html.length };
}

/** Comments, and what browsers take for one: `<![if !mso]>`, `<!doctype>`, `<?xml?>`. */
function readDeclaration(html: string, open: number): Tag {
  const comment = html.startsWith('<!--', open);
  // `<!-->` is whole to browsers.
  const close = comment ? html.indexOf('-->', open + 2) : html.indexOf('>', open);
  const end = close < 0 ? html.length : close + (comment ? 3 : 1);
  return { name: comment ? '!--' : '!', attributes: [], end };
}

/** Characters of HTML that can be in a code or a link, each behind its name; all others are left as they are. */
const NAMED = new Map(
  Array.from(
    `
    amp & lt < gt > quot " apos ' colon : sol / quest ? equals = period . lowbar _ commat @ percnt % hyphen -
    dash - num # plus + semi ; comma , excl ! copy © reg ® middot · ndash – mdash — auml ä ouml ö uuml ü
    szlig ß eacute é egrave è ecirc ê agrave à ccedil ç oacute ó iacute í aacute á uacute ú ntilde ñ ocirc ô
    rsquo ’
    `.matchAll(/(\w+) (\S)/g),
    ([, name = '', character = '']) => [name, character],
  ),
);
for (const name of 'nbsp ensp emsp thinsp hairsp numsp puncsp tab'.split(' ')) NAMED.set(name, ' ');
for (const name of 'shy zwnj zwj lrm rlm nobreak'.split(' ')) NAMED.set(name, '');
NAMED.set('newline', '\n');

export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|([a-z]{2,10}));?/gi,
    (whole: string, hex?: string, dec?: string, name?: string) => {
      if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? whole;
      const code = hex === undefined ? Number.parseInt(dec ?? '', 10) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}

/**
 * Latin letters, marks of punctuation, kana, Chinese and full-width characters: most of any text, and passed over much
 * faster than by Unicode's properties.
 */
const ORDINARY = [
  '\\t\\n\\r\\u0020-\\u007e\\u00a0-\\u00ac\\u00ae-\\u02ff',
  '\\u2010-\\u2027\\u2030-\\u205e\\u20ac',
  '\\u3000-\\u3020\\u3041-\\u3096\\u30a1-\\u30ff\\u4e00-\\u9fff\\uff01-\\uff5e',
].join('');
const ALL_ORDINARY = new RegExp(`^[${ORDINARY}]*$`);

const ODD = `(?=[^${ORDINARY}])`;

/** Characters without a width, and those that only turn the direction or the look of others. */
const INVISIBLE = new RegExp(`${ODD}[\\p{Cc}\\p{Cf}\\p{Me}\\p{Default_Ignorable_Code_Point}]`, 'gu');
const ODD_DIGIT = new RegExp(`${ODD}[\\p{Nd}\\p{Mn}\\u2776-\\u2793\\u24f5-\\u24ff\\u3021-\\u3029]`, 'u');

/** Plain characters: full-width and styled ones made ordinary, digits of all scripts made 0–9, invisible ones removed. */
export function clean(text: string): string {
  if (/^[\t\n\r\u0020-\u007e]*$/.test(text)) return text;
  if (ALL_ORDINARY.test(text)) return text.normalize('NFKC');
  const plain = text.replace(INVISIBLE, '').normalize('NFKC').replace(INVISIBLE, '');
  if (!ODD_DIGIT.test(plain)) return plain;
  return plain
    .replace(/(?![0-9])\p{Nd}/gu, decimal)
    .replace(/[\u2776-\u2793\u24f5-\u24ff\u3021-\u3029]/g, counted)
    .replace(/(?<=[0-9])\p{Mn}+/gu, '');
}

/** Decimal digits of every script come in runs of ten that begin at the zero (Unicode, 4.6). */
function decimal(char: string): string {
  const known = DECIMALS.get(char);
  if (known !== undefined) return known;
  const code = char.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  DECIMALS.set(char, String(value));
  return String(value);
}

const DECIMALS = new Map<string, string>();

/** Beginnings of the rows of digits that are pictures to Unicode: Dingbats, Enclosed Alphanumerics, Suzhou numerals. */
const COUNTED_FROM = [0x2776, 0x2780, 0x278a, 0x24f5, 0x3021] as const;

/** `❹` and the like; they begin with one. */
function counted(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const first = COUNTED_FROM.find((start) => code >= start && code < start + 10);
  return first === undefined ? '0' : String(code - first + 1);
}
