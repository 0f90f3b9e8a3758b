import { z } from 'zod';
import { rootdeskSettings } from '../local/rootdesk-settings.ts';
import { operationsShape } from '../harness/operations.ts';

export const CLICKS = ['submit', 'approve', 'acknowledge'] as const;
export type Click = (typeof CLICKS)[number];

/** What the measured process is started with. */
export const startShape = z.object({
  settings: rootdeskSettings,
  /** Whose tokens activities carry. */
  tokens: z.object({ appId: z.string(), issuer: z.string(), openIdMetadataUrl: z.string() }),
  /** The Connector. */
  serviceUrl: z.string(),
});

/** What it can be asked to do. */
export const askedShape = z.discriminatedUnion('do', [
  /** Reads the mailbox, and delivers. */
  z.object({ do: z.literal('sweep') }),
  /** Ends everything that was begun. */
  z.object({ do: z.literal('work-off') }),
  /** Counts from now on. */
  z.object({ do: z.literal('count') }),
  z.object({ do: z.literal('counted') }),
  /** The storage operations of so many clicks at once. */
  z.object({ do: z.literal('bare'), click: z.enum(CLICKS), names: z.array(z.string()) }),
]);

export const counted = z.object({
  operations: operationsShape,
  /** Of all threads of the process. */
  cpuMs: z.number(),
});

/** How a hundred clicks at once went, in milliseconds. */
export const burstShape = z.object({
  allMs: z.number(),
  eachMs: z.array(z.number()),
  /** How many were answered with "still working", or not at all. */
  late: z.number(),
});
export type Burst = z.infer<typeof burstShape>;

/** Begins all at once and times each. */
export async function burst<T>(all: readonly T[], begin: (each: T) => Promise<boolean>): Promise<Burst> {
  const started = performance.now();
  let late = 0;
  const eachMs = await Promise.all(
    all.map(async (each) => {
      if (!(await begin(each))) late += 1;
      return performance.now() - started;
    }),
  );
  return { allMs: performance.now() - started, eachMs, late };
}
