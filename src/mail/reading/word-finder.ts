/** A word to look for, and what it is a word for. */
export interface Word<Key> {
  readonly key: Key;
  /** Folded. Beginning of a word; `*` before it: anywhere in one; `|` behind it: up to its end. */
  readonly word: string;
}

/** Where a word stands in a text. */
export interface Found<Key> {
  readonly key: Key;
  readonly start: number;
  readonly end: number;
}

interface Node<Key> {
  /** By character code. */
  readonly next: Map<number, Node<Key>>;
  fail: Node<Key> | undefined;
  readonly ends: Pattern<Key>[];
}

interface Pattern<Key> {
  readonly key: Key;
  readonly length: number;
  readonly startsWord: boolean;
  readonly endsWord: boolean;
}

/** Finds many words in one pass (Aho and Corasick 1975): the time grows with the text, not with the number of words. */
export function wordFinder<Key>(words: readonly Word<Key>[]): (folded: string) => readonly Found<Key>[] {
  const root = build(words);
  return (folded) => {
    const found: Found<Key>[] = [];
    let node = root;
    for (let at = 0; at < folded.length; at++) {
      node = step(root, node, folded.charCodeAt(at));
      for (const pattern of node.ends) {
        const start = at + 1 - pattern.length;
        if (pattern.startsWord && isWord(folded, start - 1)) continue;
        if (pattern.endsWord && isWord(folded, at + 1)) continue;
        found.push({ key: pattern.key, start, end: at + 1 });
      }
    }
    return found;
  };
}

function build<Key>(words: readonly Word<Key>[]): Node<Key> {
  const root: Node<Key> = { next: new Map(), fail: undefined, ends: [] };
  for (const { key, word } of words) {
    const letters = word.replace(/^\*|\|$/g, '');
    let node = root;
    for (let at = 0; at < letters.length; at++) {
      const code = letters.charCodeAt(at);
      const next = node.next.get(code) ?? { next: new Map(), fail: undefined, ends: [] };
      node.next.set(code, next);
      node = next;
    }
    // Scripts without blanks have no beginnings of words.
    const startsWord = !word.startsWith('*') && /^[\p{Script=Latin}\d]/u.test(letters);
    node.ends.push({ key, length: letters.length, startsWord, endsWord: word.endsWith('|') });
  }
  const queue = [...root.next.values()];
  for (const node of queue) node.fail = root;
  for (const node of queue) {
    for (const [code, child] of node.next) {
      child.fail = step(root, node.fail ?? root, code);
      child.ends.push(...child.fail.ends);
      queue.push(child);
    }
  }
  return root;
}

/** The node of the longest beginning of a word that ends with the character. */
function step<Key>(root: Node<Key>, from: Node<Key>, code: number): Node<Key> {
  let node: Node<Key> | undefined = from;
  while (node !== undefined) {
    const next = node.next.get(code);
    if (next !== undefined) return next;
    node = node.fail;
  }
  return root;
}

function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  // Scripts without blanks stand next to Latin words.
  return /\p{Script=Latin}/u.test(text.charAt(at));
}
