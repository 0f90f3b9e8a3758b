import { describe, expect, it } from 'vitest';
import { formOfWish } from '../../../../bot/commands/form-of-wish.ts';
import { understand } from '../../../../bot/commands/intents/understand.ts';

const ALIAS = 'aws_1b4e28ba-2fa1-11d2-883f-0016d3cca427@company.com';
const NAMED = ['payments-prod', '123456789012', ALIAS];

/** The first word that a command is given, for a sentence with a thing in the place of `…`. */
function given(sentence: string, thing: string): unknown {
  const understood = understand(sentence.replace('…', thing).split(' '));
  return understood.kind === 'run' ? { name: understood.name, words: understood.words } : understood;
}

describe('what a sentence names is what is looked for, wherever it stands', () => {
  const sentences = [
    '…',
    'find …',
    'find … please',
    'where is …?',
    'who owns …',
    'which alias is for …',
    'which channel has …?',
    'who is responsible for …?',
    'wem gehört …?',
    'gibt es … schon?',
    'zeig mir … bitte',
    'wo ist …',
  ];
  it.each(sentences.flatMap((sentence) => NAMED.map((thing) => [sentence, thing] as const)))(
    '%s with %s',
    (sentence, thing) => {
      expect(given(sentence, thing)).toEqual({ name: 'find', words: [thing] });
    },
  );
});

describe('the history of what is no address is found by its name or account id', () => {
  const sentences = [
    'history …',
    'history of … please',
    'can you show me the history of …?',
    'Verlauf von …',
  ];
  it.each(sentences)('%s', (sentence) => {
    for (const thing of ['payments-prod', '123456789012'])
      expect(given(sentence, thing)).toEqual({ name: 'find', words: [thing] });
    expect(given(sentence, ALIAS)).toEqual({ name: 'history', words: [ALIAS] });
  });

  it.each(['history', 'history please', 'show me the history'])('%s: asks for the alias', (sentence) => {
    expect(given(sentence, '')).toEqual({ name: 'history', words: [] });
  });
});

describe('the name of an account is in the form, wherever it stands', () => {
  it.each([
    'request …',
    'request … for card payments',
    'I need an alias for …',
    'we need a root mail address, the account is called …',
    'ich brauche eine Adresse, das Konto heißt …',
  ])('%s', (sentence) => {
    const understood = understand(sentence.replace('…', 'payments-prod').split(' '));
    const words = understood.kind === 'run' && understood.name === 'request' ? understood.words : [];
    expect(formOfWish(words)).toMatchObject({ accountName: 'payments-prod' });
  });
});
