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

/** Words as a tree of their letters. */
interface Node<Key> {
  readonly next: Map<number, Node<Key>>;
  readonly ends: { readonly key: Key; readonly endsWord: boolean }[];
}

/** Finds many words at once: the time grows with the text and the length of the words, not with their number. */
export function wordFinder<Key>(words: readonly Word<Key>[]): (folded: string) => readonly Found<Key>[] {
  const anywhere = treeOf(words.filter(({ word }) => !beginsWord(word)));
  const all = treeOf(words);
  return (folded) => {
    const found: Found<Key>[] = [];
    for (let start = 0; start < folded.length; start++) {
      // Most letters are inside of words, and few words are looked for there.
      const tree = isWord(folded, start - 1) ? anywhere : all;
      let node = tree.next.get(folded.charCodeAt(start));
      for (let end = start + 1; node; end++) {
        for (const { key, endsWord } of node.ends) {
          if (!(endsWord && isWord(folded, end))) found.push({ key, start, end });
        }
        node = node.next.get(folded.charCodeAt(end));
      }
    }
    return found;
  };
}

/** Scripts without blanks have no beginnings of words. */
function beginsWord(word: string): boolean {
  return /^[\p{Script=Latin}\d]/u.test(word);
}

function treeOf<Key>(words: readonly Word<Key>[]): Node<Key> {
  const root: Node<Key> = { next: new Map(), ends: [] };
  for (const { key, word } of words) {
    const letters = word.replace(/^\*|\|$/g, '');
    let node = root;
    for (let at = 0; at < letters.length; at++) {
      const code = letters.charCodeAt(at);
      const next = node.next.get(code) ?? { next: new Map(), ends: [] };
      node.next.set(code, next);
      node = next;
    }
    node.ends.push({ key, endsWord: word.endsWith('|') });
  }
  return root;
}

function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  // Scripts without blanks are next to Latin words.
  return /\p{Script=Latin}/u.test(text.charAt(at));
}
