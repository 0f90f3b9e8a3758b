import { de } from './de.ts';
import { en } from './en.ts';
import { compile, type Compiled } from './message.ts';

/** Every word that people read, in one language. */
export type Texts = Compiled<typeof en>;

/** What is said where nobody knows the reader's language: logs, API and command line too. */
export const english: Texts = compile<typeof en>(en, 'en-US');

/** The languages by what locales begin with. Another one is its file, its tag here and what the compiler then asks for. */
export const ALL_LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof ALL_LANGUAGES)[number];
const LANGUAGES: Readonly<Record<Language, Texts>> = {
  en: english,
  de: compile<typeof en>(de, 'de-DE'),
};

/** The language of a locale such as `de-AT`, where there is one for it. */
export function languageOf(locale: string | undefined): Language | undefined {
  const [wanted] = (locale ?? '').toLowerCase().split(/[-_]/);
  return ALL_LANGUAGES.find((language) => language === wanted);
}

export function textsIn(language: Language | undefined): Texts {
  return LANGUAGES[language ?? 'en'];
}
