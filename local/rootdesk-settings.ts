import { z } from 'zod';

/** What the stand tells its Rootdesk, as JSON in the environment variable of this name. */
export const STAND_SETTINGS = 'ROOTDESK_STAND_SETTINGS';

export const rootdeskSettings = z.object({
  port: z.number(),
  /** Where the local Graph server reaches Rootdesk; without it no mail is told of. */
  publicUrl: z.string().optional(),
  tableConnectionString: z.string(),
  graphUrl: z.string(),
  tokenUrl: z.string(),
  /** The usual one where left out. */
  centralMailboxes: z.array(z.string()).optional(),
  logFile: z.string(),
  apiKeySha256: z.string(),
  /** Whether probe mails are sent; none where left out. */
  probes: z.boolean().optional(),
});
export type StandSettings = z.infer<typeof rootdeskSettings>;
