import { NAMES_CHARACTERS, TYPED } from './code-words.ts';
import { isKnownWords } from '../classify/known-words.ts';
import { fold } from '../classify/fold.ts';

/**
 * Codes that no word gives away, only that they stand by themselves: AWS documents `[a-zA-Z0-9]{6}` for a change of the root
 * address, which may be letters alone.
 */
export interface BareCodes {
  /** One is by itself, and the mail says that it is to be typed, or speaks of its characters. */
  asked(): boolean;
  /** Something is by itself, or near such words, that is certainly no word. */
  alone(): boolean;
  /** Something may be one all the same: the mail speaks of characters, or has a word that nobody knows where one would be. */
  possible(): boolean;
}

const READ = 20_000;
/** How far from them the mail may say what to do with them: a paragraph or two, in running text the same sentence. */
const REACH = 400;
const REACH_IN_SENTENCE = 80;
const MOST = 200;

interface Piece {
  readonly text: string;
  readonly at: number;
  readonly reach: number;
}

function pieceOf(text: string, at: number, reach: number = REACH): Piece {
  return { text, at, reach };
}

/**
 * Looks for them in looked-through text: on a line, in a cell, between marks, in single letters.
 *
 * @param subject its words count as standing by themselves
 * @param setOff words that the markup sets off from the text around them
 */
export function bareCodes(subject: string, text: string, setOff: readonly string[]): BareCodes {
  const read = text.slice(0, READ);
  const words = (subject.match(/[A-Za-z0-9]+/g) ?? []).map((word) => pieceOf(word, 0));
  const bold = setOff.map((word) => pieceOf(word, Math.max(0, read.indexOf(word))));
  const lines = linesOf(read);
  const apart = [...words, ...lines, ...bold].slice(0, MOST);
  const isAsked = ({ text: written, at, reach }: Piece): boolean => {
    if (!isCodeLike(written)) return false;
    const around = fold(read.slice(Math.max(0, at - reach), at + reach));
    return NAMES_CHARACTERS.test(around) || (TYPED.test(around) && isNoWord(written));
  };
  const isLong = ({ text: written }: Piece): boolean => written.length === DOCUMENTED;
  return {
    asked: () => apart.some(isAsked),
    alone: () =>
      apart.some((each) => isLong(each) && isNoWord(each.text)) || betweenMarks(read).some(isAsked),
    possible: () =>
      NAMES_CHARACTERS.test(fold(read)) ||
      [...read.matchAll(TO_TYPE)].some(([, word, before = '']) => !isKnownWords(word ?? before)) ||
      [...read.matchAll(GIVEN_LETTERS)].some(([, word = '']) => isUnknownLetters(word)) ||
      [...lines, ...bold].some((each) => isLong(each) && isUnknownLetters(each.text)),
  };
}

const TO_TYPE =
  /(?:(?<!\b(?:device|instance|finding|event|resource|record|drift|node|account|engine|usage|case) )\b(?:(?<!\b(?:the|this|each|het|du|ce|vom|des) )type(?!\t)|enter|key in|tippen sie|geben sie|saisissez|entrez|tapez|recopiez|escriba|introduzca|ingrese|digite|digiti|insira|inserisca|inserisci|zadejte|irja be|introduceți|indtast|skriv inn|ange|syötä|nhập|codes? (?:is|ist|lautet|est)|kod to|kodunuz|c[oó]digo (?:es|é)|codice (?:è|e)|kode(?: anda)? adalah|kode anda)\s+|(?:введите|введіть|наберите|הזינו|הזן|أدخل|ป้อน|กรอก)\s?|请?输入\s?|請?輸入\s?)["'“«„「]?\s?([A-Za-z0-9]{4,12})(?=["'”»“」]?[\s.,。」”»])|([A-Za-z0-9]{4,12})["'”」]?\s?を?\s?(?:ご?入力|입력)/gi;

/** Letters that are said to be a code, which no digit gives away: "Ihr Code: qwertz". */
const GIVEN_LETTERS =
  /(?:cod[eigou]|k[oó]d|koodi|код|pin|קוד|رمز|รหัส|mã|कोड)[\p{L}\p{M}]{0,8}(?: \p{L}{1,5}\.?)?(?:\s?[:：]|(?<=koodi\p{L}{0,3})\son\s|\s(?:er|är|je|este|это|is|là|הוא|هو|ist|est|lautet)\s|คือ)\s?["'“„«]?([A-Za-z]{4,12}\d?)(?=["'”“»]?[\s.,;]|$)/giu;

/** Letters of one case that are no word of AWS's: names of people are written in two. */
function isUnknownLetters(piece: string): boolean {
  return /^(?:[a-z]+|[A-Z]+)\d?$/.test(piece) && !isKnownWords(piece.replace(/\d$/, ''));
}

const DOCUMENTED = 6;
const AROUND = /^[\s"'“”„«»‹›*_`~([{<>|:：=–—.•·-]+|[\s"'“”„«»‹›*_`~)\]}<>|:：=–—.•·-]+$/g;
/** As many letters and digits as a code has, whatever is around and between them. */
const FEW = /^[^A-Za-z0-9]*(?:[A-Za-z0-9][^A-Za-z0-9]*){2,12}$/;

/** Lines and cells that hold nothing but one piece of letters and digits, also where each of them is set apart. */
function linesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const { 0: line, index: at } of text.matchAll(/[^\n]+/g)) {
    for (const cell of [line, ...(line.includes('\t') ? line.split('\t') : [])]) {
      if (cell.length > 80 || !FEW.test(cell)) continue;
      const parts = cell.replace(AROUND, '').split(/[\s|·.–—_-]+/);
      const joined = parts.join('');
      // `HIGH 11 6 140` is a row of a table.
      const isApart = (part: string): boolean =>
        /^[A-Za-z0-9]{1,4}$/.test(part) && !(/^[A-Za-z]{4}$/.test(part) && isKnownWords(part));
      const isCode = parts.length > 1 ? parts.every(isApart) && isNoWord(joined) : /^\w{4,12}$/.test(joined);
      if (isCode) pieces.push(pieceOf(joined, at));
    }
    if (pieces.length >= MOST) break;
  }
  return pieces;
}

/** Between quotation marks and the like within running text, and words that are no words. */
function betweenMarks(text: string): readonly Piece[] {
  const found = text.matchAll(
    /["'“”„«»‹›*_`([{<]\s?([A-Za-z0-9]{4,12})\s?["'“”„«»‹›*_`)\]}>]|(?<![\w./@:&=#%+-])(?![A-Z]?[a-z]+(?!\w))([A-Za-z0-9]{5,12})(?![\w/@=&%+-]|\.\w)/g,
  );
  const pieces: Piece[] = [];
  for (const { index: at, 1: marked, 2: word = '' } of found) {
    if (marked !== undefined || isNoWord(word)) pieces.push(pieceOf(marked ?? word, at, REACH_IN_SENTENCE));
    if (pieces.length >= MOST) break;
  }
  return pieces;
}

function isCodeLike(piece: string): boolean {
  return /^(?=.*[A-Za-z])[A-Za-z0-9]{4,12}$/.test(piece) && !isKnownWords(piece);
}

/** `EC2`, `Q3FY26`, `IPv4`, `30days`, `SHA256`, `t3micro`: words with a number, and numbers with a unit. */
const ORDINARY =
  /^(?:[A-Za-z]?[a-z]+|[A-Z]+)\d{1,4}$|^\d{1,6}(?:st|nd|rd|th|h|d|m|s|x|ms|px|[kmgt]i?b?|mins?|days?|hours?|[a-z]{3,})$|^[QH]\d(?:FY)?\d{2,4}$|^FY\d{2,4}$|^(?:19|20)\d\d[QH]\d$|^\d{8}T\d+Z?$/;
/** Names of services and products: humps of two small letters and more, or of capitals. */
const HUMPS =
  /^(?:[A-Z]?[a-z]+|[A-Z]+)$|^(?:[a-z]{1,2}|[A-Z][a-z]+)[A-Z]{2,}s?$|^[a-z]{0,6}(?:[A-Z][a-z]{2,}|[A-Z]{2,}(?=[A-Z][a-z]{2}|$))+$/;

/** Whether letters and digits, or capitals and small letters, are mixed as in no word. */
export function isNoWord(piece: string): boolean {
  if (!/[A-Za-z]/.test(piece) || ORDINARY.test(piece)) return false;
  // The list of words last: most pieces are words by their look.
  return (/\d/.test(piece) || !HUMPS.test(piece)) && !isKnownWords(piece);
}
