import { isNoWord } from './bare-codes.ts';
import { OTHER_NUMBERS, UNITS } from './code-words.ts';

/** Digits, together or apart by single separators; 4 to 8 in all. */
const DIGITS =
  /(?<![\w$€£¥+&?%@/])(?<!\d[.,:/-])(?<![$€£¥] |\d\) |\*\*)\d(?:[ \t\u00a0\n|·.–-]{0,3}\d){3,9}(?![\w@:/%=]|[.,-]\d)/g;
const MIXED =
  /(?<![\w./@:=&?%-])(?=[a-z0-9-]{0,11}\d)(?=[a-z0-9-]{0,11}[a-z])[a-z0-9]{3,10}(?:-[a-z0-9]{3,6}){0,3}(?![\w@/.-])/gi;
/** Letters in two groups, as device codes are. */
const LETTER_GROUPS = /(?<![\w-])[A-Z]{4}-[A-Z]{4}(?![\w-])/g;
const SPACED = /(?<!\S)[a-z0-9](?:\s[a-z0-9]){3,9}(?!\S)/gi;
/** Words for digits in English, German, French, Spanish, Italian and Portuguese, and for tens in English. */
const NUMERALS =
  'zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|null|eins?|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun|zéro|une?|deux|trois|quatre|cinq|sept|huit|neuf|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|due|tre|quattro|cinque|sei|sette|otto|nove|um|dois|três|quatro|sete|oito';
const SPELLED = new RegExp(
  `(?<!\\p{L})(?:${NUMERALS})(?:[\\s,;/·-]{1,3}(?:${NUMERALS})){3,9}(?!\\p{L})|[〇零一二三四五六七八九壱壹弐贰貳参叁參肆伍陸陆柒漆捌玖](?:[\\s・、,-]?[〇零一二三四五六七八九壱壹弐贰貳参叁參肆伍陸陆柒漆捌玖]){3,7}`,
  'giu',
);
const SINGLES = /(?<![\p{L}\p{N}])\d(?:[^\p{L}\p{N}]{1,4}\d){5,9}(?![\p{L}\p{N}])/gu;
export interface Token {
  readonly text: string;
  readonly start: number;
}

export function* tokensIn(text: string): Generator<Token, void> {
  for (const [pattern, isCode] of TOKENS) {
    for (const { index, 0: token } of text.matchAll(pattern)) {
      if (isCode(text, index, token)) yield { text: token, start: index };
    }
  }
}

/** Digits that are written like a code, those of the wanted shape alone. */
export function* numbersIn(text: string, shape: RegExp): Generator<Token, void> {
  for (const { index, 0: token } of text.matchAll(DIGITS)) {
    if (shape.test(token) && isCodeNumber(text, index, token)) yield { text: token, start: index };
  }
}

const TOKENS: readonly (readonly [RegExp, (text: string, at: number, token: string) => boolean])[] = [
  [DIGITS, isCodeNumber],
  [MIXED, isCodeWord],
  [SPELLED, () => true],
  [SINGLES, () => true],
  [LETTER_GROUPS, () => true],
  [SPACED, (_, __, token) => /\d/.test(token)],
];

/** Whether a token is written as most codes are: six or eight digits, or letters and digits that make no word. */
export function isWrittenAsCode(token: string): boolean {
  const digits = token.replace(/\D/g, '').length;
  if (/^[\d\s|·.–-]+$/.test(token)) return digits === 6 || digits === 8;
  // `sensor-118204` is the name of a thing.
  return /^[A-Za-z0-9]+$/.test(token) ? isNoWord(token) : !/^[a-z]{5,}-\d+$/.test(token);
}

/** Whether digits are written like a code, and are no year, date, version, address or amount. */
export function isCodeNumber(text: string, at: number, token: string): boolean {
  const digits = token.replace(/\D/g, '');
  if (digits.length < 4 || digits.length > 8) return false;
  if (/^(?:19|20)\d\d$/.test(token) || isVersion(token) || DATE.test(token) || QUANTITY.test(token))
    return false;
  if (digits === '98109' || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(token)) return false;
  const before = text.slice(Math.max(0, at - 28), at).toLowerCase();
  if (OTHER_NUMBERS.test(before)) return false;
  if (isPostalCode(text, at, token)) return false;
  return !UNITS.test(text.slice(at + token.length, at + token.length + 12).toLowerCase());
}

/** `5 000` as the French, Poles and Russians write it, and `604.0` in a measurement. */
const QUANTITY = /^(?:\d[ \u00a0]\d{3}|\d{3,6}\.\d{1,2})$/;
/** A day that there is: 71-40-58 is none. */
const DATE =
  /^(?:(?:19|20)\d\d[-.](?:0?[1-9]|1[0-2])[-.](?:[0-2]?\d|3[01])|(?:(?:[0-2]?\d|3[01])[-.](?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])[-.](?:[0-2]?\d|3[01]))[-.](?:\d\d|(?:19|20)\d\d))$/;

/** `142.0.7444`; in a code with dots all groups are as long. */
function isVersion(token: string): boolean {
  if (!token.includes('.')) return false;
  const groups = token.split('.');
  return /^[\d.]+$/.test(token) && groups.length >= 3 && new Set(groups.map(({ length }) => length)).size > 1;
}

/** `L-1855 Luxembourg`, `Street 2, 80807 München`: in the imprint below every mail. */
function isPostalCode(text: string, at: number, token: string): boolean {
  if (!/^\d{4,5}$/.test(token) || !/^ \p{Lu}\p{L}/u.test(text.slice(at + token.length))) return false;
  return /(?:(?<!\p{L})\p{Lu}{1,2}-|[\p{L}\d],\s)$/u.test(text.slice(Math.max(0, at - 6), at));
}

const NAMES_THINGS =
  /^(?:0x|sha|aes|utf|rfc|ec|cve|iso|http|tls|ssl|node|python|us-|eu-|ap-|akia|asia|i-|vol-|o-)/i;

function isCodeWord(text: string, at: number, token: string): boolean {
  const bare = token.replaceAll('-', '');
  if (bare.length < 5 || bare.length > 16 || !/\d.*\d/.test(bare)) return false;
  if (NAMES_THINGS.test(token) || (/^[a-z]+\d+$/.test(token) && bare.length < 6)) return false;
  return !OTHER_NUMBERS.test(text.slice(Math.max(0, at - 28), at).toLowerCase());
}
