import { english, textsIn } from '../../cards/index.ts';
import { de } from '../../cards/texts/de.ts';
import { en } from '../../cards/texts/en.ts';
import { boundCards, type BoundCards } from './bound-cards.ts';
import { leavesOf } from './leaves.ts';

const german = textsIn('de');
const messages = new Map(leavesOf(de).map(({ key, message }) => [key, message]));

/** Each English message in German; of those that samples say with values in them, as they come out. */
export const GERMAN_OF: ReadonlyMap<string, string> = new Map([
  ...leavesOf(en).map(({ key, message }) => [message, messages.get(key) ?? ''] as const),
  ...[1, 2].map((more) => [english.answers.yesCounts({ more }), german.answers.yesCounts({ more })] as const),
]);

/** What the samples say themselves is in English. */
function translate(value: object): void {
  for (const [name, inner] of Object.entries(value) as readonly (readonly [string, unknown])[]) {
    const own = typeof inner === 'string' ? GERMAN_OF.get(inner) : undefined;
    if (own !== undefined) Reflect.set(value, name, own);
    else if (typeof inner === 'object' && inner !== null && !(inner instanceof Date)) translate(inner);
  }
}

/** The cards in German, and what they are given in English too. */
export const inGerman: BoundCards = boundCards(german, (_name, draw) => (...rest) => {
  const own = structuredClone(rest);
  translate(own);
  return draw(...own);
});
