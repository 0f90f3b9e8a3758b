/** What a text from outside says as JSON; undefined where it is none, which no shape takes. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
