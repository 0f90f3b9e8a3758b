import { z } from 'zod';

const Tree = z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]);

/** The manifest with its placeholders filled in, `${{BOT_ID}}` as Microsoft's toolkit writes them; values are text and nothing else. */
export function filledIn(manifest: unknown, values: Readonly<Record<string, string>>): unknown {
  if (typeof manifest === 'string') {
    return manifest.replaceAll(/\$\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
  }
  const tree = Tree.safeParse(manifest);
  if (!tree.success) return manifest;
  if (Array.isArray(tree.data)) return tree.data.map((each) => filledIn(each, values));
  return Object.fromEntries(Object.entries(tree.data).map(([name, each]) => [name, filledIn(each, values)]));
}
