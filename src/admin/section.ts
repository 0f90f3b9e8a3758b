/** A part of a report: how many, what, one a line, and below it what to do; nothing where there are none. */
export function section(title: string, lines: readonly string[], remedy?: string): string {
  if (lines.length === 0) return '';
  const listed = lines.map((line) => `  ${line}\n`).join('');
  return `\n${lines.length} ${title}:\n${listed}${remedy === undefined ? '' : `  > ${remedy}\n`}`;
}
