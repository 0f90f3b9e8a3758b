/** Everything that comes, in order. */
export async function collect<T>(things: AsyncIterable<T>): Promise<readonly T[]> {
  const came: T[] = [];
  for await (const thing of things) came.push(thing);
  return came;
}
