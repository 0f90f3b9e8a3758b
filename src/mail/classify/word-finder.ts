export interface Word<Key> {
  readonly key: Key;
  /** Folded. Beginning of a word; `*` before it: anywhere in one; `|` behind it: up to its end. */
  readonly word: string;
}

export interface Found<Key> {
  readonly key: Key;
  readonly start: number;
  readonly end: number;
}

/**
 * Words as a tree of their letters, in numbers: as objects, the trees of all languages are as large as the rest of the classifier.
 * Nodes are in the order of their depth, so that the children of each are beside each other, sorted by letter. There is one node more,
 * which ends the last one's.
 */
interface Tree<Key> {
  /** The letter that leads to a node. */
  readonly letters: Uint16Array;
  /** Its first child. */
  readonly children: Uint32Array;
  /** Its first place in {@link keys}: the words that end here. */
  readonly ends: Uint32Array;
  readonly keys: readonly Key[];
  /** 1: it is asked for the end of the word. */
  readonly endsWord: Uint8Array;
}

const ROOT = 0;
/** The root is nobody's child. */
const NONE = 0;

/** Finds many words at once: the time grows with the text and the length of the words, not with their number. */
export function wordFinder<Key>(words: readonly Word<Key>[]): (folded: string) => readonly Found<Key>[] {
  const anywhere = treeOf(words.filter(({ word }) => !beginsWord(word)));
  const all = treeOf(words);
  return (folded) => {
    const found: Found<Key>[] = [];
    for (let start = 0; start < folded.length; start++) {
      // Most letters are inside of words, and few words are looked for there.
      const tree = isWord(folded, start - 1) ? anywhere : all;
      let node = childOf(tree, ROOT, folded.charCodeAt(start));
      for (let end = start + 1; node !== NONE; end++) {
        const last = tree.ends[node + 1] ?? 0;
        for (let at = tree.ends[node] ?? 0; at < last; at++) {
          const key = tree.keys[at];
          if (key !== undefined && !(tree.endsWord[at] === 1 && isWord(folded, end)))
            found.push({ key, start, end });
        }
        node = childOf(tree, node, folded.charCodeAt(end));
      }
    }
    return found;
  };
}

/** Letters of the scripts that put blanks between words; the others have no beginnings of words. */
const LETTER =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Devanagari}]/u;

function beginsWord(word: string): boolean {
  return LETTER.test(word) || /^\d/.test(word);
}

/** NaN, behind the end of a text, is no letter. */
function childOf({ letters, children }: Tree<unknown>, node: number, letter: number): number {
  let from = children[node] ?? 0;
  let until = children[node + 1] ?? 0;
  while (from < until) {
    const middle = (from + until) >>> 1;
    const there = letters[middle] ?? 0;
    if (there === letter) return middle;
    if (there < letter) from = middle + 1;
    else until = middle;
  }
  return NONE;
}

function treeOf<Key>(words: readonly Word<Key>[]): Tree<Key> {
  const sorted = words
    .map(({ key, word }) => ({ key, letters: word.replace(/^\*|\|$/g, ''), endsWord: word.endsWith('|') }))
    .toSorted((one, other) => (one.letters < other.letters ? -1 : one.letters > other.letters ? 1 : 0));
  /** Of each node the words below it, which are beside each other, and how many letters they share. */
  const nodes = [{ letter: 0, from: 0, until: sorted.length, depth: 0 }];
  const children: number[] = [];
  const ends: number[] = [];
  const ended: (typeof sorted)[number][] = [];
  for (const { from, until, depth } of nodes) {
    children.push(nodes.length);
    ends.push(ended.length);
    let at = from;
    for (let word = sorted[at]; at < until && word?.letters.length === depth; word = sorted[at]) {
      ended.push(word);
      at++;
    }
    while (at < until) {
      const letter = sorted[at]?.letters.charCodeAt(depth) ?? 0;
      const first = at;
      while (at < until && sorted[at]?.letters.charCodeAt(depth) === letter) at++;
      nodes.push({ letter, from: first, until: at, depth: depth + 1 });
    }
  }
  return {
    letters: Uint16Array.from(nodes, (node) => node.letter),
    children: Uint32Array.from([...children, nodes.length]),
    ends: Uint32Array.from([...ends, ended.length]),
    keys: ended.map(({ key }) => key),
    endsWord: Uint8Array.from(ended, ({ endsWord }) => Number(endsWord)),
  };
}

function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  // Scripts without blanks are next to the words of others.
  return LETTER.test(text.charAt(at));
}
