/**
 * Finds many phrases in one pass (Aho and Corasick 1975): the time grows with the text, not with the number of phrases.
 *
 * A phrase is plain text in any language; pieces joined by ` ~ ` stand in any order with up to GAP other
 * characters between them, so that "account ~ suspended" finds "account 111122223333 is now suspended". A leading or trailing `|` asks for the edge of a word.
 */
export interface PhraseBook<Key> {
  /** The keys of the phrases found in a text that went through `fold`. */
  find(folded: string): ReadonlySet<Key>;
}

/** Farthest distance, in characters, between the pieces of a phrase. */
const GAP = 70;
/** Positions remembered of one piece; enough to pair it with the others. */
const MAX_POSITIONS = 64;

interface Node {
  /** By character code. */
  readonly next: Map<number, Node>;
  fail: Node | undefined;
  /** Pieces that end here. */
  readonly ends: number[];
}

/** Japanese and Chinese put a blank between scripts or not, as they please. */
const EAST_ASIAN_BLANK = / (?=[\u3040-\u30ff\u4e00-\u9fff])|(?<=[\u3040-\u30ff\u4e00-\u9fff]) /g;

/** Lower case, accents off, quotes and dashes plain, blanks single: the form in which phrases are compared. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[\u2018\u2019\u201b\u00b4`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll('ß', 'ss')
    .replaceAll('e-mail', 'email')
    .replace(/\s+/g, ' ')
    .replace(EAST_ASIAN_BLANK, '');
}

/** Makes a book of phrases; every key may have several. */
export function phraseBook<Key>(entries: readonly (readonly [Key, string])[]): PhraseBook<Key> {
  const pieces: string[] = [];
  const numbers = new Map<string, number>();
  const phrases = entries.map(([key, phrase]) => ({
    key,
    parts: phrase.split(' ~ ').map((part) => {
      const folded = fold(part);
      const known = numbers.get(folded);
      if (known !== undefined) return known;
      numbers.set(folded, pieces.length);
      return pieces.push(folded) - 1;
    }),
  }));
  const lengths = pieces.map((piece) => piece.replace(/^\||\|$/g, '').length);
  const root = build(pieces);
  const byFirstPart = Map.groupBy(phrases, ({ parts }) => parts[0]);

  return {
    find(folded) {
      const positions = scan(root, folded, pieces, lengths);
      const found = new Set<Key>();
      for (const first of positions.keys()) {
        for (const { key, parts } of byFirstPart.get(first) ?? []) {
          if (!found.has(key) && standTogether(parts, positions, lengths)) found.add(key);
        }
      }
      return found;
    },
  };
}

function build(pieces: readonly string[]): Node {
  const root: Node = { next: new Map(), fail: undefined, ends: [] };
  pieces.forEach((piece, number) => {
    let node = root;
    for (const char of charCodes(piece)) {
      let next = node.next.get(char);
      if (next === undefined) {
        next = { next: new Map(), fail: undefined, ends: [] };
        node.next.set(char, next);
      }
      node = next;
    }
    node.ends.push(number);
  });
  const queue: Node[] = [...root.next.values()];
  for (const node of queue) node.fail = root;
  for (const node of queue) {
    for (const [char, child] of node.next) {
      let fail = node.fail;
      while (fail !== undefined && !fail.next.has(char)) fail = fail.fail;
      child.fail = fail?.next.get(char) ?? root;
      child.ends.push(...child.fail.ends);
      queue.push(child);
    }
  }
  return root;
}

function charCodes(piece: string): readonly number[] {
  const chars = piece.replace(/^\||\|$/g, '').split('');
  return chars.map((char) => char.charCodeAt(0));
}

/** End positions of the pieces found, by the piece's number. */
type Positions = ReadonlyMap<number, readonly number[]>;

function scan(root: Node, text: string, pieces: readonly string[], lengths: readonly number[]): Positions {
  const positions = new Map<number, number[]>();
  let node = root;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    node = node.next.get(char) ?? goBack(root, node, char);
    for (const number of node.ends) {
      if (!atEdges(text, at + 1, pieces[number] ?? '', lengths[number] ?? 0)) continue;
      const known = positions.get(number);
      if (known === undefined) positions.set(number, [at + 1]);
      else if (known.length < MAX_POSITIONS) known.push(at + 1);
    }
  }
  return positions;
}

/** The node of the longest beginning of a piece that ends with the character; ASCII's is remembered for the next mail. */
function goBack(root: Node, from: Node, char: number): Node {
  let node = from.fail;
  while (node !== undefined && !node.next.has(char)) node = node.fail;
  const next = node?.next.get(char) ?? root;
  if (char < 0x80) from.next.set(char, next);
  return next;
}

function atEdges(text: string, end: number, piece: string, length: number): boolean {
  if (piece.startsWith('|') && isWord(text, end - length - 1)) return false;
  return !piece.endsWith('|') || !isWord(text, end);
}

function isWord(text: string, at: number): boolean {
  return at >= 0 && at < text.length && /[\p{L}\p{N}]/u.test(text.charAt(at));
}

/** Whether the parts stand close together, in whatever order: languages differ in theirs. */
function standTogether(parts: readonly number[], positions: Positions, lengths: readonly number[]): boolean {
  let reached = spans(parts[0], positions, lengths);
  for (const part of parts.slice(1)) {
    reached = spans(part, positions, lengths).filter(([start, end]) =>
      reached.some(
        ([otherStart, otherEnd]) =>
          (start >= otherEnd && start - otherEnd <= GAP) || (otherStart >= end && otherStart - end <= GAP),
      ),
    );
  }
  return reached.length > 0;
}

function spans(
  part: number | undefined,
  positions: Positions,
  lengths: readonly number[],
): readonly (readonly [start: number, end: number])[] {
  if (part === undefined) return [];
  return (positions.get(part) ?? []).map((end) => [end - (lengths[part] ?? 0), end] as const);
}
