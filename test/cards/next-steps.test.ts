import { describe, expect, it } from 'vitest';
import { textsIn } from '../../cards/index.ts';
import { ALL_LANGUAGES } from '../../cards/texts/languages.ts';
import { VERB_RIGHTS } from '../../src/rights/operations.ts';
import { boundCards } from './bound-cards.ts';
import { allSamplesOf, SAMPLE_NAMES } from './every-card.ts';

/** Cards after which nobody has anything to do here, by their samples. */
const ENDS: Readonly<Record<string, string>> = {
  'request approved': 'the approvers have decided it; the asker goes on',
  'request denied': 'the approvers have decided it',
  'request canceled': 'nothing is left to decide',
  'request expired': 'nothing is left to decide',
  'request, own': 'somebody else has to decide it, on this very card',
  'request waits': 'it hangs below the card that has the buttons',
  'request waits for people': 'it hangs below the card that has the buttons',
  'reach lost: behind': 'an administrator goes on, on the command line that it names',
  'reach lost: silent': 'an administrator goes on, on the command line that it names',
  'reach lost: all-silent': 'an administrator goes on, on the command line that it names',
  'reach lost: missing': 'an administrator goes on, on the command line that it names',
  'reach lost, of many': 'an administrator goes on, on the command line that it names',
  'reveal: agreed': 'the approvers have answered; the owner goes on',
  'reveal: denied': 'the approvers have answered',
  'reveal: shown': 'the approvers have answered',
  'reveal: over': 'the approvers have answered',
  'alias shared, without a way to ask': 'Teams did not say how Rootdesk is named there',
};

/** What can be pressed on a card: buttons, and lines that open something. */
function pressable(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  const own = 'type' in part && String(part.type).startsWith('Action.') ? 1 : 0;
  return Object.values(part).reduce<number>((sum, each: unknown) => sum + pressable(each), own);
}

function verbsOf(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'verb' in part && typeof part.verb === 'string' ? [part.verb] : [];
  return [...own, ...Object.values(part).flatMap(verbsOf)];
}

describe.each(ALL_LANGUAGES)('every card in %s', (language) => {
  const samples = Object.entries(allSamplesOf(boundCards(textsIn(language)))).map(([name, draw]) => ({
    name,
    card: draw().card,
  }));

  it('offers what comes next, or is one after which nothing does', () => {
    const ends = samples.filter(({ card }) => pressable(card) === 0).map(({ name }) => name);
    expect(ends.toSorted()).toEqual(Object.keys(ENDS).toSorted());
  });

  it('has no button that nothing answers', () => {
    const unknown = samples.flatMap(({ card }) =>
      verbsOf(card).filter((verb) => !Object.hasOwn(VERB_RIGHTS, verb)),
    );
    expect(unknown).toEqual([]);
  });
});

describe('a card that ends something', () => {
  it('is one that is drawn', () => {
    expect(Object.keys(ENDS).filter((name) => !SAMPLE_NAMES.includes(name))).toEqual([]);
  });
});
