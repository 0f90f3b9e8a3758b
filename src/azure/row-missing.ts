import { z } from 'zod';

/** In single operations the service's code is in the details, in transactions it is the error's. */
const notFound = z.object({
  statusCode: z.literal(404),
  code: z.string().optional(),
  details: z.object({ odataError: z.object({ code: z.string() }) }).optional(),
});
const OF_ROWS = new Set(['ResourceNotFound', 'EntityNotFound']);

/**
 * Whether the service says that there is no such row. A 404 of anything else (the table is gone, a gateway does not know the way) says
 * nothing of rows: taken for absence, it would make every alias an unknown one.
 * @param error of the SDK
 */
export function isRowMissing(error: unknown): boolean {
  const { code, details } = notFound.safeParse(error).data ?? {};
  return OF_ROWS.has(code ?? details?.odataError.code ?? '');
}
