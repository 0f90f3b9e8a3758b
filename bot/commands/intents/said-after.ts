import { CONNECTORS, FILLERS } from './table.ts';
import { bare, NAME_LIKE, type Sentence, type Token } from './tokens.ts';

const COURTESY = /^(?:please|pls|plz|bitte|thanks|thx|danke)[.,!?]*$/i;

/** Without a please at either end: no account and no reason is called so. */
export function withoutCourtesy(words: readonly string[]): readonly string[] {
  const kept = COURTESY.test(words.at(-1) ?? '') ? words.slice(0, -1) : words;
  return COURTESY.test(kept[0] ?? '') ? kept.slice(1) : kept;
}

/** Without what only joins them to what was said before. */
export function withoutJoints(words: readonly string[]): readonly string[] {
  const [first] = words;
  const isJoint =
    first !== undefined && (FILLERS.has(bare(first)) || CONNECTORS.has(bare(first)) || bare(first) === '');
  return isJoint ? withoutJoints(words.slice(1)) : words;
}

/** What was said after the words that name the command. */
export function wordsAfter({ words }: Sentence, by: readonly Token[]): readonly string[] {
  const last = Math.max(-1, ...by.map(({ place }) => place));
  return words.slice(last + 1);
}

/** The same as it was written, without courtesy and a question mark. */
export function afterCourtesy(sentence: Sentence, by: readonly Token[]): readonly string[] {
  const words = withoutCourtesy(wordsAfter(sentence, by));
  const last = words.at(-1)?.replace(/[?!]+$/, '') ?? '';
  return last === '' ? words.slice(0, -1) : [...words.slice(0, -1), last];
}

/** What is looked for: the alias or account id of the sentence, else a name in it, else what is after its words. */
export function searchedFor(sentence: Sentence, by: readonly Token[]): readonly string[] {
  const named = namedIn(sentence);
  if (named !== undefined) return [named];
  return withoutJoints(afterCourtesy(sentence, by)).map((word) => word.replace(/[.,;:!?]+$/, ''));
}

/** The alias or account id of the sentence, else the first name in it. */
export function namedIn(sentence: Sentence): string | undefined {
  return sentence.alias?.text ?? sentence.accountId?.text ?? namesIn(sentence)[0];
}

function namesIn({ tokens }: Sentence): readonly string[] {
  return tokens.map(({ text }) => text).filter((text) => NAME_LIKE.test(text));
}

/**
 * What a request is for: what follows its own word, else what follows `for`, else a name.
 * @returns the words as they were said, beginning with the account's name where there is one
 */
export function wish(sentence: Sentence, by: readonly Token[], isNamed: boolean): readonly string[] {
  const isOwn = (place: number): boolean => by.some((token) => token.place === place);
  const from = (place: number): readonly string[] =>
    withoutCourtesy(withoutJoints(sentence.words.filter((_, at) => at > place && !isOwn(at))));
  const named = isNamed ? from(by[0]?.place ?? -1) : [];
  if (named.length > 0) return named;
  const purpose = sentence.tokens.find(({ text }) => text === 'for' || text === 'fuer');
  return purpose === undefined ? namesIn(sentence).slice(0, 1) : from(purpose.place);
}
