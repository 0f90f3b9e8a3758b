/**
 * What no reader can see and every forger likes: control characters, bidirectional and zero-width formatting, fillers and
 * variation selectors (default ignorable), lone surrogates, private use, line and paragraph separators.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/;
const WHITE_SPACE = /[\t\n\v\f\r\u2028\u2029]/g;

/** Text of people and strangers on one line: printable characters only, at most `most` UTF-16 units, cut with an ellipsis. */
export function plain(text: string, most: number): string {
  // Cutting before cleaning keeps a megabyte of subject from being searched; four times leaves room for what is stripped.
  const near = text.slice(0, most * 4).replaceAll(WHITE_SPACE, ' ');
  return cut(near.replaceAll(UNPRINTABLE, '').trim(), most, near.length < text.length);
}

/** The same line by line, blank lines left out; what does not fit in `mostLines` is joined onto the last line. */
export function plainLines(text: string, most: number, mostLines: number): readonly string[] {
  const near = text.slice(0, most * 4);
  const lines = near
    .split(LINE_BREAK)
    .map((line) => line.replaceAll(WHITE_SPACE, ' ').replaceAll(UNPRINTABLE, '').trim())
    .filter((line) => line !== '');
  const folded =
    lines.length > mostLines
      ? [...lines.slice(0, mostLines - 1), lines.slice(mostLines - 1).join(' ')]
      : lines;
  return withinTotal(folded, most, near.length < text.length);
}

/** Text for an input field that was filled in before: line breaks stay, the rest as in {@link plain}. */
export function typed(text: string, most: number): string {
  return plainLines(text, most, Number.POSITIVE_INFINITY).join('\n');
}

function withinTotal(lines: readonly string[], most: number, more: boolean): readonly string[] {
  const kept: string[] = [];
  let left = most;
  for (const line of lines) {
    if (left <= 0) break;
    kept.push(cut(line, left, false));
    left -= line.length;
  }
  const whole = kept.length === lines.length && left >= 0;
  const last = kept.at(-1);
  if (whole && more && last !== undefined && !last.endsWith('…')) kept[kept.length - 1] = `${last}…`;
  return kept;
}

function cut(text: string, most: number, more: boolean): string {
  if (text.length <= most) return more ? `${text}…` : text;
  // A pair of surrogates that straddles the limit goes as a whole.
  return `${text
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

/** What a text weighs in a message: UTF-8, with the escapes of JSON and without its quotes. */
export function bytesOfJson(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2;
}
