import * as fc from '../fast-check.ts';

/** Text as strangers write it, to have something evaluated, linked, hidden, drawn over or cut badly. */
const PIECES = [
  '{{DATE(2031-12-31T00:00:00Z, LONG)}}',
  '{{DATE(2031-12-31T00:00:00Z,SHORT)}}',
  '{{DATE(2031-12-31T00:00:00+02:00)}}',
  '{{TIME(2031-12-31T23:59:00Z)}}',
  '{{{{{{DATE(2031-12-31T00:00:00Z)}}}}',
  '{{',
  '}}',
  '{',
  '${subject}',
  '${$root.alias}',
  '${if(true, 1, 2)}',
  '**bold**',
  '_em_',
  '~~gone~~',
  '[link](https://evil.example)',
  '![img](https://evil.example/x.png)',
  '<https://evil.example>',
  'https://evil.example/login',
  'www.evil.example',
  '`code`',
  '# head',
  '- item',
  '1. item',
  '> quote',
  '---',
  '===',
  '| a | b |',
  '\\',
  '<at>everyone</at>',
  '<b>x</b>',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<mark>x</mark>',
  '&lt;at&gt;all&lt;/at&gt;',
  '&nbsp;',
  '"',
  "'",
  '{"type":"Action.OpenUrl","url":"https://evil.example"}',
  '__proto__',
  'constructor',
  '漢字',
  'naïve',
  'שלום',
  'مرحبا',
  ' ',
  ': ',
] as const;

/** Nothing in it is stripped, and it is short enough for every card, so it must be seen as it is. */
export const printable = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 2 })
  .map((pieces) => pieces.join('').trim())
  .filter((text) => /\p{L}/u.test(text));

const HIDDEN = [
  '\u202e',
  '\u2066',
  '\u200b',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u0000',
  '\u0007',
  '\u001b[31m',
  '\ud800',
  '\udc00',
  '\ue000',
  '\ue001',
  '\uffff',
  '\u3164',
  '\u2800',
  '\u{e0041}',
  '\r',
  '\n',
  '\r\n',
  '\u2028',
  '\t',
  '😀',
  '👩‍💻',
  'e\u0301',
  'z\u0335\u0322\u0321\u0328\u0317\u0300\u0301\u0302\u0303',
] as const;

/** A flood of one thing, up to 100,000 characters. */
const flood = fc
  .tuple(fc.constantFrom(...PIECES, ...HIDDEN, 'a', '"', '漢', 'a\n', '{{a', '\u0301'), fc.nat(100_000))
  .map(([piece, length]) => piece.repeat(Math.ceil(length / piece.length)));

/** Anything at all. */
export const anyText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES, ...HIDDEN), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 3_000 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  flood,
);
