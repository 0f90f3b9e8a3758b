import { z } from 'zod';

const pair = z.tuple([z.number(), z.number()]);
const figure = z.object({ median: z.number(), half: pair, all: pair });
const group = z.record(z.string(), z.unknown());

/** Names of figures, with their values as people read them: `card.submit.p99Ms`, `812 (half of them 790 to 840, all 780 to 1200)`. */
export function inWords(name: string, value: unknown): readonly (readonly [string, string])[] {
  if (typeof value === 'number') return [[name, rounded(value)]];
  const measured = figure.safeParse(value);
  if (measured.success) {
    const { median, half, all } = measured.data;
    const [some, every] = [half, all].map((two) => two.map(rounded).join(' to '));
    return [[name, `${rounded(median)} (half of them ${some}, all ${every})`]];
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
