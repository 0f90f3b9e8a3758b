import { z } from 'zod';

/** What was stored in words before there were codes, or with a code that only a later version knows: shown as it is. */
export const AS_STORED = z.object({ code: z.literal('as-stored'), text: z.string() });
type AsStored = Readonly<z.output<typeof AS_STORED>>;

/** Reads what has a code by its schema, and everything else as it is: rows are read for ever, whichever version wrote them. */
export function codedOrAsStored<T extends z.ZodType>(coded: T) {
  return z.union([
    coded,
    z.string().transform((text): AsStored => ({ code: 'as-stored', text })),
    z
      .looseObject({ code: z.string() })
      .transform((stored): AsStored => ({ code: 'as-stored', text: JSON.stringify(stored) })),
  ]);
}
