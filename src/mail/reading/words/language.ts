import { EN, type Concept } from './en.ts';

/** The words of a language for every concept, separated by commas. */
export type Words = Readonly<Record<Concept, string>>;

/** Reads a language's table: a line a concept, `concept: word, word`. */
export function words(table: string): Words {
  const rows = new Map(
    table
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const odd = [...rows.keys()].filter((name) => !isConcept(name));
  const missing = Object.keys(EN).filter((name) => !rows.has(name));
  if (odd.length > 0 || missing.length > 0) {
    throw new Error(`A table of words lacks ${missing.join(', ')} and has ${odd.join(', ')} too much.`);
  }
  return Object.assign({ ...EN }, Object.fromEntries(rows));
}

/** Whether there are words for it. */
export function isConcept(name: string): name is Concept {
  return name in EN;
}
