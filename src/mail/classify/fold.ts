import { simplified } from './chinese.ts';

/** Japanese, Chinese and Korean put a blank between words and scripts or not, as they please. */
const EAST_ASIAN_BLANK =
  / (?=[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3])|(?<=[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]) /g;

const MORE_THAN_A_SPACE = /\s{2,}|[^\S ]/g;

/** Lower case, accents and Arabic vowel signs off, Chinese in one script, quotes and dashes plain, blanks single: the form in which words are compared. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Most text has nothing else to be folded, and is folded over and over.
  if (/^[\0-\x7f]*$/.test(lower))
    return lower.replaceAll('`', "'").replaceAll('e-mail', 'email').replace(MORE_THAN_A_SPACE, ' ');
  return simplified(
    lower
      .normalize('NFKD')
      .replace(/[\u0300-\u036f\u0640\u064b-\u0652]/g, '')
      .normalize('NFC')
      .replace(/[\u2018\u2019\u201b\u00b4`]/g, "'")
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replaceAll('ß', 'ss')
      .replaceAll('ı', 'i')
      .replaceAll('ł', 'l')
      .replaceAll('e-mail', 'email')
      .replace(MORE_THAN_A_SPACE, ' ')
      .replace(EAST_ASIAN_BLANK, ''),
  );
}
