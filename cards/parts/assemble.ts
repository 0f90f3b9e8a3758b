import type { Texts } from '../texts/languages.ts';
import { LIMITS } from './limits.ts';
import { PARTS } from './parts.ts';

/**
 * The template of a card in one language: `{"part": "rows"}` becomes the shared part of that name (what else it says, for instance
 * `$when` or `spacing`, goes to that part; `of` takes the place of `%`), `"@mail.replay"` the text under that key, and `"#commentMost"`
 * what fields take.
 * @throws {TypeError} for a part, a text or a limit that does not exist
 */
export function assemble(template: object, texts: Texts): object {
  return Object(assembled(template, texts));
}

function assembled(piece: unknown, texts: Texts): unknown {
  if (typeof piece === 'string') return said(piece, texts);
  if (Array.isArray(piece)) {
    return piece.flatMap((each: unknown) =>
      isPart(each) ? assembled(filled(each), texts) : [assembled(each, texts)],
    );
  }
  if (typeof piece !== 'object' || piece === null) return piece;
  const fields = Object.entries(piece).map(
    ([name, value]: [string, unknown]) => [name, assembled(value, texts)] as const,
  );
  return Object.fromEntries(fields);
}

function said(piece: string, texts: Texts): string | number {
  if (piece.startsWith('@')) return textAt(texts, piece.slice(1));
  if (!piece.startsWith('#')) return piece;
  const limit = LIMITS.get(piece.slice(1));
  if (limit === undefined) throw new TypeError(`there is no limit "${piece}"`);
  return limit;
}

interface Part {
  readonly part: string;
  readonly of?: string;
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && 'part' in value;
}

/** The pieces of a part; what the card says about it holds for each. */
function filled({ part, of = '', ...own }: Part): readonly unknown[] {
  const found = PARTS.get(part);
  if (found === undefined) throw new TypeError(`there is no part "${part}"`);
  return [withOf(found, of)].flat().map((piece) => ({ ...Object(piece), ...own }));
}

function withOf(piece: unknown, of: string): unknown {
  if (typeof piece === 'string') return piece.replaceAll('%', of);
  if (Array.isArray(piece)) return piece.map((each) => withOf(each, of));
  if (typeof piece !== 'object' || piece === null) return piece;
  return Object.fromEntries(
    Object.entries(piece).map(([name, value]: [string, unknown]) => [name, withOf(value, of)]),
  );
}

function textAt(texts: Texts, key: string): string {
  let found: unknown = texts;
  for (const name of key.split('.'))
    found = typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined;
  if (typeof found !== 'string') throw new TypeError(`there is no text "${key}" without placeholders`);
  return found;
}
