import { z } from 'zod';
import { operationsShape } from '../harness/operations.ts';

/** Where the measured process finds what is outside. */
export const placesShape = z.object({
  connectionString: z.string(),
  tableName: z.string(),
  /** Origin of the Graph server. */
  graph: z.string(),
  tokens: z.string(),
  /** The Connector. */
  serviceUrl: z.string(),
});
export type Places = z.infer<typeof placesShape>;

/** What the measured process can be asked to do with the mails that have come: the program, or the operations alone. */
export const askedShape = z.object({ pass: z.enum(['program', 'bare']) });

/** What came of it. */
export const passShape = z.object({
  ms: z.number(),
  /** Of all threads of the process. */
  cpuMs: z.number(),
  operations: operationsShape,
  /** Most memory during the pass above that before it (RSS, in bytes). */
  growthBytes: z.number(),
});
export type Pass = z.infer<typeof passShape>;
