import * as fc from '../fast-check.ts';
import { describe, expect, it } from 'vitest';
import { isWithoutWord, OWN_WORD } from '../bot/commands/intents/own-words.ts';
import { read, readCases } from '../bot/commands/intents/sentences.ts';
import { casesOf, SEEDED } from './cases.ts';

const SAID = [...readCases('development'), ...readCases('held-out')].flatMap(({ said }) => said.split(' '));
const CHANGES = Object.keys(OWN_WORD);
const OTHER = ['documentation', 'Kollegin', 'tomorrow', 'everything', 'vielleicht', 'lunch'];

/** A letter is lost, doubled, or changes places with the next one. */
const slip = fc
  .tuple(fc.constantFrom(...CHANGES), fc.nat(8), fc.constantFrom('lost', 'doubled', 'swapped'))
  .map(([word, place, how]) => {
    const at = place % (word.length - 1);
    const [letter = '', next = ''] = [word[at], word[at + 1]];
    const instead = { lost: '', doubled: letter + letter, swapped: next + letter }[how];
    return word.slice(0, at) + instead + word.slice(how === 'swapped' ? at + 2 : at + 1);
  });
const words = fc.array(fc.oneof(fc.constantFrom(...SAID), slip, fc.constantFrom(...OTHER)), { maxLength: 9 });

describe(`whatever is said (${SEEDED})`, () => {
  it('never leads to what changes something without a word for it', () => {
    fc.assert(
      fc.property(words, (all) => {
        const said = all.join(' ');
        expect(isWithoutWord(read(said), said)).toBe(false);
        const harmless = all
          .filter((word) => !Object.values(OWN_WORD).some((own) => own.test(word)))
          .join(' ');
        expect(isWithoutWord(read(harmless), harmless)).toBe(false);
      }),
      casesOf('sentences'),
    );
  });

  it('changes nothing of a channel where a word is left that nobody knows', () => {
    fc.assert(
      fc.property(
        words,
        fc.constantFrom('link', 'mute', 'unmute', 'digest'),
        fc.constantFrom(...OTHER),
        words,
        (before, own, other, after) => {
          const understood = read(['please', ...before, own, other, ...after].join(' '));
          const isOfChannel =
            understood.kind === 'run' && ['link', 'mute', 'unmute', 'digest'].includes(understood.name);
          expect(isOfChannel).toBe(false);
        },
      ),
      casesOf('sentences'),
    );
  });
});
