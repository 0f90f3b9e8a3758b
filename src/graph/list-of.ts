import { z } from 'zod';

/**
 * A list that Graph sent, as far as it can be read: an element that is null or of another form is left out. One odd element must
 * not make a whole message unreadable, or a whole page.
 */
export function listOf<Element extends z.ZodType>(element: Element) {
  return z.array(z.unknown()).transform((list): z.output<Element>[] =>
    list.flatMap((each) => {
      const read = element.safeParse(each);
      return read.success ? [read.data] : [];
    }),
  );
}
