/** Texts for `it.each`, with names that fit into a line. */
export function named(texts: readonly string[]): readonly { readonly name: string; readonly text: string }[] {
  return texts.map((text) => ({ text, name: JSON.stringify(text).slice(0, 60) }));
}
