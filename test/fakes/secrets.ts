const made = new Set<string>();

/** Notes a text as secret: no story may leave it in the log or the table. Gives it back. */
export function secret(text: string): string {
  made.add(text);
  return text;
}

/** What was noted so far. */
export function secrets(): readonly string[] {
  return [...made];
}
