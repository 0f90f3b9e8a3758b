import { describe, expect, it } from 'vitest';
import { INTENTS, isChanging } from '../../../../bot/commands/intents/table.ts';
import { COMMANDS } from '../../../../bot/commands/commands.ts';
import { isWithoutWord } from './own-words.ts';
import { intentOf, read, readCases, type Case } from './sentences.ts';

/** Run, or what takes something away even told of, without a word for it; or run where it was only to be told of. */
function isDangerous({ said, wanted }: Case): boolean {
  const understood = read(said);
  const isRun = understood.kind === 'run' && isChanging(understood.name);
  return isWithoutWord(understood, said) || (isRun && !wanted.includes(understood.name));
}

describe('what newcomers say', () => {
  it.each(COMMANDS.map(({ name }) => name))(
    'may mean %s, by words of its own and a sentence here',
    (name) => {
      expect(INTENTS.map(({ intent }) => intent)).toContain(name);
      expect(readCases('development').flatMap(({ wanted }) => wanted)).toContain(name);
    },
  );

  it('is understood, or asked for, in every sentence that the rules were written with', () => {
    const wrong = readCases('development')
      .map(({ said, wanted }) => ({ said, wanted, read: intentOf(read(said)) }))
      .filter((each) => !each.read.split(' or ').some((one) => each.wanted.includes(one)));
    expect(wrong).toEqual([]);
  });

  it('is understood in 95 of 100 sentences that the rules were not written for', () => {
    const cases = readCases('held-out');
    const right = cases.filter(({ said, wanted }) => wanted.includes(intentOf(read(said))));
    expect(cases.length).toBeGreaterThanOrEqual(150);
    expect(right.length / cases.length).toBeGreaterThanOrEqual(0.95);
  });

  it.each(['development', 'held-out'] as const)(
    'never leads to what changes something, where nobody said so (%s)',
    (part) => {
      expect(readCases(part).filter(isDangerous)).toEqual([]);
    },
  );
});
