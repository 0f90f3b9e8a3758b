import { z } from 'zod';

const figure = z.object({ median: z.number(), half: z.tuple([z.number(), z.number()]) });
const group = z.record(z.string(), z.unknown());

/** Names of figures, with their values as people read them: `card.submit.p99Ms`, `812 (790 to 840)`. */
export function inWords(name: string, value: unknown): readonly (readonly [string, string])[] {
  if (typeof value === 'number') return [[name, rounded(value)]];
  const measured = figure.safeParse(value);
  if (measured.success) {
    const { median, half } = measured.data;
    return [[name, `${rounded(median)} (${half.map(rounded).join(' to ')})`]];
  }
  const parts = group.safeParse(value);
  return parts.success
    ? Object.entries(parts.data).flatMap(([part, each]) => inWords(`${name}.${part}`, each))
    : [];
}

/** Three digits that count, and whole numbers as they are. */
function rounded(value: number): string {
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
