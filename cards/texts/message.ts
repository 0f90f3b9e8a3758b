import type { GetICUArgs } from '@schummar/icu-type-parser';
import { IntlMessageFormat, type Formats } from 'intl-messageformat';
import { inRuns, MARKS, type Sentence } from '../runs.ts';
import { ownWords, type CardText, type Words } from '../text.ts';

/** The texts of one language as they are written: messages in ICU syntax, grouped as one likes. */
export interface Messages {
  readonly [name: string]: string | Messages;
}

/** The same keys in another language; a missing or an unknown one does not compile. */
export type Translation<M> = {
  readonly [Name in keyof M]: M[Name] extends string ? string : Translation<M[Name]>;
};

/** What the placeholders of a message take: `{name}` inert text, `{n, plural, …}` a number, `{at, date, …}` a time. */
export type Values<M extends string> = GetICUArgs<
  M,
  { ICUArgument: CardText; ICUNumberArgument: number; ICUDateArgument: Date }
>;

/**
 * A message as it comes out. With markers in it (`code` between backticks, names between asterisks) it is a sentence of runs, else a
 * text; and no freer of markup than what was put into it.
 */
type Spoken<M extends string, V> = M extends `${string}${'`' | '*'}${string}`
  ? Sentence
  : [Exclude<Extract<V, CardText>, Words>] extends [never]
    ? Words
    : CardText;

/** A message without placeholders is its text; one with them asks for their values. */
export type Message<M extends string> = keyof Values<M> extends never
  ? Spoken<M, never>
  : <V extends Values<M>>(values: V) => Spoken<M, V[keyof V]>;

/** The texts of one language, ready to be said. */
export type Compiled<M> = {
  readonly [Name in keyof M]: M[Name] extends string ? Message<M[Name]> : Compiled<M[Name]>;
};

/** Times are told in UTC, and say so. */
const FORMATS: Partial<Formats> = {
  date: {
    medium: { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' },
    long: { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' },
  },
  time: { short: { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' } },
};

/**
 * Makes the texts of a language ready. A message is parsed when it is said for the first time, and never again.
 *
 * Values are put into the parsed message: braces, backticks and asterisks in them are no syntax.
 * @param locale decides on plurals, numbers and dates, for instance `de-DE`
 */
export function compile<M extends Messages>(messages: Translation<M>, locale: string): Compiled<M> {
  const compiled = compileGroup(messages, locale);
  assertCompiled<M>(compiled);
  return compiled;
}

function compileGroup(group: object, locale: string): object {
  return Object.fromEntries(
    Object.entries(group).map(([name, inner]: [string, unknown]) => [
      name,
      typeof inner === 'string' ? compileMessage(inner, locale) : compileGroup(Object(inner), locale),
    ]),
  );
}

type Given = Readonly<Record<string, string | number | Date>>;

function compileMessage(message: string, locale: string): unknown {
  const out = (text: string): Words | Sentence =>
    /[`*]/.test(message) ? inRuns(ownWords(text)) : ownWords(text);
  if (!message.includes('{')) return out(marked(message));
  let parsed: IntlMessageFormat | undefined;
  return (values: Given) => {
    parsed ??= new IntlMessageFormat(marked(message), locale, FORMATS, {
      ignoreTag: true,
      requiresOtherClause: false,
    });
    return out(String(parsed.format(values)));
  };
}

/** Private characters, which no text of people keeps (see `plain`), in place of our own markers. */
function marked(message: string): string {
  return message.replaceAll('`', MARKS.code).replaceAll('*', MARKS.name);
}

function assertCompiled<M extends Messages>(_compiled: object): asserts _compiled is Compiled<M> {}
