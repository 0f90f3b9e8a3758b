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
import { NL } from './nl.ts';
import { OTHERS } from './others.ts';
import { PL } from './pl.ts';
import { PT } from './pt.ts';
import { TR } from './tr.ts';
import { ZH } from './zh.ts';

/** Languages that have all concepts, by their ISO 639-1 code; a further one is a file like theirs and a name here. */
const LANGUAGES = { EN, DE, ES, FR, ID, IT, JA, KO, NL, PL, PT, TR, ZH };

const CONCEPTS: ReadonlySet<string> = new Set(rowsOf(EN).map(([name]) => name));

/** Whether there are words for it. */
export function isConcept(name: string): name is Concept {
  return CONCEPTS.has(name);
}

/** All words, folded as the text is in which they are looked for. */
export const WORDS: readonly Word<Concept>[] = [
  ...Object.entries(LANGUAGES).flatMap(([language, table]) => {
    const rows = rowsOf(table);
    const missing = [...CONCEPTS].filter((concept) => !rows.some(([name]) => name === concept));
    if (missing.length > 0) throw new Error(`The words of ${language} lack ${missing.join(', ')}.`);
    return wordsOf(language, rows);
  }),
  ...wordsOf('the other languages', rowsOf(OTHERS)),
];

function wordsOf(language: string, rows: ReturnType<typeof rowsOf>): readonly Word<Concept>[] {
  return rows.flatMap(([key, words]) => {
    if (!isConcept(key)) throw new Error(`The words of ${language} have ${key}, which English has not.`);
    return words.split(', ').map((word) => ({ key, word: fold(word) }));
  });
}

/** A line for each concept: `concept: word, word`. */
function rowsOf(table: string): readonly (readonly [name: string, words: string])[] {
  return [...table.matchAll(/^  (\w+): (.+)$/gm)].map(([, name = '', words = '']) => [name, words]);
}
