import { IntlMessageFormat } from 'intl-messageformat';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { inPlainText, type Sentence } from '../../cards/runs.ts';
import { plain, withoutMarkup, type CardText, type Words } from '../../cards/text.ts';
import { de } from '../../cards/texts/de.ts';
import { en } from '../../cards/texts/en.ts';
import { ALL_LANGUAGES, english, languageOf, textsIn, type Language } from '../../cards/texts/languages.ts';
import { compile, type Compiled, type Translation } from '../../cards/texts/message.ts';
import { allSamplesOf } from './every-card.ts';
import { GERMAN_OF, inGerman } from './in-german.ts';
import { leavesOf } from './leaves.ts';
import { stringsOf, unsound } from './soundness.ts';

const MESSAGES = {
  plain: 'Nothing to do',
  name: 'Owner: {name}',
  code: 'Write `find` and the address.',
  quoted: '*{who}* wrote `{word}`',
  count: '{left, plural, one {# entry} other {# entries}}',
  at: '{at, date, medium}, {at, time, short} UTC',
} as const;
const texts: Compiled<typeof MESSAGES> = compile<typeof MESSAGES>(MESSAGES, 'en-US');
const german = compile<typeof MESSAGES>(
  { ...MESSAGES, count: '{left, plural, one {# Eintrag} other {# Einträge}}', at: '{at, date, medium}' },
  'de-DE',
);

describe('a message', () => {
  it('has a number and a time in its language', () => {
    expect([1, 1200].map((left) => texts.count({ left }))).toEqual(['1 entry', '1,200 entries']);
    expect([1, 1200].map((left) => german.count({ left }))).toEqual(['1 Eintrag', '1.200 Einträge']);
    const at = new Date('2026-11-22T19:44:00Z');
    expect(texts.at({ at }).replaceAll(/\s/g, ' ')).toBe('Nov 22, 2026, 7:44 PM UTC');
    expect(german.at({ at })).toBe('22. Nov. 2026');
  });

  it('takes what is put into it as text, whatever is in it', () => {
    const name = plain("{who} `link` *all* {n, plural, other {#}} '{' <b> \uE002x\uE003", 200);
    expect(texts.name({ name })).toBe(`Owner: ${name}`);
    expect(texts.quoted({ who: name, word: name })).toEqual([
      { text: name, font: 'Default', weight: 'Bolder' },
      { text: ' wrote ', font: 'Default', weight: 'Default' },
      { text: name, font: 'Monospace', weight: 'Default' },
    ]);
  });

  it('shows what people should type, on a card and in a sentence without one', () => {
    expect(texts.code.map(({ text, font }) => [text, font])).toEqual([
      ['Write ', 'Default'],
      ['find', 'Monospace'],
      [' and the address.', 'Default'],
    ]);
    expect(inPlainText(texts.code)).toBe(MESSAGES.code);
  });

  it('is known by the compiler: what it takes, and how far what comes out may be trusted', () => {
    const name = plain('Ada', 10);
    const words = withoutMarkup('Ada', 10);
    expectTypeOf(texts.plain).toEqualTypeOf<Words>();
    expectTypeOf(texts.name({ name })).toEqualTypeOf<CardText>();
    expectTypeOf(texts.name({ name: words })).toEqualTypeOf<Words>();
    expectTypeOf(texts.count({ left: 1 })).toEqualTypeOf<Words>();
    expectTypeOf(texts.code).toEqualTypeOf<Sentence>();
    const refused = [
      // @ts-expect-error a plain string is anybody's
      () => texts.name({ name: 'Ada' }),
      // @ts-expect-error there is no such placeholder
      () => texts.name({ nam: name }),
      // @ts-expect-error a key is missing
      () => compile<typeof MESSAGES>({ ...MESSAGES, plain: undefined }, 'en-US'),
    ];
    expect(refused).toHaveLength(3);
  });
});

const LANGUAGES: Readonly<Record<Language, Translation<typeof en>>> = { en, de };

type Elements = ReturnType<IntlMessageFormat['getAst']>;

/** As the parser numbers it: words of the language. A choice by number has forms of the language's own. */
const LITERAL = '0';

/** What a message takes, what it chooses between, and what it marks. */
function shapeOf(message: string): readonly string[] {
  const marks = [...message.matchAll(/[`*]/g)].map(([mark]) => mark);
  const names = new Set<string>();
  const walk = (elements: Elements): void => {
    for (const element of elements) {
      if (String(element.type) === LITERAL || !('value' in element)) continue;
      if ('options' in element) {
        const forms = 'offset' in element ? [] : Object.keys(element.options);
        names.add(`${element.value}: ${forms.toSorted().join(' ')}`);
        for (const { value } of Object.values(element.options)) walk(value);
      } else names.add(`${element.value} (${element.type})`);
    }
  };
  walk(new IntlMessageFormat(message, 'en', {}, { ignoreTag: true, requiresOtherClause: false }).getAst());
  return [...[...names].toSorted(), marks.toSorted().join('')];
}

describe('the texts', () => {
  it('have the same keys, placeholders and markers in every language', () => {
    const shapes = (group: object): readonly string[] =>
      leavesOf(group)
        .map(({ key, message }) => [key, ...shapeOf(message)].join(' | '))
        .toSorted();
    for (const each of Object.values(LANGUAGES)) expect(shapes(each)).toEqual(shapes(en));
  });

  it.each(Object.entries(LANGUAGES))(
    'hold nothing that Teams would read as Markdown or as a field of a template, in %s',
    (_, messages) => {
      const odd = leavesOf(messages).filter(({ message }) =>
        /\$\{|[_~[\]\\]|:\/\/|'/.test(message.replaceAll(/`[^`]*`/g, '')),
      );
      expect(odd.filter(({ key }) => !LABELS.test(key))).toEqual([]);
    },
  );

  it.each(Object.entries(LANGUAGES))(
    'offer commands that fit into the app manifest, in %s',
    (_, { commands }) => {
      expect(Object.values(commands).filter(({ length }) => length > 128)).toEqual([]);
    },
  );

  it('are all said somewhere', async () => {
    const files = (await Promise.all(['bot', 'cards', 'src', 'docs/generate'].map(sourcesBelow))).flat();
    const sources = (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
    const unsaid = leavesOf(en).filter(
      ({ key }) => !(key.split('.').at(-1) ?? '').split('-').every((part) => sources.includes(part)),
    );
    expect(unsaid.map(({ key }) => key)).toEqual([]);
  });

  it('are chosen by a locale, English where Rootdesk does not speak it', () => {
    expect(['de', 'de-AT', 'DE_de', 'en-GB'].map(languageOf)).toEqual(['de', 'de', 'de', 'en']);
    expect(ALL_LANGUAGES.map(languageOf)).toEqual(ALL_LANGUAGES);
    expect(['tlh', '', 'deutsch', undefined].map(languageOf)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(textsIn('de').help.titles.help).toBe(de.help.titles.help);
    expect(textsIn(undefined)).toBe(english);
  });
});

describe('every card in German', () => {
  it.each(Object.entries(allSamplesOf(inGerman)))(
    '"%s" is sound, and Rootdesk says nothing in English',
    (_, draw) => {
      const drawn = draw();
      expect(unsound(drawn, '${')).toEqual([]);
      const said = [...stringsOf(drawn.card).map(({ text }) => text), drawn.summary];
      const words = new Set(leavesOf(de).map(({ message }) => message));
      expect(
        said.filter((text) => GERMAN_OF.has(text) && !words.has(text) && !/^[a-z-]+$/.test(text)),
      ).toEqual([]);
    },
  );
});

/** What is typed after a command has brackets of its own, and is shown as code alone; examples stand in fields, refusals in runs. */
const LABELS = /^(?:arguments|variants|refusals)\.|Example$/;

async function sourcesBelow(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder, { recursive: true });
  return files
    .filter((file) => /\.(?:ts|json)$/.test(file) && !file.startsWith('texts'))
    .map((file) => join(folder, file));
}
