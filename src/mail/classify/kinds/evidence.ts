import type { Concept } from '../words/en.ts';
import { isConcept } from '../words/words.ts';
import type { Kind } from './kind.ts';
import { KINDS } from './kinds.ts';

export interface Rule {
  readonly kind: Kind;
  readonly weight: number;
  readonly concepts: readonly [Concept, ...Concept[]];
  readonly date: boolean;
}

const EVIDENCE = KINDS.flatMap((kind) =>
  (kind.evidence ?? '').split(';').flatMap((item) => {
    const [, weight, key] = /^\s*(-?[\d.]+) (.+?)\s*$/.exec(item) ?? [];
    return key === undefined ? [] : [{ kind, weight: Number(weight), key }];
  }),
);

/** What words say, by the first concept of each rule. */
export const RULES: ReadonlyMap<Concept, readonly Rule[]> = Map.groupBy(
  EVIDENCE.filter(({ key }) => !isMark(key)).map(ruleOf),
  ({ concepts: [first] }) => first,
);

/** Evidence outside of the words: the sender, the form, what it carries. */
export const MARKS = Map.groupBy(
  EVIDENCE.filter(({ key }) => isMark(key)),
  ({ kind }) => kind,
);

/** `link` and `code` by themselves; together with a word they are concepts. */
function isMark(key: string): boolean {
  return key.includes(':') || key === 'link' || key === 'code';
}

function ruleOf({ kind, key, weight }: (typeof EVIDENCE)[number]): Rule {
  const names = key.split(' ').filter((name) => name !== 'date');
  const [first, ...others] = names.filter(isConcept);
  if (first === undefined || others.length + 1 !== names.length) {
    throw new Error(`The evidence "${key}" of the kind ${kind.name} names what there are no words for.`);
  }
  return { kind, weight, concepts: [first, ...others], date: names.length !== key.split(' ').length };
}
