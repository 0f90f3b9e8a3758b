import { ACCOUNT_ID_DIGITS } from '../../../src/aliases/aws-limits.ts';
import { addressIn } from '../../turn/address-in.ts';
import { mentionIn } from '../../turn/spoken.ts';

/** A word as cues are compared with it. */
export interface Token {
  /** Small letters, umlauts written out, without what is around it. */
  readonly text: string;
  /** Which of the words it comes from. */
  readonly place: number;
}

/** What was said, made ready to be compared. */
export interface Sentence {
  readonly words: readonly string[];
  readonly tokens: readonly Token[];
  /** The first alias or other address among the words. */
  readonly alias: { readonly text: string; readonly place: number } | undefined;
  /** The first account id: its words. */
  readonly accountId: { readonly text: string; readonly from: number; readonly to: number } | undefined;
  /** True when it ends with a question mark. */
  readonly asks: boolean;
}

/** Stand for what is no word of a language. */
export const PERSON_TOKEN = '<person>';
export const ALIAS_TOKEN = '<alias>';
export const ACCOUNT_TOKEN = '<account-id>';

/** `@Lena`, as people write who find nobody to mention. */
const AT_NAME = /^@\p{L}/u;
const AROUND = /^[^\p{L}\p{N}?]+|[^\p{L}\p{N}]+$/gu;
const LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** The same for umlauts and what is typed where there are none. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[äöüß]/g, (letter) => LETTERS[letter] ?? letter)
    .replaceAll(/\be-mail/g, 'email');
}

/** `payments-eu`: nothing but names is written so. */
export const NAME_LIKE = /^(?=.*[a-z])[a-z\d]+(?:[-_.][a-z\d]+)+$/i;

/** @param words as they were written, without the mention of the bot */
export function sentenceOf(words: readonly string[]): Sentence {
  const places = words.map((word, place) => ({ text: aliasIn(word) ?? '', place }));
  const alias = places.find(({ text }) => text.startsWith('aws_')) ?? places.find(({ text }) => text !== '');
  const accountId = accountIdIn(words);
  const isIn = (place: number): boolean =>
    accountId !== undefined && place >= accountId.from && place <= accountId.to;
  const tokens = words.flatMap((word, place): readonly Token[] => {
    if (aliasIn(word) !== undefined) {
      return [{ text: place === alias?.place ? ALIAS_TOKEN : PERSON_TOKEN, place }];
    }
    if (mentionIn(word) !== undefined || AT_NAME.test(word)) return [{ text: PERSON_TOKEN, place }];
    if (isIn(place)) return place === accountId?.from ? [{ text: ACCOUNT_TOKEN, place }] : [];
    return pieces(word).map((text) => ({ text, place }));
  });
  return { words, tokens, alias, accountId, asks: /\?[\s!?.)]*$/.test(words.join(' ')) };
}

/** A word as a set of words has it. */
export function bare(word: string): string {
  return folded(word).replaceAll(AROUND, '');
}

/** `AWS-Konto`, `Jira-Zugang`: two words of German; `payments-eu` is a name. */
const COMPOUND = /(?<=\b(?:aws|root|amazon|AWS|Root|Amazon))-|(?<=\p{L})-(?=\p{Lu}\p{Ll}{2})/gu;

/** `don't` is `do not`, `what's` is `what`. */
function pieces(word: string): readonly string[] {
  return folded(word.replaceAll(COMPOUND, ' '))
    .replaceAll(/n['’´\u0060]t\b/g, ' not')
    .split(/['’´\u0060\s/,;:!?.]+/)
    .map((piece) => piece.replaceAll(AROUND, ''))
    .filter((piece) => piece !== '' && piece !== 's');
}

/** An address, or the beginning of one as the pool has them. */
function aliasIn(word: string): string | undefined {
  const address = addressIn(word);
  if (address !== undefined) return address;
  const [begun] = /\baws_[\da-f-]{8,36}/i.exec(word) ?? [];
  return begun;
}

/** Digits with any dash between them: phones and word processors put dashes of their own there. */
const DIGITS = /^[\p{P}]*(\d[\d\p{Pd}\u2212]*)[\p{P}]*$/u;

function accountIdIn(words: readonly string[]): Sentence['accountId'] {
  for (const [from] of words.entries()) {
    let digits = '';
    for (let to = from; to < words.length && digits.length < ACCOUNT_ID_DIGITS; to += 1) {
      const [, found] = DIGITS.exec(words[to] ?? '') ?? [];
      if (found === undefined) break;
      digits += found.replaceAll(/\D/g, '');
      if (digits.length === ACCOUNT_ID_DIGITS) return { text: digits, from, to };
    }
  }
  return undefined;
}
