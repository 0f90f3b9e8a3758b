import * as fc from '../fast-check.ts';

/** Values that a field of that name never has, and that code keeps house to believe. */
const oddLeaf = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1e308,
    Number.MAX_SAFE_INTEGER,
    '',
    ' ',
    '-',
    '0',
    'null',
    'undefined',
    '[]',
    '{}',
    '{"__proto__":{"polluted":true}}',
    '__proto__',
    'constructor',
    "' or 1 eq 1 or '",
    '../../',
    '%00',
    '\u0000',
    '\ud800',
    '2026-13-45T99:99:99Z',
    '+275760-09-13T00:00:00.001Z',
    'x'.repeat(5_000),
    [],
    {},
    [[]],
    [null],
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer(),
  fc.double(),
);

/** A part of a message as nobody agreed on it: JSON, with names that reach into prototypes. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: oddLeaf },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.constant(JSON.parse('{"__proto__":{"polluted":true},"toString":1}')) },
);

interface Change {
  readonly place: number;
  readonly how: 'replace' | 'remove' | 'add' | 'wrap';
  readonly value: unknown;
}
const change: fc.Arbitrary<Change> = fc.record({
  place: fc.nat(),
  how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'wrap'),
  value: oddValue,
});

/** What is right but for a few places, at any depth. */
export function mutated(right: object, most = 3): fc.Arbitrary<unknown> {
  return fc.array(change, { minLength: 1, maxLength: most }).map((changes) => {
    const copy: unknown = JSON.parse(JSON.stringify(right));
    for (const each of changes) apply(copy, each);
    return copy;
  });
}

function apply(whole: unknown, { place, how, value: shared }: Change): void {
  const value = structuredClone(shared);
  const places = placesIn(whole);
  const [holder, name] = places[place % places.length] ?? [];
  if (holder === undefined || name === undefined) return;
  const before: unknown = Reflect.get(holder, name);
  if (how === 'remove') Reflect.deleteProperty(holder, name);
  else if (how === 'add') Reflect.set(holder, `${name}2`, value);
  else Reflect.set(holder, name, how === 'wrap' ? [before] : value);
}

function placesIn(whole: unknown): (readonly [object, string])[] {
  if (typeof whole !== 'object' || whole === null) return [];
  return Object.entries(whole).flatMap(([name, inner]: [string, unknown]) => [
    [whole, name] as const,
    ...placesIn(inner),
  ]);
}

const PROTOTYPES = [Object.prototype, Array.prototype, String.prototype, Function.prototype];
const KNOWN = PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).length);

/** Whether something reached into what all objects share. */
export function isPolluted(): boolean {
  return PROTOTYPES.some((prototype, index) => Reflect.ownKeys(prototype).length !== KNOWN[index]);
}
