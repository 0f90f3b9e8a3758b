/** A message of the texts, with where it is. */
export interface Leaf {
  readonly key: string;
  readonly message: string;
}

/** Every message of a language. */
export function leavesOf(group: object, before = ''): readonly Leaf[] {
  return Object.entries(group).flatMap(([name, inner]: [string, unknown]) => {
    const key = `${before}${name}`;
    if (typeof inner === 'string') return [{ key, message: inner }];
    return leavesOf(Object(inner), `${key}.`);
  });
}
