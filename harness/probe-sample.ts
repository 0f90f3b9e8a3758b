import { z } from 'zod';

/** What `probe.ts` tells of the process that it is in. */
export const probeSample = z.object({
  probe: z.object({
    rssBytes: z.number(),
    heapBytes: z.number(),
    /** All garbage was collected just before. */
    isCollected: z.boolean(),
    /** Sockets, servers, pipes and files that are open or under way. */
    handles: z.number(),
    timers: z.number(),
    /** Requests to the table since the process began. */
    tableOperations: z.number(),
  }),
});
export type ProbeSample = z.infer<typeof probeSample>['probe'];
