import { z } from 'zod';
import type { Fault } from './faults.ts';

const Translation = z.record(z.string(), z.unknown());
const Tree = z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]);

/**
 * The manifest as Teams shows it in another language: texts in place of those that their keys name (`name.full`,
 * `bots[0].commandLists[0].commands[0].title`), as far as there are such places.
 */
export function localized(
  manifest: unknown,
  file: string,
  translation: unknown,
): { readonly manifest: unknown; readonly faults: readonly Fault[] } {
  const parsed = Translation.safeParse(translation);
  if (!parsed.success) return { manifest, faults: [faultOf(file, 'is not an object of keys and texts')] };
  const { $schema: _, ...texts } = parsed.data;
  const copy: unknown = structuredClone(manifest);
  const faults = Object.entries(texts).flatMap(([key, text]) =>
    replaceAt(copy, key, text) ? [] : [faultOf(file, `${key} names no text of the manifest`)],
  );
  return { manifest: copy, faults };
}

function replaceAt(root: unknown, key: string, text: unknown): boolean {
  const names = key.split(/[.[\]]+/).filter((name) => name !== '');
  const last = names.pop();
  let found: unknown = root;
  for (const name of names)
    found = Tree.safeParse(found).success ? Reflect.get(Object(found), name) : undefined;
  const place: unknown = typeof found === 'object' && found !== null ? found : undefined;
  if (place === undefined || last === undefined) return false;
  if (typeof Reflect.get(Object(place), last) !== 'string' || typeof text !== 'string') return false;
  return Reflect.set(Object(place), last, text);
}

function faultOf(file: string, what: string): Fault {
  return { message: `${file}: ${what}.`, remedy: 'Run npm run docs, which writes the file.' };
}
