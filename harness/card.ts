import { z } from 'zod';

/** Verbs of the buttons on a card, with what each carries. */
export type Buttons = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

const Execute = z.object({
  type: z.literal('Action.Execute'),
  verb: z.string(),
  data: z.record(z.string(), z.unknown()).optional(),
});

export function buttonsOf(part: unknown): Buttons {
  if (typeof part !== 'object' || part === null) return new Map();
  const button = Execute.safeParse(part);
  const own = button.success ? [[button.data.verb, button.data.data ?? {}] as const] : [];
  return new Map([...own, ...Object.values(part).flatMap((each: unknown) => [...buttonsOf(each)])]);
}

/** What a button of the card carries under a name; blank where it carries none. */
export function carriedBy(buttons: Buttons, verb: string, name: string): string {
  const value = buttons.get(verb)?.[name];
  return typeof value === 'string' ? value : '';
}

const READ = new Set(['text', 'title', 'label', 'value', 'errorMessage', 'fallbackText']);

/** What people read on a card, or of a plain message. */
export function cardTextOf(card: unknown, text = ''): string {
  return [text, ...wordsIn(card)].filter((line) => line !== '').join('\n');
}

function wordsIn(part: unknown, name = ''): string[] {
  if (typeof part === 'string') return READ.has(name) ? [part] : [];
  if (Array.isArray(part)) return part.flatMap((each: unknown) => wordsIn(each, name));
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part)
    .filter(([key]) => key !== 'data')
    .flatMap(([key, value]) => wordsIn(value, key));
}
