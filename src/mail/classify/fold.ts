import { simplified } from './chinese.ts';

/** Japanese, Chinese and Korean put a blank between words and scripts or not, as they please. */
const EAST_ASIAN_BLANK =
  / (?=[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3])|(?<=[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]) /g;

/** Lower case, accents off, Chinese in one script, quotes and dashes plain, blanks single: the form in which words are compared. */
export function fold(text: string): string {
  return simplified(
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC')
      .replace(/[\u2018\u2019\u201b\u00b4`]/g, "'")
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replaceAll('ß', 'ss')
      .replaceAll('ı', 'i')
      .replaceAll('ł', 'l')
      .replaceAll('e-mail', 'email')
      .replace(/\s+/g, ' ')
      .replace(EAST_ASIAN_BLANK, ''),
  );
}
