import type { Drawn, Saying, Texts, Words as OwnWords } from '../../cards/index.ts';
import type { Mention } from '../turn/spoken.ts';
import { addressIn } from '../turn/address-in.ts';

/** What was written after the name of a command. */
export interface Written {
  readonly texts: Texts;
  readonly words: readonly string[];
  readonly mentioned: readonly Mention[];
}

/** A value, and the words that are left after it; or what to tell about words that cannot be it; or that there are none. */
export type Reading<Value> =
  { readonly value: Value; readonly rest: readonly string[] } | { readonly fault: Drawn } | 'absent';

export interface ArgumentHelp {
  /** As it is in the usage: `<alias>`, and `[topics]` where it may be left out. */
  readonly label: OwnWords;
  /** What to write there, a sentence or two. */
  readonly meaning: Saying;
}

/** One argument of a command: how it is told of, and how it is read off the beginning of the words. */
export interface Argument<Value> {
  told(texts: Texts): ArgumentHelp;
  /** True when help does without it, to stay short. */
  readonly isMinor?: true;
  /** What the example of a usage has in its place; without one the example does without it. */
  readonly example?: string;
  read(written: Written): Reading<Value>;
}

/** The arguments of a command by name, in the order in which they are written. */
export type ArgumentsFor<Values> = { readonly [Name in keyof Values]: Argument<Values[Name]> };

/** Reads all arguments, each off what the ones before it left; what is left in the end is nothing to the command. */
export function readArguments<Values extends object>(
  takes: ArgumentsFor<Values>,
  { words, ...written }: Written,
): Reading<Values> {
  const values: Partial<Values> = {};
  let rest = words;
  for (const name in takes) {
    const reading = takes[name].read({ words: rest, ...written });
    if (reading === 'absent' || 'fault' in reading) return reading;
    values[name] = reading.value;
    rest = reading.rest;
  }
  return isWhole(takes, values) ? { value: values, rest } : 'absent';
}

function isWhole<Values extends object>(
  takes: ArgumentsFor<Values>,
  values: Partial<Values>,
): values is Values {
  return Object.keys(takes).every((name) => name in values);
}

/** An alias by its address; any other word names none, as the register will say. */
export const ALIAS: Argument<string> = {
  told: (texts) => texts.arguments.alias,
  example: 'aws_1b4e28ba-2fa1-11d2-883f-0016d3cca427@company.com',
  read: ({ words: [word, ...rest] }) =>
    word === undefined ? 'absent' : { value: addressIn(word) ?? word, rest },
};

/** All words that are left, which may be none. */
export function furtherWords(told: Argument<unknown>['told']): Argument<readonly string[]> {
  return { told, isMinor: true, read: ({ words }) => ({ value: words, rest: [] }) };
}
