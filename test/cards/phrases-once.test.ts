import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { textsIn } from '../../cards/index.ts';
import { ALL_LANGUAGES } from '../../cards/texts/languages.ts';
import { boundCards } from './bound-cards.ts';
import { allSamplesOf, SAMPLE_NAMES } from './every-card.ts';

/** Lists say of each of their rows what it is; and what is as long as it may be is written for its length. */
const OF_MANY = /^full:|aliases,|mail list|requests of|history|settings form|^help|^greeting/;
/** What people and mail say, and not Rootdesk: names, addresses, ids, moments. */
const NOT_OURS = /[\d@{<]|[Pp]ayments|Ada|Grace/;

const Piece = z.looseObject({
  type: z.string().optional(),
  text: z.string().optional(),
  inlines: z.array(z.looseObject({ text: z.string().optional() })).optional(),
});

/** What can be read on a card, a block each, without its buttons. */
function blocksOf(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(blocksOf);
  const piece = Piece.safeParse(part);
  if (!piece.success) return [];
  const { type, text, inlines, ...inner } = piece.data;
  if (type === 'TextBlock') return [text ?? ''];
  if (type === 'RichTextBlock') return [(inlines ?? []).map((run) => run.text ?? '').join('')];
  return Object.entries(inner).flatMap(([name, value]) => (name === 'actions' ? [] : blocksOf(value)));
}

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\s]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Three words or more that are a block of their own, and in another as well. */
function saidTwice(card: unknown): readonly string[] {
  const blocks = blocksOf(card).filter((text) => !NOT_OURS.test(text));
  const words = blocks.map(bare);
  return words.filter(
    (each, index) =>
      each.split(' ').length > 2 && words.some((other, place) => place !== index && other.includes(each)),
  );
}

describe.each(ALL_LANGUAGES)('in %s', (language) => {
  const samples = allSamplesOf(boundCards(textsIn(language)));
  it.each(SAMPLE_NAMES.filter((name) => !OF_MANY.test(name)))('“%s” says nothing twice', (name) => {
    expect(saidTwice(samples[name]?.().card)).toEqual([]);
  });
});
