import type { Word } from '../word-finder.ts';
import { fold } from '../fold.ts';
import { DE } from './de.ts';
import { EN, type Concept } from './en.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { ID } from './id.ts';
import { IT } from './it.ts';
import { JA } from './ja.ts';
import { KO } from './ko.ts';
import { isConcept, type Words } from './language.ts';
import { NL } from './nl.ts';
import { PT } from './pt.ts';
import { ZH } from './zh.ts';

/** Every language in which AWS's mail is read; a further one is a file like theirs and a name here. */
const LANGUAGES: readonly Words[] = [EN, DE, ES, FR, ID, IT, JA, KO, NL, PT, ZH];

/** All words, folded as the text is in which they are looked for. */
export const WORDS: readonly Word<Concept>[] = LANGUAGES.flatMap((language) =>
  conceptsOf(language).flatMap((key) =>
    language[key]
      .split(',')
      .map((word) => ({ key, word: fold(word.trim()) }))
      .filter(({ word }) => word !== ''),
  ),
);

function conceptsOf(language: Words): readonly Concept[] {
  return Object.keys(language).filter(isConcept);
}
