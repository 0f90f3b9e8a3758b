/** What was looked up, as it was so many milliseconds ago at most; what failed is looked up anew. */
export function lately<T>(ms: number, look: () => Promise<T>): () => Promise<T> {
  let last: { readonly at: number; readonly found: Promise<T> } | undefined;
  return () => {
    if (last !== undefined && performance.now() - last.at < ms) return last.found;
    const found = look();
    const asked = { at: performance.now(), found };
    last = asked;
    found.catch(() => {
      if (last === asked) last = undefined;
    });
    return found;
  };
}
