/** Turkish ("17 no'lu") has an ending after it, as has French or Spanish ("No. de caso 17") a word before the number. */
const NUMBER = [
  String.raw`\s?[.:#º°]\s?[:#]?\s?(?:\p{L}{1,5}[-/])?\d`,
  String.raw`\.\s?(?:of|de|del|d[aou])\s`,
  String.raw`\.\s?\p{L}{3,15}\s?[:#]?\s?\d`,
  String.raw`\sd[eu]\s\p{L}{3,15}\s?[:#]?\s?\d`,
  String.raw`\s\d[\d.,/-]*(?![\p{L}\d])`,
  String.raw`['’](?:lu|lü|su|nu)`,
];
const NUMERO = new RegExp(String.raw`(?<![\p{Script=Latin}\d])no(?=${NUMBER.join('|')})(\.?)`, 'giu');

/**
 * "No. 17" is a number in most languages, and a denial in none: it is spelt "nr", which is as long and no other word. Its full stop
 * ends no sentence.
 */
export function withoutNumero(text: string): string {
  return text.replace(NUMERO, (_, stop: string) => (stop === '' ? 'nr' : 'nr '));
}

/** The month in German and French; Italian "mai" is never. */
const MONTH_OF_MAY = /(?<=\d(?:\.|er)?\s)mai(?![\p{L}])|(?<![\p{L}])mai(?=\s\d)/giu;

/** A day in May denies nothing. */
export function withoutMai(text: string): string {
  return text.replace(MONTH_OF_MAY, ' ');
}
