import { compile, type FormatOptions } from 'html-to-text';
import { isNoWord } from '../secrets/bare-codes.ts';
import { clean, decodeEntities } from '../parse/look-through.ts';
import type { Mail } from '../analysis.ts';

/** How much of a mail's text is made readable: the card shows far less. */
const HTML_MOST = 48_000;
const TEXT_MOST = 16_000;
/** Characters between its tags; hidden ones before an excerpt are among them. */
const WORDS_MOST = 8_000;
/** Length of the excerpt on a card. */
const EXCERPT = 900;

/** Parts that a mail client does not show; AWS's preheaders among them. */
const HIDDEN = ['[style*="display:none"]', '[style*="display: none"]', '[hidden]', '[style*="max-height:0"]'];

/** Makes text of HTML, a line for each row. Of all of it, and of each element, no more is read than the limits say. */
export function textOfHtml(
  maxInputLength: number,
  maxChildNodes: number,
  links: FormatOptions,
): (html: string) => string {
  return compile({
    wordwrap: false,
    limits: { maxInputLength, maxDepth: 60, maxChildNodes, ellipsis: '…' },
    selectors: [
      { selector: 'a', options: links },
      ...['img', 'head', 'style', ...HIDDEN].map((selector) => ({ selector, format: 'skip' })),
      { selector: 'table', format: 'block' },
      { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
      ...['h1', 'h2', 'h3', 'h4'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  });
}

const toText = textOfHtml(HTML_MOST, 400, { ignoreHref: true });

/** The mail's words as a reader sees them, without markup, links or attached parts; cut to a length that can be handled. */
export function plainText(mail: Mail): string {
  const text = mail.parts.find(({ kind }) => kind === 'text')?.content.trim() ?? '';
  const html = mail.parts.find(({ kind }) => kind === 'html');
  const plain = html === undefined || text.length >= 40 ? text.slice(0, TEXT_MOST) : htmlText(html.content);
  return tidy(decodeEntities(plain));
}

/** What html-to-text takes for a blank, so that the letters around it stand apart. */
const NO_WIDTH = /\u200b|&#(?:8203|x200b);?/gi;

function htmlText(html: string): string {
  // Cells have a border or room between them, for which html-to-text has nothing.
  const start = html
    .replace(DEAD_WEIGHT, '')
    .slice(0, HTML_MOST)
    .replace(/<\/t[dh]\b/gi, ' $&')
    .replace(NO_WIDTH, '');
  return toText(start.slice(0, endOfWords(start)));
}

/** Where the html has said enough for any excerpt: taking it apart costs more than all else. */
function endOfWords(html: string): number {
  if (html.length <= WORDS_MOST) return html.length;
  let words = 0;
  for (const { 0: run, index } of html.matchAll(/>[^<]*/g)) {
    words += run.trim().length - 1;
    if (words > WORDS_MOST) return index + run.length;
  }
  return html.length;
}

/** Style sheets, scripts and comments can be most of a mail: out, before its length is cut. */
const DEAD_WEIGHT = /<!--[^]*?(?:-->|$)|<(style|script|head)\b[^]*?(?:<\/\1\s*>|$)/gi;

function tidy(text: string): string {
  return clean(text)
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?[\r\n]+ ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

export function cut(text: string, length: number = EXCERPT): string {
  if (text.length <= length) return text;
  const end = text.lastIndexOf(' ', length);
  return `${text.slice(0, end > length / 2 ? end : length)}…`;
}

/**
 * Takes out of a text what no channel may show: links, and numbers or words that could be a code.
 *
 * A second net behind the search for secrets: what was missed there is not shown either. Account ids, case ids,
 * amounts, dates and times stay.
 */
export function blank(text: string): string {
  return clean(text)
    .replace(/(?:https?|hxxps?|ftp|mailto|javascript|data)(?::|%3a)\S*/gi, '[link]')
    .replace(/\b(?:www\.|(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}\/)\S*/gi, '[link]')
    .replace(
      /(?<![\w$€£¥+])(?<!\d[.,:/-])\d(?:[ \t\u00a0|·.–-]?\d){4,7}(?!\w|[.,:/-]\d|[ \u00a0]\d)/g,
      (found) => (DATE.test(found) ? found : '[…]'),
    )
    .replace(/(?<![\w./-])[A-Za-z0-9_-]{24,}(?![\w/])/g, (found) =>
      /\d/.test(found) && /[A-Za-z]/.test(found) ? '[…]' : found,
    )
    .replace(/(?<!\S)[A-Za-z0-9](?:\s[A-Za-z0-9]){3,15}(?!\S)/g, '[…]')
    .replace(
      // A word in small letters, or with a capital first, is none: most of a text are such.
      /(?<![\p{L}\w./@:#&=+%-])(?![A-Z]?[a-z]+(?![\w-]))[A-Za-z0-9]{2,12}(?:-[A-Za-z0-9]{2,6}){0,3}(?![\p{L}\w/@=+%-]|\.\w)/gu,
      (found) => (mayBeCode(found) ? '[…]' : found),
    );
}

/** No word, or groups of letters and digits that together are none. */
function mayBeCode(token: string): boolean {
  if (/^[A-Z]{4}-[A-Z]{4}$/.test(token)) return true;
  const joined = token.replaceAll('-', '');
  return joined.length >= 4 && joined.length <= 16 && isNoWord(joined);
}

/** Like `blank`, for the words of a sender who is not trusted: no number stays but years and account ids. */
export function blankNumbers(text: string): string {
  return blank(text).replace(/\S*\p{N}\S*/gu, (word) => {
    const number = word.replace(/^[^\p{N}]+|[^\p{N}]+$/gu, '');
    return /^(?:\d{12}|(?:19|20)\d\d)$/.test(number) ? word : '[…]';
  });
}

const DATE = /^(?:(?:19|20)\d\d[-.]\d{1,2}[-.]\d{1,2}|\d{1,2}[-.]\d{1,2}[-.](?:19|20)\d\d)$/;
